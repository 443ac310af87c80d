import { expect } from 'vitest';
import type { Claim } from '../../../src/mailbox/queue/queue.store.js';
import { claimOf, type Mailboxes } from './mailboxes.js';

/** Takes the mailbox once its holder's lease has run out, as its process has died. */
export async function heirOf(m: Mailboxes, id: string, leaseMs?: number): Promise<Claim> {
  let heir: Claim | undefined;
  await expect.poll(async () => (heir = await claimOf(m, id, leaseMs))).toBeDefined();
  return heir!;
}
