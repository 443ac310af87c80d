import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { SystemClock } from '../../../src/clock.js';
import { AccountHold } from '../../../src/mailbox/account/account-hold.js';
import { StatusUpdatesService } from '../../../src/mailbox/outbox/status-updates.service.js';
import { Signals } from '../../../src/mailbox/queue/signals.js';
import { StorageError } from '../../../src/storage/storage.error.js';
import {
  acceptance,
  answered,
  heard,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

const error = { code: 63007, message: 'No such sender' };
const stop = { kind: 'stop', error } as const;

onBothMailboxes('A callback that means the account', (m) => {
  let updates: StatusUpdatesService;
  beforeEach(async () => {
    await m.account.lift();
    const account = new AccountHold(m.account);
    vi.spyOn(account['logger'], 'error').mockReturnValue(undefined);
    updates = new StatusUpdatesService(m.outbox, new Signals(), account, new SystemClock());
  });

  /** An accepted message, and the callback that says that it failed. */
  async function failed() {
    const turn = await answered(m);
    const [attempt, sid] = [randomUUID(), `SM${randomUUID()}`];
    await m.outbox.begin(turn.held, turn.part, attempt, 60_000);
    await m.outbox.record(turn.held, attempt, acceptance(sid));
    return { ...turn, callback: heard({ sid, attempt, status: 'failed', failure: stop }) };
  }
  const away = () => Promise.reject(new StorageError('away'));

  test('holds it before the part waits for it', async () => {
    const { callback, draft } = await failed();
    const keep = vi.spyOn(m.outbox, 'callback').mockImplementationOnce(away);
    await expect(updates.take(callback)).rejects.toThrow('away');
    keep.mockRestore();
    expect(await m.account.find()).toMatchObject({ ...error, refusals: 1 });
    await updates.take(callback);
    expect(await m.account.find()).toMatchObject({ ...error, refusals: 1 });
    expect((await turnOf(m, draft.turnId)).parts[0]).toMatchObject({ state: 'pending', error });
  });

  test('is kept while the hold can’t be told, which then is told at once', async () => {
    const { callback, draft } = await failed();
    const hold = vi.spyOn(m.account, 'hold').mockImplementationOnce(away);
    await updates.take(callback);
    hold.mockRestore();
    expect(await m.account.find()).toMatchObject(error);
    expect((await turnOf(m, draft.turnId)).parts[0]).toMatchObject({ state: 'pending', error });
  });

  test('holds it once: its repeat says nothing new', async () => {
    const { callback } = await failed();
    await updates.take(callback);
    await m.account.lift();
    await updates.take(callback);
    expect(await m.account.find()).toBeUndefined();
  });
});
