import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionRepository } from '../../src/sessions/session.repository.js';
import { onBothStores, type TestStore } from '../support/stores/stores.js';

let number = 0;
const aPhone = () => `+1500555${String(1000 + number++)}`;
const aUserId = () => `US.${1000000000 + number++}`;

onBothStores('SessionRepository', (make) => {
  let store: TestStore;
  let sessions: SessionRepository;
  beforeAll(async () => {
    store = await make();
    sessions = await store.open<SessionRepository>({
      sqlite: () => import('../../src/sessions/session.sqlite.js'),
      mongo: () => import('../../src/sessions/session.mongo.js'),
    });
  });
  afterAll(() => store.close());

  test('a sender keeps its conversation', async () => {
    const phone = aPhone();
    const first = await sessions.getOrCreate({ phone });
    expect(first.conversationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await sessions.getOrCreate({ phone })).toEqual(first);
    expect(await sessions.find(phone)).toMatchObject({ waId: phone, ...first });
    expect(await sessions.find(aPhone())).toBeNull();
  });

  test('first messages that arrive at once make one session', async () => {
    const sender = { phone: aPhone(), userId: aUserId() };
    const all = await Promise.all(Array.from({ length: 20 }, () => sessions.getOrCreate(sender)));
    expect(new Set(all.map((r) => r.conversationId)).size).toBe(1);
    const alone = { phone: aPhone() };
    const more = await Promise.all(Array.from({ length: 20 }, () => sessions.getOrCreate(alone)));
    expect(new Set(more.map((r) => r.conversationId)).size).toBe(1);
  });

  test('of two that began in the same millisecond the one that came first is the older', async () => {
    for (let n = 0; n < 10; n++) {
      const [phone, userId] = [aPhone(), aUserId()];
      const both = [sessions.getOrCreate({ userId }), sessions.getOrCreate({ phone })];
      const [first] = await Promise.all(both);
      expect(await sessions.getOrCreate({ phone, userId })).toMatchObject(first);
    }
  });

  test('a crowd of newcomers gets a conversation each, and who shares an address gets one', async () => {
    const crowd = Array.from({ length: 40 }, () => ({ phone: aPhone(), profileName: 'Ana' }));
    const [phone, userId] = [aPhone(), aUserId()];
    const one = [{ phone }, { phone, userId }, { userId }];
    const all = await Promise.all([...crowd, ...one].map((s) => sessions.getOrCreate(s)));
    const homes = all.slice(0, crowd.length).map((r) => r.conversationId);
    expect(new Set(homes).size).toBe(crowd.length);
    const { conversationId } = await sessions.getOrCreate({ phone, userId });
    expect(await sessions.addresses(conversationId)).toEqual([phone, userId]);
    for (const sender of one)
      expect(await sessions.getOrCreate(sender)).toEqual({ conversationId });
    await expect.poll(async () => (await sessions.find(crowd[0].phone))!.profileName).toBe('Ana');
  });

  test('touch moves updated_at forward, and only there', async () => {
    const phone = aPhone();
    await sessions.getOrCreate({ phone });
    const before = (await sessions.find(phone))!;
    await expect
      .poll(async () => {
        await sessions.touch(phone);
        return (await sessions.find(phone))!.updatedAt;
      })
      .toBeGreaterThan(before.updatedAt);
    expect((await sessions.find(phone))!.createdAt).toBe(before.createdAt);
    await sessions.touch(aPhone());
  });

  test('a message with both addresses makes them aliases', async () => {
    const phone = aPhone();
    const userId = aUserId();
    const { conversationId } = await sessions.getOrCreate({ phone });
    expect(await sessions.getOrCreate({ phone, userId })).toEqual({ conversationId });
    expect(await sessions.getOrCreate({ userId })).toEqual({ conversationId });
    expect(await sessions.addresses(conversationId)).toEqual([phone, userId]);
  });

  test('who wrote by user id first is found by phone after a message with both', async () => {
    const phone = aPhone();
    const userId = aUserId();
    const { conversationId } = await sessions.getOrCreate({ userId });
    await sessions.getOrCreate({ phone, userId });
    expect(await sessions.getOrCreate({ phone })).toEqual({ conversationId });
    expect(await sessions.addresses(conversationId)).toEqual([phone, userId]);
  });

  test('two sessions of one person: the younger goes into the older, its id keeps resolving', async () => {
    const phone = aPhone();
    const userId = aUserId();
    const older = (await sessions.getOrCreate({ userId })).conversationId;
    await expect
      .poll(async () => Date.now() > (await sessions.find(userId))!.createdAt + 2)
      .toBe(true);
    const younger = (await sessions.getOrCreate({ phone })).conversationId;
    expect(await sessions.getOrCreate({ phone, userId })).toEqual({
      conversationId: older,
      merged: [younger],
    });
    expect(await sessions.resolve(younger)).toBe(older);
    expect(await sessions.resolve(older)).toBe(older);
    expect(await sessions.getOrCreate({ phone })).toEqual({ conversationId: older });
    expect(await sessions.resolve('00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  test('a phone with a user id other than it had belongs to another person', async () => {
    const phone = aPhone();
    const [first, second] = [aUserId(), aUserId()];
    const before = (await sessions.getOrCreate({ phone, userId: first })).conversationId;
    const after = await sessions.getOrCreate({ phone, userId: second });
    expect(after.conversationId).not.toBe(before);
    expect(after.merged).toBeUndefined();
    expect(await sessions.addresses(before)).toEqual([first]);
    expect(await sessions.addresses(after.conversationId)).toEqual([phone, second]);
    expect((await sessions.getOrCreate({ userId: first })).conversationId).toBe(before);
  });

  test('such a phone moves to the conversation that its new owner has', async () => {
    const phone = aPhone();
    const [first, second] = [aUserId(), aUserId()];
    const left = (await sessions.getOrCreate({ phone, userId: first })).conversationId;
    const own = (await sessions.getOrCreate({ userId: second })).conversationId;
    expect(await sessions.getOrCreate({ phone, userId: second })).toEqual({ conversationId: own });
    expect(await sessions.addresses(left)).toEqual([first]);
  });

  test('a user id that is made anew leads to the same conversation once a message has both', async () => {
    const [former, userId, parent] = [aUserId(), aUserId(), `US.ENT.${aUserId().slice(3)}`];
    const { conversationId } = await sessions.getOrCreate({ userId: former, otherIds: [parent] });
    await sessions.getOrCreate({ userId, otherIds: [former] });
    for (const id of [userId, former, parent])
      expect(await sessions.getOrCreate({ userId: id })).toEqual({ conversationId });
    expect((await sessions.addresses(conversationId)).at(-1)).toBe(parent);
  });

  test('three conversations of one person become one, and keep their addresses', async () => {
    const sender = { phone: aPhone(), userId: aUserId(), otherIds: [aUserId()] };
    const { phone, userId, otherIds } = sender;
    const three = [{ phone }, { userId }, { userId: otherIds[0] }];
    const alone: string[] = [];
    for (const one of three) alone.push((await sessions.getOrCreate(one)).conversationId);
    const { conversationId, merged } = await sessions.getOrCreate(sender);
    expect([conversationId, ...merged!].toSorted()).toEqual(alone.toSorted());
    for (const one of three) expect(await sessions.getOrCreate(one)).toEqual({ conversationId });
    for (const id of alone) expect(await sessions.resolve(id)).toBe(conversationId);
  });
});
