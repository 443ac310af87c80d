import type { Claim } from '../queue/queue.store.js';
import type { Stored } from './first-attempt.js';
import type { Outcome, Turn } from './turn.js';
import type { Draft, Work } from './work.js';

/** The answer to a message, for a JSON caller of the webhook, who waits for it. */
export interface Answered {
  /** True once a turn covers the message: `answer` is final, also when it is null. */
  done: boolean;
  answer: string | null;
}

/** Reads what waits in a claimed mailbox, stores turns, and finds them again. */
export abstract class TurnStore {
  /** Reads a claimed mailbox. Returns null when the claim is lost. */
  abstract open(claim: Claim): Promise<Work | null>;

  /**
   * Stores an answer and its parts as a turn. Stores nothing and returns `lost` when the claim is
   * lost, or `outdated` when more messages wait than the draft knows of. Records the draft's first
   * attempt with it, unless something of the conversation is to be sent before, or the sender has no
   * address. Throws when a draft has neither parts nor an outcome.
   */
  abstract answer(claim: Claim, draft: Draft): Promise<Stored>;

  /** Cancels the turns of a sender who opted out, but for attempts that were recorded. */
  abstract cancel(claim: Claim): Promise<void>;

  /**
   * Ends a turn that can't be worked on, and its unsent parts. Returns its outcome: `dead`, or
   * `uncertain` when only attempts of unknown outcome were left. Returns undefined when the claim
   * is lost.
   */
  abstract giveUp(claim: Claim, turnId: string, error: string): Promise<Outcome | undefined>;

  /** Returns the turns with these ids, and their parts. */
  abstract find(ids: string[]): Promise<Turn[]>;

  /** Returns the answer that is stored for a message by now. */
  abstract answerTo(messageId: string): Promise<Answered>;
}
