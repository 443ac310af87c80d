/**
 * The benchmark: `npm run bench -- --rounds N --quick --only acks,claims,road --markdown`. Only
 * the ratios of one run mean something: every server runs on the same machine, by turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMongod } from '../support/mongod.js';
import { measureAcks } from './acks.js';
import type { Place } from './servers.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'acks,claims,road' },
    markdown: { type: 'boolean', default: false },
  },
});

const directory = mkdtempSync(join(tmpdir(), 'recado-bench-'));
const mongod = await startMongod();
if (typeof mongod === 'string') console.warn(`*** WITHOUT MONGODB: no mongod (${mongod}).`);

function places(name: string): Record<string, Place> {
  const sqlite = { 'Recado, SQLite': { directory: mkdtempSync(join(directory, `${name}-`)) } };
  if (typeof mongod === 'string') return sqlite;
  const uri = new URL(mongod.uri);
  uri.pathname = `/bench_${name}`;
  const place = { directory: mkdtempSync(join(directory, `${name}-`)), mongoUri: uri.href };
  return { ...sqlite, 'Recado, MongoDB': place };
}

try {
  const acks = await measureAcks({
    rounds: Number(values.rounds),
    webhooks: values.quick ? 5000 : 20_000,
    places: places('acks'),
  });
  console.table(acks.rows);
  console.table(acks.durable);
} finally {
  if (typeof mongod === 'object') await mongod.stop();
  rmSync(directory, { recursive: true, force: true });
}
