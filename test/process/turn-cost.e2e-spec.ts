import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { measureTurns } from '../bench/turns.js';
import { startMongod } from '../support/stores/mongod.js';

/** Few, so that what a start asks for counts, too. */
const TURNS = 300;

describe.skipIf(!inject('mongo'))('A turn on MongoDB', () => {
  // Its own: the server counts what all its clients ask for.
  let mongod: Exclude<Awaited<ReturnType<typeof startMongod>>, string>;
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  beforeAll(async () => void (mongod = (await startMongod()) as typeof mongod));
  afterAll(async () => {
    await mongod.stop();
    rmSync(directory, { recursive: true });
  });

  let tries = 0;

  // What drains slowly goes together in smaller groups: a busy machine is given other tries.
  test(
    'costs ten commands and one transaction at most, at a steady drain',
    { retry: 2 },
    async () => {
      tries++;
      const place = (name: string) => {
        const uri = new URL(mongod.uri);
        uri.pathname = `/${name}_${tries}`;
        return { mongo: { directory: mkdtempSync(join(directory, name)), mongoUri: uri.href } };
      };
      const [row] = await measureTurns(1, TURNS, place);
      expect(row.commands).toBeLessThanOrEqual(10);
      expect(row.committed! + row.aborted!).toBeLessThanOrEqual(1);
    },
  );
});
