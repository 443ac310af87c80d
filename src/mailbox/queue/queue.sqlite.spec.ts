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
