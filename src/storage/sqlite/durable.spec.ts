import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { open } from '../../../test/support/stores/sqlite.fixture.js';
import { Sqlite } from './sqlite.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'recado-'))));
afterEach(() => rmSync(directory, { recursive: true }));

test("the writer's connection waits for the disk at each commit", async () => {
  const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  // 2 is FULL (https://www.sqlite.org/pragma.html#pragma_synchronous).
  expect(await (await open(sqlite)).synchronous()).toBe(2);
  await sqlite.close();
});

/** Stores one thing after the other, and says of each that it is kept. */
const PROGRAM = `
  import { writeSync } from 'node:fs';
  import { Sqlite } from '${import.meta.resolve('./sqlite.js')}';
  import { open } from '${import.meta.resolve('../../../test/support/stores/sqlite.fixture.js')}';
  const sqlite = await Sqlite.open(process.argv[2]);
  const steps = await open(sqlite);
  for (const name of ['a', 'b', 'c']) {
    writeSync(1, 'stores');
    await steps.put(name, name);
    writeSync(1, 'kept');
  }
  await sqlite.close();`;

const canTrace = spawnSync('strace', ['-qq', 'true']).status === 0;

test.skipIf(!canTrace)('nothing is said to be kept before the disk was waited for', () => {
  const trace = join(directory, 'trace');
  const program = join(directory, 'program.mjs');
  writeFileSync(program, PROGRAM);
  const threads = import.meta.resolve('../../../test/support/typescript-in-threads.js');
  const { VITEST: _, ...env } = process.env;
  const run = spawnSync(
    'strace',
    ['-f', '-qq', '-e', 'trace=write,fsync,fdatasync', '-o', trace, process.execPath].concat([
      '--import',
      threads,
      program,
      join(directory, 'recado.sqlite'),
    ]),
    { env, encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  const said = readFileSync(trace, 'utf8').match(/"(stores|kept)"|f(data)?sync\(/g)!;
  const order = said.join(' ').replaceAll(/f(data)?sync\(/g, 'sync');
  expect(order.match(/"stores" (sync )+"kept"/g)).toHaveLength(3);
});
