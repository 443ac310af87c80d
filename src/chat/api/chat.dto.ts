import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { ANY_LINE } from '../../config/lines/line.js';
import { LINE_MESSAGE } from '../../config/lines/line-in-query.js';
import { Exact, Omissible, Readable } from '../../http/validation.js';
import type { Reply, ReplySource } from '../reply.js';
import { TimingsProperty } from '../trace/trace.js';
import { UsageProperty, type UsageView, usageView } from '../usage/usage.dto.js';

/** A question to the bot over the API. */
@Exact()
export class ChatRequest {
  // The service checks the length, since MAX_INBOUND_CHARS is known only when the app starts.
  @ApiProperty({ minLength: 1, pattern: '[^\\s\\u0000]', example: 'When do you open on Sundays?' })
  @Readable()
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  text: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'A conversation of the chat API to go on with. Without it, one begins.',
  })
  @IsOptional()
  @IsUUID('all', { message: 'must be the id of a conversation' })
  conversation_id?: string | null;

  @ApiPropertyOptional({
    pattern: ANY_LINE.source,
    example: 'default',
    description:
      "The business's line that a new conversation is held on: with its settings, documents and " +
      'answers. Without one, the default line. A conversation that goes on stays on its own.',
  })
  @Omissible()
  @IsString({ message: 'must be a text' })
  @Matches(ANY_LINE, { message: LINE_MESSAGE })
  line?: string;
}

/** A passage of a document that the answer was made from, as the API shows it. */
export class SourceView {
  @ApiProperty({ format: 'uuid' })
  document_id: string;
  @ApiProperty({ example: 'Opening hours' })
  title: string;
  @ApiProperty({ description: 'As it stands in the document.' })
  quote: string;
  @ApiProperty({ description: 'Orders the sources of one answer; says nothing across answers.' })
  score: number;
  @ApiPropertyOptional({
    type: 'integer',
    description: 'The page of the document, from 1, where it has pages.',
  })
  page?: number;
  @ApiPropertyOptional({
    enum: [true],
    description:
      "It is a curated answer: `document_id` is that one's id, `title` its first question.",
  })
  curated?: true;

  static of({ documentId, title, quote, score, page, curated }: ReplySource): SourceView {
    const more = { ...(page && { page }), ...(curated && { curated }) };
    return { document_id: documentId, title, quote, score, ...more };
  }
}

/** The bot's answer, as the API shows it. */
export class ChatAnswer {
  @ApiProperty({ format: 'uuid', description: 'To go on with in the next request.' })
  conversation_id: string;
  @ApiProperty({ description: 'Markdown.', example: 'On Sundays we open from 9:00 to 14:00.' })
  answer: string;
  @ApiProperty({ type: [SourceView] })
  sources: SourceView[];
  @ApiProperty({
    enum: ['llm', 'extractive', 'fallback'],
    description:
      'llm: written by the model; extractive: in the words of the documents, or of a curated ' +
      'answer, without a model, or where it failed or what it wrote was not covered by them; ' +
      'fallback: the model failed or was too late, and they have no answer.',
  })
  mode: Reply['mode'];
  @ApiPropertyOptional({
    enum: [true],
    description:
      'A person is asked for: the conversation has `waiting_since` now, and the bot answers here ' +
      'again once it is released.',
  })
  handover?: true;
  @TimingsProperty()
  timings: Record<string, number>;

  @UsageProperty('What models used for it, also where their answer was not sent; null: none did.')
  usage: UsageView | null;

  static of(conversationId: string, reply: Reply): ChatAnswer {
    const { text, sources, mode, usage, handover, trace } = reply;
    const { timings } = trace;
    const views = sources.map((source) => SourceView.of(source));
    const said = { conversation_id: conversationId, answer: text, sources: views, mode, timings };
    return { ...said, usage: usageView(usage), ...(handover && { handover: true as const }) };
  }
}
