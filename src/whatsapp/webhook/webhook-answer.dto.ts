import { ApiProperty } from '@nestjs/swagger';
import type { Request } from 'express';

/** The answer to a caller of the webhook that isn't Twilio. */
export class WebhookAnswer {
  @ApiProperty({ example: 'ok' })
  status: string;
  @ApiProperty({ format: 'uuid' })
  conversation_id: string;
  @ApiProperty({
    nullable: true,
    type: String,
    description: "The answer's first 100 characters, as they are sent",
  })
  response_preview: string | null;
}

/** A media type of XML in an Accept header (RFC 9110, section 12.5.1). */
const XML = /^\s*(?:text|application)\/(?:[\w.+-]+\+)?xml\s*(?:;|$)/i;

/**
 * Whether the caller is Twilio or asks for XML only. Twilio logs error 12300 for a JSON answer
 * (https://www.twilio.com/docs/api/errors/12300), and must get its answer at once.
 */
export function wantsXml({ headers }: Request): boolean {
  // Twilio sends this token with every webhook, also with repeats.
  if (headers['i-twilio-idempotency-token'] !== undefined) return true;
  if (headers['user-agent']?.startsWith('TwilioProxy')) return true;
  return !!headers.accept && headers.accept.split(',').every((range) => XML.test(range));
}
