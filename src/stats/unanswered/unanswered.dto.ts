import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../../clock.js';

/** Why a question counts as one without an answer. */
export const WHYS = ['refusal', 'fallback', 'judged'] as const;
export type Why = (typeof WHYS)[number];

/** A question without an answer, as it was asked last. */
export interface Unanswered {
  text: string;
  messageId: string;
  conversationId: string;
  /** Milliseconds since 1970. */
  askedAt: number;
  times: number;
  why: Why;
}

/** A question without an answer. */
export class UnansweredQuestion {
  @ApiProperty({ example: 'Do you sell wedding cakes?' })
  text: string;
  @ApiProperty({ description: 'The message that asked it last: the id of its time line.' })
  message_id: string;
  @ApiProperty()
  conversation_id: string;
  @ApiProperty({ format: 'date-time' })
  asked_at: string;
  @ApiProperty({ type: 'integer', description: 'How often, in these words.' })
  times: number;
  @ApiProperty({
    enum: WHYS,
    description:
      '`refusal`: "I don\'t have that"; `fallback`: no answer came; `judged`: a thumb down.',
  })
  why: Why;

  static of(question: Unanswered): UnansweredQuestion {
    const { text, messageId, conversationId, askedAt, times, why } = question;
    const asked = { message_id: messageId, conversation_id: conversationId };
    return { text, ...asked, asked_at: iso(askedAt), times, why };
  }
}

/** Questions that ask the same. */
export class UnansweredGroup {
  @ApiProperty({ type: 'integer', description: 'How often it was asked, in all words.' })
  times: number;
  @ApiProperty({ format: 'date-time', description: 'When it was asked last.' })
  asked_at: string;
  @ApiProperty({ type: [UnansweredQuestion], description: 'The latest first; at most 20.' })
  questions: UnansweredQuestion[];

  static of(questions: Unanswered[]): UnansweredGroup {
    const latest = questions.toSorted((a, b) => b.askedAt - a.askedAt);
    return {
      times: questions.reduce((sum, { times }) => sum + times, 0),
      asked_at: iso(latest[0].askedAt),
      questions: latest.slice(0, 20).map(UnansweredQuestion.of),
    };
  }
}

/** The questions without an answer, in groups of those that ask the same; the largest first. */
export class UnansweredView {
  @ApiProperty({ type: [UnansweredGroup], description: 'At most 100.' })
  groups: UnansweredGroup[];
}
