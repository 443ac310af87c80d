import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { iso } from '../../clock.js';
import { Page } from '../../http/page.js';
import { Exact, Readable } from '../../http/validation.js';
import { type Feedback, type Verdict, VERDICTS } from '../reviewed.js';
import type { Judged } from './feedback.store.js';

const VERDICT = { type: String, enum: VERDICTS, nullable: true };
const MOST_NOTE = 2000;

/** What a person thinks of an answer. */
@Exact()
export class FeedbackRequest {
  @ApiProperty({ ...VERDICT, description: 'Null takes the former verdict back, and its note.' })
  @IsIn([...VERDICTS, null], { message: 'must be up, down or null' })
  verdict: Verdict | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: MOST_NOTE,
    example: 'The price is the one of last year.',
  })
  @IsOptional()
  @Readable()
  @MaxLength(MOST_NOTE, { message: `must have ${MOST_NOTE} characters at most` })
  @IsString({ message: 'must be a text' })
  note?: string | null;
}

/** What a person thinks of an answer, as the API shows it. */
export class FeedbackView {
  @ApiProperty(VERDICT)
  verdict: Verdict | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  @ApiProperty({ format: 'date-time' })
  given_at: string;

  static of({ verdict, note, givenAt }: Feedback): FeedbackView {
    return { verdict: verdict ?? null, note: note ?? null, given_at: iso(givenAt) };
  }
}

/** Selects the answers that were judged. */
export class FeedbackQuery extends Page {
  @ApiPropertyOptional({ enum: VERDICTS })
  @IsOptional()
  @IsIn(VERDICTS, { message: 'must be up or down' })
  verdict?: Verdict;
}

/** An answer that somebody judged. */
export class JudgedAnswer extends FeedbackView {
  @ApiProperty({ format: 'uuid', description: "The answer's own id." })
  answer_id: string;
  @ApiProperty({ format: 'uuid' })
  conversation_id: string;
  @ApiProperty()
  question: string;
  @ApiProperty()
  answer: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The curated answer that corrects it.',
  })
  correction_id: string | null;

  static ofJudged({ answerId, conversationId, feedback, ...said }: Judged): JudgedAnswer {
    const correction_id = feedback.correctionId ?? null;
    const named = { answer_id: answerId, conversation_id: conversationId };
    return { ...named, ...said, ...FeedbackView.of(feedback), correction_id };
  }
}

/** A page of answers that were judged, the latest judged first. */
export class JudgedAnswerPage {
  @ApiProperty({ type: [JudgedAnswer] })
  items: JudgedAnswer[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
