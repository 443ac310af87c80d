import { vi } from 'vitest';
import { SystemClock } from '../../../src/clock.js';
import { Holds } from '../../../src/mailbox/holds/holds.js';
import type { Attempt, Channel, Verdict } from '../../../src/mailbox/outbox/channel.js';
import { DeliveryService } from '../../../src/mailbox/outbox/delivery.service.js';
import type { MessageCosts } from '../../../src/mailbox/outbox/message-costs.js';
import { VerdictsService } from '../../../src/mailbox/outbox/verdicts.service.js';
import type { Claim } from '../../../src/mailbox/queue/queue.store.js';
import type { Mailboxes } from './mailboxes.js';

/** Milliseconds. */
const HELD = { interval: 20, timeout: 5000 };
const never = new AbortController().signal;

/** A worker that sends stored answers to a channel which judges each as `judge` does. */
export function deliveries(m: Mailboxes, judge: (attempt: Attempt) => Verdict) {
  const holds = new Holds(m.holds);
  for (const level of ['error', 'log'] as const)
    vi.spyOn(holds['logger'], level).mockReturnValue(undefined);
  const channel = {
    sender: async () => undefined,
    send: async (attempt: Attempt) => judge(attempt),
  } as unknown as Channel;
  const clock = new SystemClock();
  const verdicts = new VerdictsService(m.outbox, clock);
  const free = { sent: () => undefined } as unknown as MessageCosts;
  const delivery = new DeliveryService(m.outbox, verdicts, channel, holds, free, clock);

  /** A worker's visit of a mailbox whose answer is stored. */
  async function visit(claim: Claim): Promise<void> {
    const work = (await m.turns.open(claim))!;
    const release = { wakes: work.wakes, crashes: 0 };
    const outgoing = work.turn && { turn: work.turn, work, release };
    const dueInMs = outgoing && (await delivery.deliver(claim, outgoing, never));
    // As a worker does: what another transaction holds for a moment is released after it.
    if (dueInMs !== 'released')
      await vi.waitFor(() => m.queue.release(claim, { ...release, dueInMs }), HELD);
  }

  /** Visits whoever is due, and looks after the holds, until nothing is left to do now. */
  async function work(): Promise<void> {
    for (;;) {
      const { woken } = await m.holds.tend();
      const claims = await m.queue.claim(100, 60_000);
      for (const claim of claims) await visit(claim);
      if (!woken && !claims.length) return;
    }
  }
  return { visit, work };
}
