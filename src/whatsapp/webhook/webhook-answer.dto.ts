import { ApiProperty } from '@nestjs/swagger';
import type { Request } from 'express';

/** What a caller of the webhook that isn't Twilio gets. */
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

const XML = /^\s*(?:text|application)\/(?:[\w.+-]+\+)?xml\s*(?:;|$)/i;

/** Twilio raises its error 12300 on JSON, and must never be kept waiting. */
export function wantsXml({ headers }: Request): boolean {
  if (headers['i-twilio-idempotency-token'] !== undefined) return true;
  if (headers['user-agent']?.startsWith('TwilioProxy')) return true;
  return !!headers.accept && headers.accept.split(',').every((range) => XML.test(range));
}
