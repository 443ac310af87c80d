import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Exact, Omissible } from '../../http/validation.js';
import { InboundContact, InboundMedia, OptionalText } from './inbound-parts.dto.js';

const SENDER = /^(whatsapp:)?(\+[1-9]\d{5,14}|[A-Z]{2}\.[A-Za-z0-9._-]{1,128})$/;
const NUMBER = /^(whatsapp:)?\+[1-9]\d{6,14}$/;
const SID = /^(SM|MM)[0-9a-fA-F]{32}$/;

/** A message that somebody sends to the business, as it is given to the control API. */
@Exact()
export class InboundMessage {
  @ApiProperty({
    pattern: SENDER.source,
    example: 'whatsapp:+12025550123',
    description: 'A phone, or a user id.',
  })
  @Matches(SENDER, {
    message: 'must look like whatsapp:+12025550123 or whatsapp:US.13491208655302',
  })
  from: string;
  @ApiPropertyOptional({
    pattern: NUMBER.source,
    example: 'whatsapp:+14155238886',
    description: 'Another number of the business than SIMULATOR_FROM.',
  })
  @Omissible()
  @Matches(NUMBER, { message: 'must look like whatsapp:+14155238886' })
  to?: string;
  @ApiPropertyOptional({
    maxLength: 100_000,
    example: 'What are your opening hours?',
    default: '',
  })
  @Omissible()
  @IsString()
  @MaxLength(100_000)
  body?: string;
  @OptionalText()
  profile_name?: string;
  @ApiPropertyOptional({
    pattern: SENDER.source,
    description: 'The user id that comes with a phone.',
  })
  @Omissible()
  @Matches(SENDER, { message: 'must look like US.13491208655302' })
  external_user_id?: string;
  @OptionalText("The user id of the sender's company.")
  parent_external_user_id?: string;
  @ApiPropertyOptional({ type: [InboundMedia], maxItems: 10 })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => InboundMedia)
  media?: InboundMedia[];
  @ApiPropertyOptional({ minimum: -90, maximum: 90 })
  @Omissible()
  @IsLatitude()
  latitude?: number;
  @ApiPropertyOptional({ minimum: -180, maximum: 180 })
  @Omissible()
  @IsLongitude()
  longitude?: number;
  @OptionalText('Of a location.')
  address?: string;
  @OptionalText('Of a location.')
  label?: string;
  @OptionalText('Of a pressed button.')
  button_text?: string;
  @OptionalText('Of a pressed button.')
  button_payload?: string;
  @OptionalText("The title of a list's row that was chosen.")
  list_title?: string;
  @OptionalText("The id of a list's row that was chosen.")
  list_id?: string;
  @ApiPropertyOptional({ type: [InboundContact], maxItems: 10, description: 'Sent as vCards.' })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => InboundContact)
  contacts?: InboundContact[];
  @ApiPropertyOptional({ type: Object, description: 'The answers to a form (WhatsApp Flows).' })
  @Omissible()
  @IsObject()
  flow?: Record<string, unknown>;
  @OptionalText('Of the advertisement that the chat was opened from.')
  referral_headline?: string;
  @OptionalText('Of the advertisement that the chat was opened from.')
  referral_body?: string;
  @OptionalText('Of the advertisement that the chat was opened from.')
  referral_source_url?: string;
  @OptionalText('Without it, made from what the message has.')
  message_type?: string;
  @ApiPropertyOptional()
  @Omissible()
  @IsBoolean()
  forwarded?: boolean;
  @OptionalText('The message that this one answers.')
  original_replied_message_sid?: string;
  @OptionalText('STOP, HELP or START: Advanced Opt-Out has answered already.')
  opt_out_type?: string;
  @ApiPropertyOptional({
    description: 'Any other field of the form, by its name at Twilio; a list is a repeated field.',
  })
  @Omissible()
  @IsObject()
  fields?: Record<string, string | string[]>;
  @ApiPropertyOptional({
    description:
      'Signed with SIMULATOR_SHARED_KEY, as it is when there is one, or with the token. Inside the ' +
      'app there is always a key to sign with.',
  })
  @Omissible()
  @IsBoolean()
  shared_key?: boolean;
  @ApiPropertyOptional({ description: 'Signed with a wrong key, as a forger would.' })
  @Omissible()
  @IsBoolean()
  bad_signature?: boolean;
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 600_000,
    description: 'Milliseconds by which its webhook is late.',
  })
  @Omissible()
  @IsInt()
  @Min(0)
  @Max(600_000)
  delay_ms?: number;
  @ApiPropertyOptional({ pattern: SID.source, description: 'A repeat of a message has its SID.' })
  @Omissible()
  @Matches(SID, { message: 'must be SM or MM and 32 hexadecimal digits' })
  message_sid?: string;
  @ApiPropertyOptional({
    default: true,
    description: 'False: its webhook is lost; the message is in the list only.',
  })
  @Omissible()
  @IsBoolean()
  webhook?: boolean;
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 1,
    description: 'How often it comes.',
  })
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(100)
  times?: number;
}

/** Messages that come at once: each its own webhook, beside the others. */
@Exact()
export class Burst {
  @ApiProperty({ type: [InboundMessage], minItems: 1, maxItems: 100 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => InboundMessage)
  messages: InboundMessage[];
}
