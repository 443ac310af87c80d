import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { WebhookAnswer } from '../webhooks/webhook.client.js';

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

/** What the webhook answered; the last time, when the message was sent more than once. */
export class InboundAnswer extends WebhookResponse {
  @ApiProperty()
  sid: string;
  @ApiPropertyOptional({ type: [WebhookResponse], description: 'All of them, with `times`.' })
  responses?: WebhookResponse[];

  static of(sid: string, answers: WebhookAnswer[]): InboundAnswer {
    const responses = answers.map(({ contentType, ...rest }) => {
      return { ...rest, content_type: contentType };
    });
    const last = responses.at(-1)!;
    return responses.length > 1 ? { sid, ...last, responses } : { sid, ...last };
  }
}
