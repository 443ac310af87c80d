import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { OutcomeEvent } from '../../../src/mailbox/turns/outcome-counts.js';
import type { Draft } from '../../../src/mailbox/turns/work.js';
import {
  acceptance,
  aPhone,
  claimed,
  draftOf,
  inbound,
  onBothMailboxes,
  heard,
} from '../../support/stores/mailboxes.js';

const failed = { kind: 'dead', error: { code: 63016, message: 'outside the window' } } as const;

onBothMailboxes('Outcomes are told by their messages:', (m) => {
  let told: OutcomeEvent[] = [];
  beforeAll(() => m.onEnded((ended) => told.push(ended)));
  beforeEach(() => void (told = []));

  /** Two messages of one sender, covered by a stored turn of so many parts. */
  async function turn(parts: number, over: Partial<Draft> = {}) {
    const phone = aPhone();
    await m.intake.accept(inbound({ phone }));
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    const bodies = Array.from({ length: parts }, (_, n) => ({ id: randomUUID(), body: `${n}` }));
    const draft = draftOf(waiting, { parts: bodies, ...over });
    await m.turns.answer(held, draft);
    return { conversationId, held, draft, phone };
  }
  type Stored = Awaited<ReturnType<typeof turn>>;
  async function begin({ held, draft }: Stored, n = 0) {
    const attempt = randomUUID();
    await m.outbox.begin(held, draft.parts[n].id, attempt, 60_000);
    return attempt;
  }

  test('answered, once all parts are accepted, and not again by later callbacks', async () => {
    const stored = await turn(2);
    const sids = [`SM${randomUUID()}`, `SM${randomUUID()}`];
    await m.outbox.record(stored.held, await begin(stored), acceptance(sids[0]));
    expect(told).toEqual([]);
    const attempt = await begin(stored, 1);
    await m.outbox.record(stored.held, attempt, acceptance(sids[1]));
    await m.outbox.record(stored.held, attempt, acceptance(sids[1]));
    for (const sid of sids) await m.outbox.callback(heard({ sid, status: 'delivered' }));
    expect(told).toEqual([{ outcome: 'answered', messages: 2 }]);
  });

  test('a correction, once more under the new outcome', async () => {
    const stored = await turn(1);
    const sid = `SM${randomUUID()}`;
    await m.outbox.record(stored.held, await begin(stored), acceptance(sid));
    await m.outbox.callback(heard({ sid, status: 'failed', failure: failed }));
    expect(told.map(({ outcome }) => outcome)).toEqual(['answered', 'dead']);
    await m.failures.retry(stored.draft.turnId);
    await m.outbox.record(stored.held, await begin(stored), acceptance());
    expect(told.map(({ outcome }) => outcome)).toEqual(['answered', 'dead', 'answered']);
    expect(told.every(({ messages }) => messages === 2)).toBe(true);
  });

  test('limited, human and dead, at once where nothing is sent', async () => {
    for (const outcome of ['limited', 'human', 'dead'] as const)
      await turn(0, { answer: undefined, outcome });
    expect(told).toEqual([
      { outcome: 'limited', messages: 2 },
      { outcome: 'human', messages: 2 },
      { outcome: 'dead', messages: 2 },
    ]);
  });

  test('human, when a person takes over what was to be sent', async () => {
    const { conversationId } = await turn(1);
    await m.takeover.takeOver(conversationId);
    await m.takeover.takeOver(conversationId);
    expect(told).toEqual([{ outcome: 'human', messages: 2 }]);
  });

  test('opted out, what was to be sent and the word itself', async () => {
    const { held, phone } = await turn(1);
    await m.intake.accept(inbound({ phone, text: 'STOP' }));
    const { waiting } = (await m.turns.open(held))!;
    const stop = { optOut: true, endsAs: 'opted_out', outcome: 'opted_out' } as const;
    await m.turns.answer(held, draftOf(waiting, { ...stop, parts: [], answer: undefined }));
    expect(told).toHaveLength(2);
    expect(told).toContainEqual({ outcome: 'opted_out', messages: 2 });
    expect(told).toContainEqual({ outcome: 'opted_out', messages: 1 });
  });

  test('uncertain, and dead, once for a turn that is buried with several parts', async () => {
    const doubtful = await turn(1);
    await begin(doubtful);
    await m.outbox.markUncertain(doubtful.held, doubtful.draft.parts[0].id);
    const buried = await turn(3);
    await begin(buried);
    await m.turns.giveUp(buried.held, buried.draft.turnId, 'crashed');
    expect(told).toEqual([
      { outcome: 'uncertain', messages: 2 },
      { outcome: 'dead', messages: 2 },
    ]);
  });

  test('nothing for what was not stored, nor messages for what a person wrote', async () => {
    const { held, conversationId, draft } = await turn(1);
    await m.takeover.takeOver(conversationId);
    told = [];
    const lost = draftOf([], { parts: [], outcome: 'human', turnId: draft.turnId });
    expect(await m.turns.answer(held, lost)).toBe('lost');
    expect(told).toEqual([]);
    const parts = [{ id: randomUUID(), body: 'Hi' }];
    const reply = { turnId: randomUUID(), text: 'Hi', parts, windowMs: 60_000 };
    await m.takeover.reply(conversationId, reply);
    const again = await claimed(m, conversationId);
    const attempt = randomUUID();
    await m.outbox.begin(again, parts[0].id, attempt, 60_000);
    await m.outbox.record(again, attempt, acceptance());
    expect(told).toEqual([{ outcome: 'answered', messages: 0 }]);
  });
});
