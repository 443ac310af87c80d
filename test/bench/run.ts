/**
 * The benchmark: `npm run bench -- --rounds N --quick --only acks,turns,nodes,claims,road,growth,knowledge --markdown`. Only
 * the ratios of one run mean something: every server runs on the same machine, by turns.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMongod } from '../support/stores/mongod.js';
import { measureAcks } from './acks.js';
import { measureClaims } from './claims.js';
import { measureGrowth } from './growth.js';
import { measureKnowledge } from './knowledge.js';
import { measureNodes } from './nodes.js';
import { page, type Results, tables } from './report.js';
import { measureRoad } from './road.js';
import type { Place } from './servers.js';
import { measureTurns } from './turns.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'acks,turns,nodes,claims,road,growth,knowledge' },
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

async function measured(): Promise<Results> {
  const { quick, only } = values;
  const rounds = Number(values.rounds);
  const wanted = (name: string) => only.split(',').includes(name);
  const results: Results = {};
  if (wanted('acks')) {
    const webhooks = quick ? 5000 : 20_000;
    results.acks = await measureAcks({ rounds, webhooks, places: places('acks') });
  }
  if (wanted('turns')) results.turns = await measureTurns(rounds, quick ? 2000 : 10_000, places);
  if (wanted('nodes')) results.nodes = await measureNodes(10_000, places('nodes'));
  if (wanted('claims')) {
    results.claims = await measureClaims(quick ? [1e3, 1e5] : [1e3, 1e5, 1e6], places);
  }
  if (wanted('road')) results.road = await measureRoad(rounds, quick ? 50 : 200, places);
  if (wanted('growth')) results.growth = await measureGrowth(rounds, quick ? 50 : 200, places);
  if (wanted('knowledge'))
    results.knowledge = await measureKnowledge(quick ? 5000 : 50_000, directory);
  return results;
}

try {
  const results = await measured();
  console.log(`\n${tables(results)}`);
  const command = ['npm run bench --', ...process.argv.slice(2)].join(' ');
  const file = new URL('../../docs/performance.md', import.meta.url);
  if (values.markdown) writeFileSync(file, page(results, command));
  const missing = (results.acks?.durable ?? []).reduce((sum, { missing }) => sum + missing, 0);
  if (missing) throw new Error(`${missing} acknowledged messages are not in the store`);
} finally {
  if (typeof mongod === 'object') await mongod.stop();
  rmSync(directory, { recursive: true, force: true });
}
