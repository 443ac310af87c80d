import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { SystemClock } from '../../../src/clock.js';
import { Holds } from '../../../src/mailbox/holds/holds.js';
import type { Channel } from '../../../src/mailbox/outbox/channel.js';
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
const stop = { kind: 'stop', of: 'line', error } as const;

onBothMailboxes('A callback that means the line', (m) => {
  let updates: StatusUpdatesService;
  beforeEach(async () => {
    await m.holds.lift('default');
    const holds = new Holds(m.holds);
    vi.spyOn(holds['logger'], 'error').mockReturnValue(undefined);
    const channel = {} as Channel;
    const clock = new SystemClock();
    updates = new StatusUpdatesService(m.outbox, new Signals(), holds, channel, clock);
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
    expect(await m.holds.all()).toMatchObject([{ ...error, line: 'default', refusals: 1 }]);
    await updates.take(callback);
    expect(await m.holds.all()).toMatchObject([{ ...error, line: 'default', refusals: 1 }]);
    expect((await turnOf(m, draft.turnId)).parts[0]).toMatchObject({ state: 'pending', error });
  });

  test('is kept while the hold can’t be told, which then is told at once', async () => {
    const { callback, draft } = await failed();
    const hold = vi.spyOn(m.holds, 'hold').mockImplementationOnce(away);
    await updates.take(callback);
    hold.mockRestore();
    expect(await m.holds.all()).toMatchObject([{ ...error, line: 'default' }]);
    expect((await turnOf(m, draft.turnId)).parts[0]).toMatchObject({ state: 'pending', error });
  });

  test('holds it once: its repeat says nothing new', async () => {
    const { callback } = await failed();
    await updates.take(callback);
    await m.holds.lift('default');
    await updates.take(callback);
    expect(await m.holds.all()).toEqual([]);
  });
});
