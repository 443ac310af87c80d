import type { ConsentNews, ConsentRecord } from '../sessions/consent/consent-record.js';

/** What an operator says of a sender's wish, who heard of it in another way. */
export type OperatorsWord = Pick<ConsentNews, 'kind' | 'call' | 'reason'>;

/** Opts senders out and in by an operator's word, and reads the record of who did so, and how. */
export abstract class ConsentStore {
  /**
   * Opts a sender out or in: out as their own word does, so that what isn't on its way is cancelled.
   * It changes nothing, and records nothing, where that is so already. Returns false for an unknown
   * conversation.
   */
  abstract decide(conversationId: string, word: OperatorsWord): Promise<boolean>;

  /**
   * Returns records in their order, `limit` at most, behind the one whose `seq` is `after`: of one
   * conversation and what was merged into it, or all.
   */
  abstract page(limit: number, after?: string, conversationId?: string): Promise<ConsentRecord[]>;
}
