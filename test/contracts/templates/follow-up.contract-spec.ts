import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FollowUpStore, Owed } from '../../../src/templates/follow-up/follow-up.store.js';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  draftOf,
  inbound,
  openMailboxes,
  type Mailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const HOUR = 3_600_000;
const ANY_AGE = { least: -HOUR, most: HOUR };
const closed = {
  kind: 'dead',
  error: { code: 63016, message: 'closed' },
  windowClosed: true,
} as const;

onBothStores('Follow-ups', (make) => {
  let store: TestStore;
  let m: Mailboxes;
  let followUps: FollowUpStore;
  afterAll(() => store.close());
  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
    followUps = await store.open<FollowUpStore>({
      sqlite: () => import('../../../src/templates/follow-up/follow-up.sqlite.js'),
      mongo: () => import('../../../src/templates/follow-up/follow-up.mongo.js'),
    });
  });
  const followUp = (text = 'Hello again') => ({
    turnId: randomUUID(),
    text,
    parts: [{ id: randomUUID(), body: text, content: { template: { sid: 'HX1', variables: {} } } }],
  });
  const owedIn = async (id: string, ages = ANY_AGE): Promise<Owed | undefined> =>
    (await followUps.owed(ages, 500)).find(({ conversationId }) => conversationId === id);

  /** Somebody whose answer WhatsApp refuses because the window is closed. */
  async function refused() {
    const phone = aPhone();
    const { held, part, conversationId } = await answered(m, 1, phone);
    await m.sessions.touch(phone, 'Ana');
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.record(held, attempt, closed);
    return { conversationId, phone, held };
  }
  /** Somebody whose message was left to a person. */
  async function leftToPerson() {
    const { conversationId } = await m.intake.accept(inbound());
    await m.takeover.takeOver(conversationId);
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, { parts: [], outcome: 'human' }));
    return { conversationId };
  }

  test('are owed to whose answer was refused, and to who was left to a person', async () => {
    const one = await refused();
    const other = await leftToPerson();
    expect(await owedIn(one.conversationId)).toMatchObject({ profileName: 'Ana' });
    expect(await owedIn(other.conversationId)).toBeDefined();
  });

  test('are owed to who waits for a person', async () => {
    const { held, part, conversationId } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.record(held, attempt, acceptance());
    expect(await owedIn(conversationId)).toBeUndefined();
    await m.sessions.waitForPerson(conversationId, { reason: 'asked' });
    expect(await owedIn(conversationId)).toBeDefined();
  });

  test('are not owed before their time, nor long after it', async () => {
    const { conversationId } = await refused();
    expect(await owedIn(conversationId, { least: HOUR, most: 2 * HOUR })).toBeUndefined();
    expect(await owedIn(conversationId, { least: -2 * HOUR, most: -HOUR })).toBeUndefined();
  });

  test('are not owed for another failure', async () => {
    const { held, part, conversationId } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.record(held, attempt, { kind: 'dead', error: { code: 63024, message: 'no' } });
    expect(await owedIn(conversationId)).toBeUndefined();
  });

  test('are stored once, whoever does it, as a turn that is to be sent', async () => {
    const { conversationId } = await refused();
    const owed = (await owedIn(conversationId))!;
    const all = [followUp(), followUp(), followUp()];
    const stored = await Promise.all(all.map((one) => followUps.store(owed, one)));
    expect(stored.filter(Boolean)).toHaveLength(1);
    const { turnId } = all[stored.indexOf(true)];
    expect(await turnOf(m, turnId)).toMatchObject({
      mode: 'follow_up',
      answer: 'Hello again',
      parts: [{ state: 'pending', content: { template: { sid: 'HX1' } } }],
    });
    expect(await owedIn(conversationId)).toBeUndefined();
    expect(await m.messages.history(conversationId, 5)).toContainEqual(
      expect.objectContaining({ id: turnId, text: 'Hello again' }),
    );
  });

  test('are owed anew once the sender has written again, and not before', async () => {
    const { conversationId, phone } = await refused();
    const owed = (await owedIn(conversationId))!;
    await m.intake.accept(inbound({ phone }));
    expect(await followUps.store(owed, followUp())).toBe(false);
    expect(await owedIn(conversationId)).toBeUndefined();
  });

  test('are not stored for who was answered meanwhile', async () => {
    const { conversationId } = await leftToPerson();
    const owed = (await owedIn(conversationId))!;
    const reply = { text: 'Here I am.', parts: [{ id: randomUUID(), body: 'Here I am.' }] };
    const replied = await m.takeover.reply(conversationId, { turnId: randomUUID(), ...reply });
    expect(replied.kind).toBe('stored');
    expect(await owedIn(conversationId)).toBeUndefined();
    expect(await followUps.store(owed, followUp())).toBe(false);
  });

  test('are not owed to whom nothing reaches', async () => {
    const { held, part, conversationId } = await answered(m);
    await m.sessions.waitForPerson(conversationId, { reason: 'asked' });
    const owed = (await owedIn(conversationId))!;
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.record(held, attempt, { ...closed, unreachable: 'invalid' });
    expect((await m.sessions.conversation(conversationId))?.unreachable).toBeDefined();
    expect(await owedIn(conversationId)).toBeUndefined();
    expect(await followUps.store(owed, followUp())).toBe(false);
  });

  test('are never stored for who opted out', async () => {
    const { conversationId, held } = await refused();
    const owed = (await owedIn(conversationId))!;
    const parts = [{ id: randomUUID(), body: 'No more messages.' }];
    expect(await m.turns.answer(held, draftOf([], { optOut: true, parts }))).toBe('stored');
    expect(await owedIn(conversationId)).toBeUndefined();
    expect(await followUps.store(owed, followUp())).toBe(false);
  });
});
