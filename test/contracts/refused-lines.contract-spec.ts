import * as fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import type { LineId } from '../../src/config/lines/line.js';
import type { Attempt } from '../../src/mailbox/outbox/channel.js';
import type { Claim } from '../../src/mailbox/queue/queue.store.js';
import type { Draft } from '../../src/mailbox/turns/work.js';
import { answerVerdict } from '../../src/whatsapp/sending/verdict.js';
import { deliveries } from '../support/stores/deliveries.js';
import {
  acceptance,
  answered,
  aPhone,
  onBothMailboxes,
  turnOf,
} from '../support/stores/mailboxes.js';

/** The default line, and two others. */
const LINES: (LineId | undefined)[] = [undefined, '+15005550001', `MG${'1'.repeat(32)}`];
/** Where the account stands among what may be broken. */
const ACCOUNT = 3;
const refusal = (code: number) => answerVerdict({ status: 400, body: { code, message: 'why' } });

interface World {
  faults: (number | undefined)[];
  people: number[];
  account: number | undefined;
  mended: number[];
}
const worlds: fc.Arbitrary<World> = fc.record({
  /** What refuses each line: codes of a line, one that nobody knows, or nothing. */
  faults: fc.array(fc.constantFrom(63007, 21703, 99_999, undefined), {
    minLength: 3,
    maxLength: 3,
  }),
  /** How many people wait for an answer on each. */
  people: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
  /** What refuses all. */
  account: fc.constantFrom(20003, 63038, undefined, undefined),
  /** In which order what is broken is mended. */
  mended: fc.shuffledSubarray([0, 1, 2, ACCOUNT], { minLength: 4 }),
});

onBothMailboxes('Whatever is refused of several lines,', (m) => {
  afterAll(() => void vi.restoreAllMocks());

  async function run({ faults, people, account, mended }: World): Promise<void> {
    const broken = new Map([...faults, account].entries());
    const got: string[] = [];
    const { work } = deliveries(m, ({ to, line }: Attempt) => {
      const code = broken.get(ACCOUNT) ?? broken.get(LINES.indexOf(line));
      if (code) return refusal(code);
      got.push(to);
      return acceptance();
    });
    const turns: { at: number; phone: string; held: Claim; draft: Draft }[] = [];
    for (const [at, count] of people.entries())
      for (let n = 0; n < count; n++)
        turns.push({ ...(await answered(m, 1, aPhone(), LINES[at])), at });
    for (const { held } of turns) await m.queue.release(held, { crashes: 0, dueInMs: 0 });

    const goesOut = () =>
      turns.filter(({ at }) => !broken.get(ACCOUNT) && !broken.get(at)).map(({ phone }) => phone);
    await work();
    expect(got).toEqual(expect.arrayContaining(goesOut()));
    for (const one of mended) {
      broken.delete(one);
      // Of whom each has its turn to try for the account.
      for (let tries = 0; tries <= turns.length && goesOut().length > got.length; tries++) {
        await m.holds.tryNow();
        await work();
      }
      expect(got.toSorted()).toEqual(goesOut().toSorted());
    }
    for (const { draft } of turns) expect((await turnOf(m, draft.turnId)).outcome).toBe('answered');
    expect(await m.holds.all()).toEqual([]);
  }

  test('what isn’t goes out, and what is once it is mended, one message to each', async () => {
    // What is left of a run that fails would be the next one's trouble.
    const once = { endOnFailure: true, numRuns: 8, seed: 44 };
    await fc.assert(fc.asyncProperty(worlds, run), once);
  }, 120_000);
});
