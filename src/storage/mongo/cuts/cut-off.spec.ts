import type { ClientSession, Connection } from 'mongoose';
import { expect, test, vi } from 'vitest';
import { StorageError } from '../../storage.error.js';
import { endCutOff } from './cut-off.js';

test('a session that cannot be ended at once is ended soon: others wait two seconds for its rows', async () => {
  const began = Date.now();
  const command = vi.fn(async () => {
    if (command.mock.calls.length < 3) throw new Error('read ECONNRESET');
    return {};
  });
  const connection = { db: { admin: () => ({ command }) } } as unknown as Connection;
  const serverSession = { id: { id: 'session' }, isDirty: false };
  const session = { serverSession } as unknown as ClientSession;
  endCutOff(new StorageError('cut'), session, connection, new AbortController().signal);
  await vi.waitFor(() => expect(command).toHaveBeenCalledTimes(3), { timeout: 10_000 });
  expect(Date.now() - began).toBeLessThan(1000);
  expect(serverSession.isDirty).toBe(true);
});
