import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { iso } from '../clock.js';
import { NumberInQuery } from '../http/page.js';
import { type Outcome, OUTCOMES } from '../mailbox/turns/turn.js';
import type { Question } from './question.js';

const TEXT = { type: String, nullable: true };

/** How many questions are asked for. */
export class QuestionQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @NumberInQuery()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(100, { message: 'must be at most 100' })
  limit: number = 20;
}

/** A question that was asked lately, and how it was answered. */
export class QuestionView {
  @ApiProperty({ example: 'Do you have a terrace?' })
  text: string;
  @ApiProperty({ type: 'integer', description: 'How often it was asked lately.' })
  times: number;
  @ApiProperty({ format: 'date-time', description: 'When it was asked last.' })
  asked_at: string;
  @ApiProperty({ enum: ['whatsapp', 'api'] })
  source: string;
  @ApiProperty({ description: 'The message that asked it last: the id of its time line.' })
  message_id: string;
  @ApiProperty()
  conversation_id: string;
  @ApiProperty({
    enum: OUTCOMES,
    nullable: true,
    description: 'What became of it; null while it is in work, and of what the chat API asked.',
  })
  outcome: Outcome | null;
  @ApiProperty({
    ...TEXT,
    example: 'extractive',
    description:
      'How it was answered: `llm`, `extractive` or `fallback`, as in a chat; null: no answer was ' +
      'made, or an older Recado made it.',
  })
  mode: string | null;
  @ApiProperty({ ...TEXT, format: 'uuid', description: 'The curated answer that was given.' })
  curated_answer_id: string | null;

  static of(question: Question): QuestionView {
    const { text, times, askedAt, source, messageId, conversationId } = question;
    const { outcome, mode, curatedId } = question;
    return {
      text,
      times,
      asked_at: iso(askedAt),
      source,
      message_id: messageId,
      conversation_id: conversationId,
      outcome: outcome ?? null,
      mode: mode ?? null,
      curated_answer_id: curatedId ?? null,
    };
  }
}

/** The questions that were asked lately. */
export class LatestQuestions {
  @ApiProperty({ type: [QuestionView] })
  items: QuestionView[];
}
