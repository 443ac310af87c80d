import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Trace } from '../../chat/trace/trace.js';
import { iso } from '../../clock.js';
import { CuratedAnswerView } from '../../knowledge/answers/curated-answer.dto.js';
import { type Outcome, OUTCOMES, type Turn } from '../../mailbox/turns/turn.js';
import { EvaluationCaseView } from '../evaluation/case.dto.js';
import { FeedbackView } from '../feedback/feedback.dto.js';
import { questionOf, type Reviewed } from '../reviewed.js';

/** A message that was answered. */
export class AskedMessage {
  @ApiProperty({ description: "Twilio's MessageSid, or of the chat API its own id." })
  id: string;
  @ApiProperty()
  text: string;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
}

/** An answer, what it was made from, and what a person thinks of it. */
export class ReviewedAnswer {
  @ApiProperty({ format: 'uuid', description: "The answer's own id." })
  answer_id: string;
  @ApiProperty({ format: 'uuid' })
  conversation_id: string;
  @ApiProperty({ enum: ['whatsapp', 'api'] })
  source: string;
  @ApiProperty({ type: [AskedMessage], description: "Oldest first; none of a person's reply." })
  asked: AskedMessage[];
  @ApiProperty({ description: 'Their texts.' })
  question: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: nothing was answered (yet).' })
  answer: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answered_at: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'llm',
    description: 'How it was made: llm, extractive, fallback; person: somebody wrote it.',
  })
  mode: string | null;
  @ApiProperty({
    enum: OUTCOMES,
    nullable: true,
    type: String,
    description: 'What became of the messages; null while it is in work, and of the chat API.',
  })
  outcome: Outcome | null;
  @ApiProperty({ type: [String], description: "Twilio's MessageSids of what was sent." })
  sent: string[];
  @ApiPropertyOptional({
    type: Trace,
    description: 'Left out where none was kept, or it is older than `trace_days`.',
  })
  trace?: Trace;
  @ApiPropertyOptional({ type: FeedbackView, description: 'Left out where nobody judged it.' })
  feedback?: FeedbackView;
  @ApiPropertyOptional({ type: CuratedAnswerView, description: 'What corrects it.' })
  correction?: CuratedAnswerView;
  @ApiProperty({ type: [EvaluationCaseView], description: 'The cases that were made of it.' })
  cases: EvaluationCaseView[];

  static of(
    reviewed: Reviewed,
    turn: Turn | undefined,
    more: Pick<ReviewedAnswer, 'trace' | 'correction' | 'cases'>,
  ): ReviewedAnswer {
    const { answerId, conversationId, asked, answer, feedback } = reviewed;
    const [first = answer!] = asked;
    return {
      answer_id: answerId,
      conversation_id: conversationId,
      source: first.source,
      asked: asked.map(({ id, text, createdAt }) => ({ id, text, created_at: iso(createdAt) })),
      question: questionOf(reviewed),
      answer: answer?.text ?? null,
      answered_at: answer ? iso(answer.createdAt) : null,
      mode: turn?.mode ?? null,
      outcome: turn?.outcome ?? null,
      sent: (turn?.parts ?? []).flatMap(({ sid }) => sid ?? []),
      ...(feedback?.verdict && { feedback: FeedbackView.of(feedback) }),
      ...more,
    };
  }
}
