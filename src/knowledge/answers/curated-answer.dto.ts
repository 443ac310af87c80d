import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { iso } from '../../clock.js';
import { ANY_LINE } from '../../config/lines/line.js';
import { LINE_MESSAGE } from '../../config/lines/line-in-query.js';
import { Exact, MESSAGE_SID, Omissible, Readable, readable } from '../../http/validation.js';
import type { ServedAnswer } from './curated-answer.js';

const SOMETHING = '[^\\s\\u0000]';
const MESSAGE = new RegExp(`${MESSAGE_SID.source}|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

/** A question in its wordings, and what is to be answered. */
@Exact()
export class CuratedAnswerRequest {
  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: 20,
    items: { type: 'string', minLength: 1, maxLength: 500, pattern: SOMETHING },
    description: 'The wordings that are answered so; the first one names the answer.',
    example: ['Do you have a terrace?', 'Can one sit outside?'],
  })
  @Transform(({ value }) => (Array.isArray(value) ? value.map(asText) : value))
  @MaxLength(500, { each: true, message: 'must have 500 characters at most each' })
  @Matches(/\S/, { each: true, message: 'must not be empty' })
  @IsString({ each: true, message: 'must be texts' })
  @ArrayMaxSize(20, { message: 'may be 20 at most' })
  @ArrayMinSize(1, { message: 'must be at least one' })
  @IsArray({ message: 'must be a list of texts' })
  questions: string[];

  @ApiProperty({
    minLength: 1,
    maxLength: 4000,
    pattern: SOMETHING,
    description: 'Markdown. It is sent as it is.',
    example: 'Yes: on the terrace there is room for **30** people.',
  })
  @Readable()
  @MaxLength(4000, { message: 'must have 4000 characters at most' })
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  answer: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    pattern: MESSAGE.source,
    description:
      "The message whose answer it corrects: its SID, or of the chat API's its id. Left out of a " +
      'change, it stays.',
  })
  @IsOptional()
  @Matches(MESSAGE, { message: "must be a message's SID or id" })
  @IsString({ message: 'must be a text' })
  message_sid?: string | null;

  @ApiPropertyOptional({
    pattern: ANY_LINE.source,
    example: 'default',
    description:
      "The business's line that it is for alone, `default` for the default one. Without one, for all. " +
      'It stays when the answer is changed.',
  })
  @Omissible()
  @IsString({ message: 'must be a text' })
  @Matches(ANY_LINE, { message: LINE_MESSAGE })
  line?: string;
}

function asText(value: unknown): unknown {
  return typeof value === 'string' ? readable(value).trim() : value;
}

/** A curated answer as the API shows it. */
export class CuratedAnswerView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ type: [String], example: ['Do you have a terrace?'] })
  questions: string[];
  @ApiProperty({ example: 'Yes: on the terrace there is room for **30** people.' })
  answer: string;
  @ApiProperty({ type: String, nullable: true })
  message_sid: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The line that it is for alone; null: for all.',
  })
  line: string | null;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({ format: 'date-time' })
  updated_at: string;
  @ApiProperty({ type: 'integer', description: 'How many answers were made from it.' })
  served: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  last_served_at: string | null;

  static of(curated: ServedAnswer): CuratedAnswerView {
    const { id, questions, answer, messageId = null, createdAt, updatedAt } = curated;
    const times = { created_at: iso(createdAt), updated_at: iso(updatedAt) };
    const { served, lastServedAt: at } = curated;
    const last_served_at = at === undefined ? null : iso(at);
    const place = { message_sid: messageId, line: curated.line ?? null };
    return { id, questions, answer, ...place, ...times, served, last_served_at };
  }
}

/** A page of curated answers, oldest first. */
export class CuratedAnswerPage {
  @ApiProperty({ type: [CuratedAnswerView] })
  items: CuratedAnswerView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
