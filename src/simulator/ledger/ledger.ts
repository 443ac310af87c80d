import type { LedgerEntry } from './ledger-entry.js';

/**
 * What the emulator accepted and what became of it, in the order it happened. Whoever checks an
 * app reads this file only: a line is on disk before the answer or the callback leaves.
 */
export abstract class Ledger {
  /** Resolves when the line is durable; rejects when it could not be kept, and then it is not. */
  abstract append(entry: LedgerEntry): Promise<void>;
  /** All that was kept by earlier processes. */
  abstract entries(): AsyncIterable<LedgerEntry>;
  /** Forgets everything. */
  abstract clear(): Promise<void>;
  abstract close(): Promise<void>;
}

/** Keeps nothing: for an emulator without a file. */
export class NoLedger extends Ledger {
  async append(): Promise<void> {}
  async *entries(): AsyncIterable<LedgerEntry> {}
  async clear(): Promise<void> {}
  async close(): Promise<void> {}
}
