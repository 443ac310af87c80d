import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Wait,
  WAITING_REASONS,
  type WaitingReason,
} from '../../sessions/handover/handover.js';

/** Who or what answered. */
export const BRANCHES = [
  /** The operator's own answer. */
  'curated',
  /** The opening hours, from the setting or the documents. */
  'hours',
  /** The documents' own words. */
  'documents',
  'model',
  /** "I don't have that", whoever said it. */
  'refusal',
  /** The fallback message. */
  'fallback',
  /** A person is asked for. */
  'handover',
  /** A sentence that needs no document. */
  'plain',
  /** The sentence for a form of message, such as a sticker. */
  'form',
  /** The notice that too many messages came. */
  'limited',
  'opt_out',
  'opt_in',
] as const;
export type Branch = (typeof BRANCHES)[number];

/** What became of the model for this answer. */
export const MODEL_PARTS = [
  /** Its answer was sent. */
  'answered',
  /** None is set. */
  'none_set',
  /** The day's tokens are used up. */
  'token_limit',
  /** A budget is spent. */
  'budget',
  /** The message gives orders to a model. */
  'gives_orders',
  /** A table says yes or no, which small models turn round. */
  'table_answers',
  /** No document says anything of a first question. */
  'nothing_to_read',
  /** It did not say what the documents' words say. */
  'not_the_documents',
  /** It stated what stands nowhere, or what it must not tell. */
  'guarded',
  'failed',
  /** This kind of answer needs none. */
  'not_needed',
] as const;
export type ModelPart = (typeof MODEL_PARTS)[number];

/** Why a branch answered, where that can be more than one thing. */
export const REASONS = [
  /** Of a refusal: what was found is below the threshold. */
  'below_threshold',
  'nothing_found',
  /** What was found has no words that answer. */
  'no_words_fit',
  'off_topic',
  'model_says_so',
  /** Of the fallback. */
  'too_late',
  'model_failed',
  'nothing_to_send',
  /** Of a curated answer: a model said it in the sender's language. */
  'translated',
  /** Of a handover: a budget is spent. */
  'over_budget',
  /** What the message wants, of an answer that needs no document. */
  'person',
  'complaint',
  'topic',
  'operator',
  'bot',
  'courtesy',
  'correction',
  'unreadable',
  'no',
  'opt-out',
  /** It is asked back whether no more messages are wanted. */
  'opt-out-unclear',
] as const;
export type Reason = (typeof REASONS)[number];

/** Who answered, and why. */
export class TraceOutcome {
  @ApiProperty({ enum: BRANCHES, description: 'Who or what answered.' })
  branch: Branch;
  @ApiProperty({ enum: REASONS, nullable: true, type: String })
  why: Reason | null;
  @ApiProperty({ enum: MODEL_PARTS, description: 'What became of the model.' })
  model: ModelPart;
  @ApiProperty({ type: String, nullable: true, description: 'What failed, without secrets.' })
  error: string | null;
  @ApiPropertyOptional({
    enum: WAITING_REASONS,
    description:
      'Why the sender waits for a person from this answer on; absent: they do not, or the answer is ' +
      'of a former version.',
  })
  handover?: WaitingReason;
}

/** An outcome, of which only what is said differs from an answer that needs no model. */
export function outcome(branch: Branch, more: Partial<TraceOutcome> = {}): TraceOutcome {
  return { branch, why: null, model: 'not_needed', error: null, ...more };
}

/** The outcome of an answer from which on the sender may wait for a person. */
export function passingOn(made: TraceOutcome, wait: Wait | undefined): TraceOutcome {
  return wait ? { ...made, handover: wait.reason } : made;
}
