import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { SentRequest, WebhookAnswer } from '../webhooks/webhook.client.js';

/** What the webhook answered to one sending of a message. */
export class WebhookResponse {
  @ApiProperty({ type: Number, nullable: true, description: 'HTTP; null when nothing came back.' })
  status: number | null;
  @ApiProperty({ type: String, nullable: true })
  content_type: string | null;
  @ApiProperty()
  body: string;
  @ApiProperty({ description: '2 when the first attempt could not connect.' })
  attempts: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why nothing came back.' })
  error: string | null;
}

/** A request as it was sent: `curl` can send it again. */
export class WebhookRequest {
  @ApiProperty({ example: 'POST' })
  method: string;
  @ApiProperty({ description: 'Where it went.' })
  url: string;
  @ApiProperty({ description: 'The public address, for which the signature is made.' })
  signed_url: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  headers: Record<string, string>;
  @ApiProperty({ description: 'A form.' })
  body: string;

  static of({ signedUrl, ...request }: SentRequest): WebhookRequest {
    return { ...request, signed_url: signedUrl };
  }
}

/** What the webhook answered; the last time, when the message was sent more than once. */
export class InboundAnswer extends WebhookResponse {
  @ApiProperty()
  sid: string;
  @ApiProperty({
    type: WebhookRequest,
    nullable: true,
    description: 'What was sent, each time the same; null when nothing was.',
  })
  request: WebhookRequest | null;
  @ApiPropertyOptional({ type: [WebhookResponse], description: 'All of them, with `times`.' })
  responses?: WebhookResponse[];

  static of(sid: string, answers: WebhookAnswer[]): InboundAnswer {
    const responses = answers.map(({ contentType, request: _, ...rest }) => {
      return { ...rest, content_type: contentType };
    });
    const sent = answers.at(-1)!.request;
    const last = { ...responses.at(-1)!, request: sent && WebhookRequest.of(sent) };
    return responses.length > 1 ? { sid, ...last, responses } : { sid, ...last };
  }
}

/** What the webhook answered to several messages that came at once, in the order they were given. */
export class BurstAnswer {
  @ApiProperty({ type: [InboundAnswer] })
  items: InboundAnswer[];
}
