import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inbound } from '../../../test/support/stores/mailboxes.js';
import { Sqlite } from '../../storage/sqlite/sqlite.js';
import { open as openIntake } from '../intake/intake.sqlite.js';
import { LEASE_MS } from './lease.js';
import { open as openQueue } from './queue.sqlite.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'recado-'))));
afterEach(() => rmSync(directory, { recursive: true }));

/** A process: it opens the file, and at its end leaves its leases behind. */
async function process<T>(work: (sqlite: Sqlite) => Promise<T>): Promise<T> {
  const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  const result = await work(sqlite);
  await sqlite.close();
  return result;
}

test('what a former process had claimed is due at the start, and one crash is counted', async () => {
  const conversationId = await process(async (sqlite) => {
    const accepted = await (await openIntake(sqlite)).accept(inbound());
    expect(await (await openQueue(sqlite)).claim(8, LEASE_MS)).toHaveLength(1);
    return accepted.conversationId;
  });
  const claims = await process(async (sqlite) => (await openQueue(sqlite)).claim(8, LEASE_MS));
  expect(claims).toMatchObject([{ conversationId, crashes: 1 }]);
});

test('who was first when a process ended is first at the next start', async () => {
  const [first, second] = await process(async (sqlite) => {
    const [intake, queue] = [await openIntake(sqlite), await openQueue(sqlite)];
    const { conversationId } = await intake.accept(inbound());
    expect(await queue.claim(8, LEASE_MS)).toHaveLength(1);
    return [conversationId, (await intake.accept(inbound())).conversationId];
  });
  const claims = await process(async (sqlite) => {
    const queue = await openQueue(sqlite);
    return [...(await queue.claim(1, LEASE_MS)), ...(await queue.claim(1, LEASE_MS))];
  });
  expect(claims.map(({ conversationId }) => conversationId)).toEqual([first, second]);
});
