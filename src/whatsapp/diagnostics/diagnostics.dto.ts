import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { ANY_LINE } from '../../config/lines/line.js';
import { LineInQuery } from '../../config/lines/line-in-query.js';
import { ADDRESS } from '../../address.js';
import { AccountHoldView, LineHoldView } from '../../mailbox/holds/hold.dto.js';

/** Twilio takes at most this many characters in one message (https://www.twilio.com/docs/api/errors/21617). */
const BODY_LIMIT = 1600;
/** Twilio mostly answers with an object; a proxy before it may answer with a text. */
const ANY_BODY = { oneOf: [{ type: 'object', nullable: true }, { type: 'string' }] };

/** A test message: its recipient and its text. */
export class SendTest {
  @ApiProperty({ pattern: ADDRESS.source, example: 'whatsapp:+15005550006' })
  // In a query a plus that isn't written as %2B arrives as a space.
  @Transform(({ value }) =>
    typeof value === 'string' ? value.replace(/^whatsapp: (?=\d)/, 'whatsapp:+') : value,
  )
  @Matches(ADDRESS, {
    message: 'must look like whatsapp:+15005550006',
  })
  to: string;
  @ApiPropertyOptional({ minLength: 1, maxLength: BODY_LIMIT })
  @IsOptional()
  @IsString({ message: 'must be a text' })
  @MinLength(1, { message: 'must not be empty' })
  @MaxLength(BODY_LIMIT, { message: `must have ${BODY_LIMIT} characters at most` })
  text?: string;
  @ApiPropertyOptional({
    pattern: ANY_LINE.source,
    description: 'The line that it goes out from. Without it, the default one.',
  })
  @IsOptional()
  @LineInQuery()
  line?: string;
}

/** Whether Twilio's Accounts API knows us. */
export class TestResult {
  @ApiProperty({ enum: ['ok', 'error'] })
  status: 'ok' | 'error';
  @ApiPropertyOptional({ example: 'HTTP 401' })
  message?: string;
  @ApiPropertyOptional({ ...ANY_BODY, description: "What Twilio's Accounts API said" })
  twilio?: unknown;
}

/** Twilio's answer to the test message, unchanged. */
export class TwilioReply {
  @ApiProperty()
  ok: boolean;
  @ApiProperty({ nullable: true, type: 'integer', description: 'None when nothing answered' })
  status: number | null;
  @ApiPropertyOptional({ ...ANY_BODY, description: "Twilio's body, or why there is none" })
  body: unknown;
}

/** Whether Twilio took the test message, and its answer. */
export class SendTestResult {
  @ApiProperty({ enum: ['ok', 'error'] })
  status: 'ok' | 'error';
  @ApiProperty({ type: TwilioReply })
  twilio: TwilioReply;
}

/** A webhook request that the signature check refused. */
export class Refused {
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ description: 'The address that the signature was checked against' })
  url: string;
  @ApiProperty()
  reason: string;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Which address or token would have fitted, and what to change',
  })
  hint: string | null;
}

/** The latest look into Twilio's list of messages. */
export class LogLook {
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ nullable: true, type: String, description: 'Why it could not be read' })
  problem: string | null;
}

/** The last request of Twilio's that this process accepted. */
export class LastWebhook {
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ example: 'SharedKey webhooks_sharedkey_1' })
  signed_with: string;
}

/** The configuration that concerns Twilio, with its secrets masked. */
export class Diagnosis {
  @ApiProperty({ description: 'An account and its token are known' })
  loaded: boolean;
  @ApiPropertyOptional({
    type: [String],
    example: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_WHATSAPP_FROM'],
    description:
      'What still must be set, in the environment or by PUT /api/v1/bot/config; not there when ' +
      'nothing is missing. A Messaging Service takes the place of TWILIO_WHATSAPP_FROM.',
  })
  missing?: string[];
  @ApiProperty({ nullable: true, type: String, example: 'AC12…cdef' })
  sid: string | null;
  @ApiProperty({ nullable: true, type: String, example: '••••••••9f' })
  token: string | null;
  @ApiProperty({ nullable: true, type: String, example: 'whatsapp:+15005550006' })
  from: string | null;
  @ApiProperty({ example: 'https://api.twilio.com' })
  api_base: string;
  @ApiProperty()
  webhook_url: string;
  @ApiProperty({ nullable: true, type: String, description: 'None: Twilio cannot call PUBLIC_URL' })
  status_callback_url: string | null;
  @ApiProperty({
    type: AccountHoldView,
    nullable: true,
    description: 'What holds all answers back; null while Twilio takes them.',
  })
  account_hold: AccountHoldView | null;
  @ApiPropertyOptional({
    type: [LineHoldView],
    description: 'What holds back the answers of single lines; not there while Twilio takes them.',
  })
  held_lines?: LineHoldView[];
  @ApiPropertyOptional({
    type: [String],
    example: ['+15005550001'],
    description: 'Numbers that were written to and are not set up: nobody answers there.',
  })
  unset_lines?: string[];
  @ApiPropertyOptional({
    type: 'integer',
    description: 'Messages that wait there, counted up to 10,000 a number, on the first 50.',
  })
  unset_waiting?: number;
  @ApiPropertyOptional({
    type: [String],
    example: ['webhooks_sharedkey_1'],
    description: "The ids of Twilio's SharedKeys; not there when none is configured",
  })
  shared_keys?: string[];
  @ApiPropertyOptional({ type: LastWebhook, description: 'Not there as long as none came' })
  last_webhook?: LastWebhook;
  @ApiPropertyOptional({
    type: LogLook,
    description:
      "The latest look of this process into Twilio's list, for sends of unknown outcome and for " +
      'messages that did not come; not there where another process looks, or before the first',
  })
  message_log?: LogLook;
  @ApiProperty({ type: [Refused], description: 'The newest first' })
  refused_signatures: Refused[];
}
