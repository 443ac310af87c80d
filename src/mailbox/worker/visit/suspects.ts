import { ALONE_AFTER, isSuspect } from '../../queue/crashes.js';
import type { Claim } from '../../queue/queue.store.js';

/** So many messages are answered one by one; then it may be four times as many with each answer. */
const ONE_BY_ONE = 2;
const GROWTH = 4;

/**
 * How many messages at once are tried of a mailbox that was in work at crashes: one of them may be what
 * kills the process, or none. The first ones go by themselves. With each answer that came to its end the
 * next may be to more messages, so that many who are innocent aren't slow for long. What is known dies
 * with the process: after a crash, the first that wait go by themselves again.
 */
export class Suspects {
  private readonly answers = new Map<string, number>();

  /** Undefined: as many as ever. */
  most(claim: Claim): number | undefined {
    if (!isSuspect(claim)) return undefined;
    const answers = this.answers.get(claim.conversationId) ?? 0;
    return GROWTH ** Math.max(0, answers - ONE_BY_ONE + 1);
  }

  /** Messages of a suspect were answered, and the process lives. */
  answered(claim: Claim): void {
    if (!isSuspect(claim)) return;
    const { conversationId } = claim;
    this.answers.set(conversationId, (this.answers.get(conversationId) ?? 0) + 1);
  }

  /**
   * Returns the mailbox's crash count after a visit that succeeded. While `more` messages wait that may
   * have caused the crashes, the mailbox is still worked on alone.
   */
  crashesAfter(claim: Claim, more: boolean): number {
    if (more && isSuspect(claim)) return ALONE_AFTER;
    this.answers.delete(claim.conversationId);
    return 0;
  }
}
