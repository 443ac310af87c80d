import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Attempt, Verdict } from '../../src/mailbox/outbox/channel.js';
import { RULINGS } from '../../src/whatsapp/sending/verdict.table.js';
import { answerVerdict } from '../../src/whatsapp/sending/verdict.js';
import { deliveries } from '../support/stores/deliveries.js';
import {
  acceptance,
  answered,
  aPhone,
  claimOf,
  onBothMailboxes,
  turnOf,
} from '../support/stores/mailboxes.js';

const listed = [...RULINGS].filter(([, { kind, suspect }]) => kind === 'stop' || suspect);
/** Codes of the account, of a line, and those that may be that, by the table; and some that nobody knows. */
const CODES = [...listed.map(([code]) => code), 99_999, 12_345, 1, 70_051];
const [REFUSED, OTHER] = ['+15005550001', '+15005550002'];

onBothMailboxes('Whatever refuses an answer, if not for its own sake,', (m) => {
  let verdict: Verdict | undefined;
  let worker: ReturnType<typeof deliveries>;
  let sent: string[];

  beforeAll(() => {
    const refuses = (line?: string) =>
      line === REFUSED || (verdict?.kind === 'stop' && verdict.of === 'account');
    worker = deliveries(m, ({ to, line }: Attempt) => {
      sent.push(to);
      return verdict && refuses(line) ? verdict : acceptance();
    });
  });
  beforeEach(() => void (sent = []));
  afterAll(() => vi.restoreAllMocks());

  test.each(CODES)(
    '%i: it waits, its cause shown, alone if it is its line’s, and goes out when that is mended',
    async (code) => {
      const turn = await answered(m, 1, aPhone(), REFUSED);
      verdict = answerVerdict({ status: 400, body: { code, message: 'why' } });
      await worker.visit(turn.held);
      const { parts, outcome } = await turnOf(m, turn.draft.turnId);
      expect(outcome).toBeUndefined();
      expect(parts[0]).toMatchObject({ state: 'pending', error: { code } });
      expect(parts[0].error!.action).toMatch(/\w/);
      expect(await claimOf(m, turn.conversationId)).toBeUndefined();

      const other = await answered(m, 1, aPhone(), OTHER);
      await worker.visit(other.held);
      const waits = RULINGS.get(code)?.of === 'account';
      const fate = (await turnOf(m, other.draft.turnId)).outcome;
      expect(fate).toBe(waits ? undefined : 'answered');

      verdict = undefined;
      await m.holds.tryNow();
      await worker.work();
      for (const { draft } of [turn, other])
        expect((await turnOf(m, draft.turnId)).outcome).toBe('answered');
      expect(sent.toSorted()).toEqual([turn.phone, turn.phone, other.phone].toSorted());
    },
  );
});
