import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/mailbox/outbox/channel.js';
import { MOST_HEARD } from '../../../src/mailbox/outbox/outbox.store.js';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  draftOf,
  heard,
  inbound,
  merge,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

const again = { kind: 'retry', error: { code: 63012, message: 'internal' } } as const;
const dead = { kind: 'dead', error: { code: 63024, message: 'no WhatsApp' } } as const;

/** What is known of a part when the callbacks come. */
type Known = 'sending' | 'doubtful' | 'uncertain' | 'accepted' | 'begun again';
/** A callback: its status, what it names of the attempt, and what a failure means. */
type Told = [status: string, names: 'both' | 'sid' | 'attempt' | 'other attempt', Verdict?];

onBothMailboxes('Callbacks, as a table:', (m) => {
  async function part(known: Known) {
    const turn = await answered(m);
    const { held, part: id } = turn;
    const [attempt, sid] = [randomUUID(), `SM${randomUUID()}`];
    await m.outbox.begin(held, id, attempt, 60_000);
    if (known === 'doubtful')
      await m.outbox.record(held, attempt, { kind: 'unknown', error: { message: 'cut' } });
    if (known === 'uncertain') await m.outbox.markUncertain(held, id);
    if (known === 'accepted' || known === 'begun again')
      await m.outbox.record(held, attempt, acceptance(sid));
    if (known === 'begun again') {
      await m.outbox.callback(heard({ sid, attempt, status: 'failed', failure: again }));
      await m.outbox.begin(held, id, randomUUID(), 60_000);
    }
    return { ...turn, attempt, sid };
  }

  function callbackOf({ attempt, sid }: { attempt: string; sid: string }, told: Told) {
    const [status, names, failure] = told;
    const other = `SM${randomUUID()}`;
    return heard({
      status,
      sid: names === 'attempt' ? other : sid,
      ...(names === 'both' || names === 'attempt' ? { attempt } : {}),
      ...(names === 'other attempt' && { attempt: randomUUID() }),
      failure,
    });
  }

  test.each<[Known, Told[], state: string, status: string | undefined]>([
    ['sending', [['sent', 'both']], 'accepted', 'sent'],
    ['sending', [['sent', 'attempt']], 'accepted', 'sent'],
    // Nothing tells yet that this is the message's SID.
    ['sending', [['sent', 'sid']], 'sending', undefined],
    ['sending', [['sent', 'other attempt']], 'sending', undefined],
    ['sending', [['failed', 'both', dead]], 'dead', 'failed'],
    ['sending', [['failed', 'both', again]], 'pending', 'failed'],
    ['doubtful', [['delivered', 'both']], 'accepted', 'delivered'],
    ['uncertain', [['delivered', 'both']], 'accepted', 'delivered'],
    ['uncertain', [['undelivered', 'both', dead]], 'dead', 'undelivered'],
    ['accepted', [['sent', 'sid']], 'accepted', 'sent'],
    ['accepted', [['sent', 'other attempt']], 'accepted', 'sent'],
    ['accepted', [['failed', 'sid', dead]], 'dead', 'failed'],
    [
      'accepted',
      [
        ['read', 'both'],
        ['delivered', 'both'],
        ['sent', 'both'],
      ],
      'accepted',
      'read',
    ],
    [
      'accepted',
      [
        ['failed', 'both', dead],
        ['delivered', 'both'],
      ],
      'dead',
      'failed',
    ],
    [
      'accepted',
      [
        ['delivered', 'both'],
        ['failed', 'both', dead],
      ],
      'accepted',
      'delivered',
    ],
    [
      'accepted',
      [
        ['failed', 'both', again],
        ['failed', 'both', again],
      ],
      'pending',
      'failed',
    ],
    [
      'accepted',
      [
        ['held', 'both'],
        ['held', 'both'],
        ['sent', 'both'],
      ],
      'accepted',
      'sent',
    ],
    // The former attempt: the one under way is another message.
    ['begun again', [['delivered', 'both']], 'sending', undefined],
    [
      'begun again',
      [
        ['failed', 'both', dead],
        ['sent', 'sid'],
      ],
      'sending',
      undefined,
    ],
  ])('a part that is %s hears %j and is %s, %s', async (known, told, state, status) => {
    const one = await part(known);
    for (const each of told) await m.outbox.callback(callbackOf(one, each));
    const [now] = (await turnOf(m, one.draft.turnId)).parts;
    expect([now.state, now.status]).toEqual([state, status]);
  });

  test('each is kept once, with what it said, also one that says nothing new', async () => {
    const one = await part('accepted');
    for (const status of ['delivered', 'sent', 'delivered', 'sent'])
      await m.outbox.callback(callbackOf(one, [status, 'both']));
    await m.outbox.callback(callbackOf(one, ['failed', 'both', dead]));
    const { sid } = one;
    const at = expect.any(Number);
    expect(await m.outbox.heard(one.part)).toEqual([
      { sid, at, status: 'delivered' },
      { sid, at, status: 'sent' },
      { sid, at, status: 'failed', error: dead.error },
    ]);
  });

  test('so many of them that a part cannot grow for ever', async () => {
    const one = await part('accepted');
    for (let n = 0; n < MOST_HEARD + 2; n++)
      await m.outbox.callback(callbackOf(one, [`new_${String.fromCharCode(97 + n)}`, 'both']));
    const all = await m.outbox.heard(one.part);
    expect(all).toHaveLength(MOST_HEARD);
    expect(all[0].status).toBe('new_c');
  });

  test('the SID tells more than the attempt, where they tell of two parts', async () => {
    const [one, other] = [await part('accepted'), await part('sending')];
    await m.outbox.callback(heard({ sid: one.sid, attempt: other.attempt, status: 'read' }));
    expect((await turnOf(m, one.draft.turnId)).parts[0].status).toBe('read');
    expect((await turnOf(m, other.draft.turnId)).parts[0].state).toBe('sending');
  });

  test('of a merged conversation: the work reaches the one that it became', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = await m.intake.accept(inbound({ userId }));
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const younger = await answered(m, 1, phone);
    const [attempt, sid] = [randomUUID(), `SM${randomUUID()}`];
    await m.outbox.begin(younger.held, younger.part, attempt, 60_000);
    await m.outbox.record(younger.held, attempt, acceptance(sid));
    await m.intake.accept(inbound({ phone, userId }));
    await merge(m, younger.held.conversationId);
    const claim = await claimed(m, older.conversationId);
    const { waiting } = (await m.turns.open(claim))!;
    const ends = { parts: [], answer: undefined, outcome: 'human' } as const;
    await m.turns.answer(claim, draftOf(waiting, { ...ends, parts: [] }));
    await m.queue.release(claim, { crashes: 0 });
    const failed = heard({ sid, attempt, status: 'failed', failure: again });
    expect(await m.outbox.callback(failed)).toMatchObject({
      conversationId: older.conversationId,
      state: 'pending',
    });
  });
});
