import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignInStore } from '../../../src/console/sign-in/sign-in.store.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const MINUTE = 60_000;

onBothStores('SignInStore', (make) => {
  let store: TestStore;
  let signIns: SignInStore;
  beforeAll(async () => {
    store = await make();
    signIns = await store.open<SignInStore>({
      sqlite: () => import('../../../src/console/sign-in/sign-in.sqlite.js'),
      mongo: () => import('../../../src/console/sign-in/sign-in.mongo.js'),
    });
  });
  afterAll(() => store.close());

  const now = Date.now();
  const aSession = (expiresAt: number) => ({
    id: randomUUID(),
    signedInBy: 'link' as const,
    expiresAt,
    mark: 'the token',
  });

  test('a code is taken once, by one of many, and before its time is over', async () => {
    const [id, old] = [randomUUID(), randomUUID()];
    await signIns.keepCode(id, now + MINUTE, 'the token');
    await signIns.keepCode(old, now + MINUTE, 'the token');
    expect(await signIns.takeCode(randomUUID(), now)).toBeUndefined();
    expect(await signIns.takeCode(old, now + MINUTE)).toBeUndefined();
    const taken = await Promise.all([1, 2, 3, 4].map(() => signIns.takeCode(id, now)));
    expect(taken.filter(Boolean)).toEqual(['the token']);
    expect(await signIns.takeCode(id, now)).toBeUndefined();
  });

  test('a session is found until its time is over, or until it is ended', async () => {
    const [one, other] = [aSession(now + MINUTE), aSession(now + MINUTE)];
    for (const session of [one, other]) await signIns.keepSession(session);
    expect(await signIns.session(one.id, now)).toEqual(one);
    expect(await signIns.session(one.id, now + MINUTE - 1)).toEqual(one);
    expect(await signIns.session(one.id, now + MINUTE)).toBeUndefined();
    await signIns.endSession(other.id);
    await signIns.endSession(other.id);
    expect(await signIns.session(other.id, now)).toBeUndefined();
    expect(await signIns.session(one.id, now)).toEqual(one);
    expect(await signIns.session('', now)).toBeUndefined();
  });

  test('what is over is removed: by whoever comes next, or by the server', async () => {
    const past = Date.now() - MINUTE;
    const session = aSession(past);
    await signIns.keepSession(session);
    if (store.kind === 'mongo') return expect(await ttlIndexes(store)).toEqual(BOTH);
    expect(await signIns.session(session.id, past - 1)).toEqual(session);
    await signIns.keepCode(randomUUID(), now + MINUTE, 'the token');
    expect(await signIns.session(session.id, past - 1)).toBeUndefined();
  });
});

const BOTH = [
  ['consoleCodes', { expires_at: 1 }, 0],
  ['consoleSessions', { expires_at: 1 }, 0],
];

/** The server looks for what is over once a minute; here its look is off. */
async function ttlIndexes(store: TestStore): Promise<unknown[]> {
  const none = () => Promise.reject(new Error('on SQLite'));
  return store.open<Promise<unknown[]>>({
    sqlite: none,
    mongo: async () => ({
      open: (db) =>
        Promise.all(
          (['consoleCodes', 'consoleSessions'] as const).map(async (name) => {
            const indexes = await db[name].collection.indexes();
            const { key, expireAfterSeconds } = indexes.find((one) => 'expires_at' in one.key)!;
            return [name, key, expireAfterSeconds];
          }),
        ) as never,
    }),
  });
}
