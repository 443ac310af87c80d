import type { LineAddress } from '../../config/lines/line-address.js';

/** Their record says so where the opt-out outlived an erasure. */
export const BEFORE_ERASURE = 'They had opted out when their data were erased.';

/** Knows who had opted out when they were erased, by keyed hashes of their addresses (decision 38). */
export abstract class FormerOptOuts {
  /**
   * Opts the sender of a conversation out again if one of their addresses had opted out when it was
   * erased. Returns whether it did.
   */
  abstract restore(conversationId: string): Promise<boolean>;

  /** Whether the owner of this address had opted out, on its line, when they were erased. */
  abstract knows(address: LineAddress): Promise<boolean>;
}
