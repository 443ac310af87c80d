import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SignInStore } from '../../../src/console/sign-in/sign-in.store.js';
import type { StoreChanges } from '../../../src/events/store-changes.js';
import type { Told } from '../../../src/events/told.js';
import { type Mailboxes, openMailboxes } from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';
import { until } from '../../support/until.js';

const PATIENCE_MS = 30_000;

/** The stores behind a mailbox, and what is told of their changes. */
export class Watched {
  store: TestStore;
  m: Mailboxes;
  changes: StoreChanges;
  signIns: SignInStore;
  readonly told: Told[] = [];
  private stop: () => void;
  private lost = 0;

  async begin(make: () => Promise<TestStore>): Promise<void> {
    this.store = await make();
    this.m = await openMailboxes(this.store);
    this.changes = await this.store.open<StoreChanges>({
      sqlite: () => import('../../../src/events/store-changes.sqlite.js'),
      mongo: () => import('../../../src/events/store-changes.mongo.js'),
    });
    this.signIns = await this.store.open<SignInStore>({
      sqlite: () => import('../../../src/console/sign-in/sign-in.sqlite.js'),
      mongo: () => import('../../../src/console/sign-in/sign-in.mongo.js'),
    });
    this.stop = await this.changes.watch(
      (one) => void this.told.push(one),
      () => void this.lost++,
    );
  }

  async end(): Promise<void> {
    this.stop();
    await this.store.close();
    if (this.lost) throw new Error('some changes may have been missed');
  }

  /** Waits until all of these were told. */
  async tells(...wanted: object[]): Promise<void> {
    const isTold = (one: object) => this.told.some((told) => isDeepStrictEqual(told, one));
    await until(async () => wanted.every(isTold), PATIENCE_MS).catch((cause) => {
      throw new Error(`told: ${JSON.stringify(this.told)}, not ${JSON.stringify(wanted)}`, {
        cause,
      });
    });
  }

  /** Waits until what was done before is told, and returns all that was. */
  async all(): Promise<Told[]> {
    const id = randomUUID();
    const expiresAt = Date.now() + 60_000;
    await this.signIns.keepSession({ id, signedInBy: 'link', expiresAt, mark: 'm' });
    await this.signIns.endSession(id);
    const last = { event: 'signed_out', data: { id } };
    await this.tells(last);
    return this.told.filter(({ data }) => !('id' in data) || data.id !== id);
  }

  /** From now on only what comes is told. */
  async anew(): Promise<void> {
    await this.all();
    this.told.splice(0);
  }
}

export const conversation = (id: string) => ({ event: 'conversation', data: { id } });
export const message = (id: string, conversation_id: string, more = {}) => ({
  event: 'message',
  data: { id, conversation_id, ...more },
});

/** A contract suite over what is told, once for each store. */
export function onBothWatched(name: string, suite: (w: Watched) => void): void {
  onBothStores(name, (make) => {
    const w = new Watched();
    beforeAll(() => w.begin(make));
    afterAll(() => w.end());
    beforeEach(() => void w.told.splice(0));
    suite(w);
  });
}
