import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newConversationId } from '../../../src/sessions/new-conversation-id.js';
import type { Crowd, Person } from '../../support/inbox/crowd.js';
import {
  claimed,
  draftOf,
  inbound,
  merge,
  type Mailboxes,
  openMailboxes,
} from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

let number = 0;
const eight = () => String(90_000_000 + number++);
/** The forms of somebody's phone in each of the three countries. */
const COUNTRIES: [string, () => string[]][] = [
  ['Mexico', () => [eight()].flatMap((n) => [`+5255${n}`, `+52155${n}`])],
  ['Argentina', () => [eight()].flatMap((n) => [`+54911${n}`, `+5411${n}`, `+541115${n}`])],
  ['Brazil', () => [eight()].flatMap((n) => [`+55119${n}`, `+5511${n}`])],
];
const mexican = COUNTRIES[0][1];

onBothStores('The forms of a phone', (make) => {
  let store: TestStore;
  let m: Mailboxes;
  let crowd: Crowd;
  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
    crowd = await store.open<Crowd>({
      sqlite: () => import('../../support/inbox/crowd.sqlite.js'),
      mongo: () => import('../../support/inbox/crowd.mongo.js'),
    });
  });
  afterAll(() => store.close());

  /** Somebody as a former version left them: a conversation of their own for one form. */
  const former = (waId: string, over: Partial<Person> = {}): Person => {
    const at = Date.now() - 60_000 + number++;
    const said = [
      { id: randomUUID(), text: 'hola', at },
      { id: randomUUID(), text: 'Buenos días', at: at + 1, status: 'sent' },
    ];
    return { id: newConversationId(), waId, name: 'Ana', unread: false, said, ...over };
  };

  test.each(COUNTRIES)('are one person: %s', async (_, make) => {
    const forms = make();
    const { conversationId } = await m.sessions.getOrCreate({ phone: forms[0] });
    for (const phone of [...forms, ...forms.toReversed()]) {
      expect(await m.sessions.getOrCreate({ phone })).toEqual({ conversationId });
      // What is answered goes where it was written from, and nowhere else.
      expect(await m.sessions.addresses(conversationId)).toEqual([phone]);
      for (const other of forms) {
        expect(await m.sessions.find(other)).toMatchObject({ waId: phone, conversationId });
        const found = await m.sessions.conversations({ waId: other }, 5);
        expect(found.map(({ id }) => id)).toEqual([conversationId]);
      }
    }
  });

  test('first messages from both at once make one conversation', async () => {
    for (let n = 0; n < 5; n++) {
      const forms = mexican();
      const calls = [...forms, ...forms].map((phone) => m.sessions.getOrCreate({ phone }));
      await Promise.all(calls);
      const all = await Promise.all(forms.map((phone) => m.sessions.getOrCreate({ phone })));
      expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1);
      expect(await m.sessions.conversations({ waId: forms[0] }, 5)).toHaveLength(1);
    }
  });

  test('who opted out with one has opted out with the other', async () => {
    const [one, other] = mexican();
    const { conversationId } = await m.intake.accept(inbound({ phone: one, text: 'STOP' }));
    const held = await claimed(m, conversationId);
    const waiting = (await m.turns.open(held))!.waiting;
    await m.turns.answer(held, draftOf(waiting, { optOut: true, endsAs: 'opted_out' }));
    const next = await m.intake.accept(inbound({ phone: other, text: 'hola' }));
    expect(next.conversationId).toBe(conversationId);
    expect(await m.sessions.conversations({ waId: other, optedOut: true }, 5)).toHaveLength(1);
  });

  test('a phone that is somebody else’s now moves in whichever form', async () => {
    const [one, other] = mexican();
    const [first, second] = [1, 2].map((n) => `MX.${number++}${n}`);
    const left = await m.sessions.getOrCreate({ phone: one, userId: first });
    const { conversationId } = await m.sessions.getOrCreate({ phone: other, userId: second });
    expect(conversationId).not.toBe(left.conversationId);
    expect(await m.sessions.addresses(left.conversationId)).toEqual([first]);
    expect(await m.sessions.find(one)).toMatchObject({ waId: other, conversationId });
  });

  test('conversations of both, made before, are found together, and merged by a message', async () => {
    const [one, other] = mexican();
    const [older, younger] = [former(one, { optedOutAt: Date.now() }), former(other)];
    await crowd.add([older, younger]);
    const found = await m.sessions.conversations({ waId: one }, 5);
    expect(found.map(({ id }) => id).toSorted()).toEqual([older.id, younger.id].toSorted());
    const { conversationId } = await m.intake.accept(inbound({ phone: one }));
    expect(conversationId).toBe(older.id);
    await merge(m, younger.id);
    expect(await m.sessions.resolve(younger.id)).toBe(older.id);
    expect(await m.sessions.addresses(older.id)).toEqual([one]);
    expect((await m.sessions.conversation(younger.id))!.optedOutAt).toBeDefined();
    expect((await m.messages.page(older.id, 10)).messages).toHaveLength(5);
  });

  test('or by the first start that knows of it; two people stay two', async () => {
    const [one, other] = mexican();
    const [older, younger] = [former(one), former(other, { optedOutAt: Date.now() })];
    const brazilian = former(COUNTRIES[2][1]()[0]);
    await crowd.add([older, younger, brazilian]);
    for (let after = await m.sessions.unite(); after;) after = await m.sessions.unite(after);
    const id = await m.sessions.resolve(younger.id);
    expect(id).toBe(older.id);
    expect((await m.sessions.conversation(older.id))!.optedOutAt).toBeDefined();
    expect(await m.sessions.resolve(brazilian.id)).toBe(brazilian.id);
    // The form that was written from last.
    expect(await m.sessions.addresses(older.id)).toEqual([other]);
    expect(await m.sessions.unite()).toBeNull();
  });

  test('erasing who wrote from one leaves nothing of the other', async () => {
    const [one, other] = mexican();
    const { conversationId } = await m.intake.accept(inbound({ phone: one }));
    await m.intake.accept(inbound({ phone: other }));
    await m.erasure.erase(conversationId);
    for (const phone of [one, other]) {
      expect(await m.sessions.find(phone)).toBeNull();
      expect(await m.sessions.conversations({ waId: phone }, 5)).toEqual([]);
    }
  });
});
