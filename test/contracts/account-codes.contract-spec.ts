import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SystemClock } from '../../src/clock.js';
import { AccountHold } from '../../src/mailbox/account/account-hold.js';
import type { Channel, Verdict } from '../../src/mailbox/outbox/channel.js';
import { DeliveryService } from '../../src/mailbox/outbox/delivery.service.js';
import type { MessageCosts } from '../../src/mailbox/outbox/message-costs.js';
import { VerdictsService } from '../../src/mailbox/outbox/verdicts.service.js';
import type { Claim } from '../../src/mailbox/queue/queue.store.js';
import { RULINGS } from '../../src/whatsapp/sending/verdict.table.js';
import { answerVerdict } from '../../src/whatsapp/sending/verdict.js';
import {
  answered,
  claimed,
  claimOf,
  onBothMailboxes,
  turnOf,
} from '../support/stores/mailboxes.js';

const listed = [...RULINGS].filter(([, { kind, suspect }]) => kind === 'stop' || suspect);
/** Codes of the account, and those that may be its own, by the table; and some that nobody knows. */
const CODES = [...listed.map(([code]) => code), 99_999, 12_345, 1, 70_051];
const never = new AbortController().signal;

onBothMailboxes('Whatever refuses an answer, if not for its own sake,', (m) => {
  let verdict: Verdict;
  let delivery: DeliveryService;
  let sent: string[];
  const accepted: Verdict = { kind: 'accepted', sid: 'SM1', status: 'queued' };

  beforeAll(() => {
    const channel = {
      sender: async () => undefined,
      send: async ({ to }: { to: string }) => (sent.push(to), verdict),
    };
    const account = new AccountHold(m.account);
    for (const level of ['error', 'log'] as const)
      vi.spyOn(account['logger'], level).mockReturnValue(undefined);
    const clock = new SystemClock();
    const verdicts = new VerdictsService(m.outbox, clock);
    const by = channel as unknown as Channel;
    const free = { sent: () => undefined } as unknown as MessageCosts;
    delivery = new DeliveryService(m.outbox, verdicts, by, account, free, clock);
  });
  afterAll(() => vi.restoreAllMocks());

  /** A worker's visit of a mailbox whose answer is stored. */
  async function visit(claim: Claim) {
    const work = (await m.turns.open(claim))!;
    const release = { wakes: work.wakes, crashes: 0 };
    const outgoing = work.turn && { turn: work.turn, work, release };
    const dueInMs = outgoing && (await delivery.deliver(claim, outgoing, never));
    if (dueInMs !== 'released') await m.queue.release(claim, { ...release, dueInMs });
  }

  test.each(CODES)(
    '%i: it waits, its cause shown, and goes out when that is mended',
    async (code) => {
      sent = [];
      const turn = await answered(m);
      verdict = answerVerdict({ status: 400, body: { code, message: 'why' } });
      await visit(turn.held);
      const { parts, outcome } = await turnOf(m, turn.draft.turnId);
      expect(outcome).toBeUndefined();
      expect(parts[0]).toMatchObject({ state: 'pending', error: { code } });
      expect(parts[0].error!.action).toMatch(/\w/);
      expect(await claimOf(m, turn.conversationId)).toBeUndefined();
      verdict = accepted;
      await m.account.tryNow();
      await m.account.tend();
      await visit(await claimed(m, turn.conversationId));
      expect((await turnOf(m, turn.draft.turnId)).outcome).toBe('answered');
      expect(sent).toEqual([turn.phone, turn.phone]);
    },
  );
});
