import type { Claim } from '../queue/queue.store.js';
import type { Outcome, Turn } from './turn.js';
import type { Draft, Work } from './work.js';

/** What a JSON caller of the webhook waits for. */
export interface Answered {
  /** Nothing more will come: there is an answer, or there will be none. */
  done: boolean;
  answer: string | null;
}

/** What waits in a claimed mailbox, the answer that makes a turn of it, and the turns there are. */
export abstract class TurnStore {
  /** Looks into a claimed mailbox; nothing when the claim was lost. */
  abstract open(claim: Claim): Promise<Work | null>;

  /**
   * Stores an answer and its parts, once, if the claim still holds.
   * `outdated`: more has come in, and nothing was stored.
   */
  abstract answer(claim: Claim, draft: Draft): Promise<'stored' | 'outdated' | 'lost'>;

  /** Cancels what isn't on its way to a sender who opted out. */
  abstract cancel(claim: Claim): Promise<void>;

  /**
   * Ends a turn that can't be worked on, with all that it has left to send. What it came to: `dead`,
   * or `uncertain` where only attempts without word were left; nothing when the claim was lost.
   */
  abstract giveUp(claim: Claim, turnId: string, error: string): Promise<Outcome | undefined>;

  /** The turns with these ids, with their parts. */
  abstract find(ids: string[]): Promise<Turn[]>;

  /** What there is for the sender of this message by now. */
  abstract answerTo(messageId: string): Promise<Answered>;
}
