import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, validateSync } from 'class-validator';
import { invalid } from '../../http/validation.js';
import { ADDRESS, withoutScheme } from '../../address.js';
import { clean, type Form, first } from './form.js';

const SID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The form that Twilio posts for an incoming message, under Twilio's names
 * (https://www.twilio.com/docs/messaging/guides/webhook-request). Only From, Body and MessageSid can
 * make it fail. Twilio adds and changes the other fields without notice, so a value there that is not
 * understood is left out.
 */
export class InboundForm {
  @ApiProperty({
    pattern: ADDRESS.source,
    example: 'whatsapp:+15005550006',
    description: 'Or whatsapp:US.13491…',
  })
  @Matches(ADDRESS, {
    message: 'must look like whatsapp:+15005550006 (+ is %2B in a form) or whatsapp:US.13491',
  })
  From: string;
  @ApiProperty({ example: 'When do you open?', description: 'Empty only with something else' })
  @IsString({ message: 'must be given once' })
  Body: string;
  @ApiPropertyOptional({
    pattern: '^[A-Za-z0-9_-]{0,64}$',
    example: 'SM0123456789abcdef0123456789abcdef',
    description: 'Without one, or with an empty one, a repeat is a message of its own',
  })
  @IsOptional()
  @Matches(SID, { message: 'must be 1 to 64 letters, digits, _ or -' })
  MessageSid?: string;
  @ApiPropertyOptional({ description: 'Must be the configured one' })
  AccountSid?: string;
  @ApiPropertyOptional({ example: 'whatsapp:US.13491', description: "The sender's user id" })
  ExternalUserId?: string;
  @ApiPropertyOptional({
    description: 'The id by which a group of companies knows the sender',
  })
  ParentExternalUserId?: string;
  @ApiPropertyOptional()
  ProfileName?: string;
  @ApiPropertyOptional({ description: 'The phone without its plus; not read, From says it' })
  WaId?: string;
  @ApiPropertyOptional({ example: '1', description: 'How many MediaUrl0, MediaContentType0, …' })
  NumMedia?: string;
  @ApiPropertyOptional()
  MediaUrl0?: string;
  @ApiPropertyOptional()
  MediaContentType0?: string;
  @ApiPropertyOptional({ example: 'text' })
  MessageType?: string;
  @ApiPropertyOptional()
  Latitude?: string;
  @ApiPropertyOptional()
  Longitude?: string;
  @ApiPropertyOptional()
  Address?: string;
  @ApiPropertyOptional()
  Label?: string;
  @ApiPropertyOptional()
  ButtonText?: string;
  @ApiPropertyOptional({ description: 'Read as words where no text came' })
  ButtonPayload?: string;
  @ApiPropertyOptional({ description: "The title of a list's row that was chosen" })
  ListTitle?: string;
  @ApiPropertyOptional()
  ListId?: string;
  @ApiPropertyOptional({ description: 'JSON: the answers to a form (WhatsApp Flows)' })
  InteractiveData?: string;
  @ApiPropertyOptional()
  OriginalRepliedMessageSid?: string;
  @ApiPropertyOptional({ description: 'Of the advertisement that the chat was opened from' })
  ReferralHeadline?: string;
  @ApiPropertyOptional()
  ReferralBody?: string;
  @ApiPropertyOptional()
  ReferralSourceUrl?: string;
  @ApiPropertyOptional()
  ReferralSourceId?: string;
  @ApiPropertyOptional({ description: 'The id of the click' })
  ReferralCtwaClid?: string;
  @ApiPropertyOptional({ example: 'true' })
  Forwarded?: string;
  @ApiPropertyOptional()
  FrequentlyForwarded?: string;
  @ApiPropertyOptional({
    example: 'whatsapp:+15005550001',
    description: 'The number that was written to. Without one: the default line',
  })
  To?: string;
  @ApiPropertyOptional({ description: 'The Messaging Service that has this number' })
  MessagingServiceSid?: string;
  @ApiPropertyOptional({ example: 'STOP', description: 'Or START, HELP' })
  OptOutType?: string;

  /**
   * Reads a form. Throws a `Problem` (400) that names the field which is wrong. Of Twilio's own,
   * `From` may have any form that names somebody.
   */
  static read(form: Form, fromTwilio: boolean): InboundForm {
    const known = new InboundForm();
    known.From = form.From as string;
    known.Body = (form.Body ?? '') as string;
    known.MessageSid = (form.MessageSid as string) || undefined;
    if (!known.isPlain()) known.validate(fromTwilio && namesSomebody(form.From));
    for (const name of LENIENT) if (form[name]) known[name] = first(form[name]);
    return known;
  }

  /** What nearly every message is, told in a tenth of the time that its validation takes. */
  private isPlain(): boolean {
    const { From, Body, MessageSid: sid } = this;
    if (typeof From !== 'string' || typeof Body !== 'string') return false;
    return ADDRESS.test(From) && (sid === undefined || (typeof sid === 'string' && SID.test(sid)));
  }

  private validate(anySender: boolean): void {
    const errors = validateSync(this);
    const wrong = anySender ? errors.filter(({ property }) => property !== 'From') : errors;
    if (wrong.length) throw invalid(wrong);
  }
}

/** The fields whose first value is taken unchecked. */
const LENIENT = [
  ...(['ExternalUserId', 'ParentExternalUserId', 'ProfileName', 'MessageType'] as const),
  ...(['Latitude', 'Longitude', 'Address', 'Label', 'OriginalRepliedMessageSid'] as const),
  ...(['ReferralHeadline', 'ReferralBody', 'ReferralSourceUrl'] as const),
  ...(['ReferralSourceId', 'ReferralCtwaClid'] as const),
  ...(['Forwarded', 'FrequentlyForwarded', 'OptOutType'] as const),
  ...(['To', 'MessagingServiceSid'] as const),
];

/** Whether anything is left of an address besides its scheme. */
function namesSomebody(from: Form[string]): boolean {
  return typeof from === 'string' && clean(withoutScheme(from)).trim() !== '';
}
