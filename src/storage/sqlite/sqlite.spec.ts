import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { open } from '../../../test/support/stores/sqlite.fixture.js';
import { Sqlite } from './sqlite.js';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  file = join(directory, 'recado.sqlite');
});
afterEach(() => rmSync(directory, { recursive: true }));

test('what a call wrote is there after the file was closed and opened again', async () => {
  const first = await Sqlite.open(file);
  await (await open(first)).put('a', '1');
  await first.close();
  const second = await Sqlite.open(file);
  expect(await (await open(second)).get('a')).toBe('1');
  await second.close();
});

test('a call that fails takes nothing of its neighbours with it', async () => {
  const sqlite = await Sqlite.open(file);
  const steps = await open(sqlite);
  const results = await Promise.allSettled([
    steps.put('a', '1'),
    steps.putAndFail('b', '2'),
    steps.put('c', '3'),
  ]);
  expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([await steps.get('a'), await steps.get('b'), await steps.get('c')]).toEqual([
    '1',
    undefined,
    '3',
  ]);
  await sqlite.close();
});

test('a call that fails before it has written anything costs its neighbours nothing', async () => {
  const sqlite = await Sqlite.open(file);
  const steps = await open(sqlite);
  const before = await steps.puts();
  const results = await Promise.allSettled([steps.put('a', '1'), steps.refuse()]);
  expect(results[1]).toMatchObject({ reason: { name: 'RangeError', message: 'not so' } });
  expect(results[1]).toMatchObject({ reason: expect.any(RangeError) });
  expect(await steps.get('a')).toBe('1');
  expect((await steps.puts()) - before).toBe(1);
  await sqlite.close();
});

test('calls that wait together share a transaction', async () => {
  const sqlite = await Sqlite.open(file);
  const steps = await open(sqlite);
  const versions = await Promise.all(Array.from({ length: 50 }, () => steps.transaction()));
  expect(new Set(versions).size).toBeLessThan(5);
  await sqlite.close();
});

test('a second process on the same file is refused', async () => {
  const sqlite = await Sqlite.open(file);
  await expect(Sqlite.open(file)).rejects.toMatchObject({ code: 'IN_USE' });
  await sqlite.close();
  await (await Sqlite.open(file)).close();
});

test('a call after the end is refused', async () => {
  const sqlite = await Sqlite.open(file);
  const steps = await open(sqlite);
  await sqlite.close();
  await expect(steps.get('a')).rejects.toThrow(/closed|stopped/);
});

test('no promise is kept before its transaction is committed', async () => {
  const sqlite = await Sqlite.open(file);
  const steps = await open(sqlite);
  const together = [steps.put('a', '1'), steps.putWhatCannotBeCommitted()];
  const results = await Promise.allSettled(together);
  expect(results).toMatchObject([
    { status: 'rejected', reason: { name: 'StorageError' } },
    { status: 'rejected', reason: { name: 'StorageError' } },
  ]);
  expect(await steps.get('a')).toBeUndefined();
  await sqlite.close();
});

test('a list that takes long holds up nobody who writes, and sees one state', async () => {
  const sqlite = await Sqlite.open(file);
  const steps = await open(sqlite);
  await steps.put('a', '1');
  const flag = new Int32Array(new SharedArrayBuffer(8));
  const list = steps.readUntil('a', flag);
  await expect.poll(() => Atomics.load(flag, 0)).toBe(1);
  await steps.put('b', '2');
  expect(await steps.get('b')).toBe('2');
  Atomics.store(flag, 1, 1);
  Atomics.notify(flag, 1);
  expect(await list).toBe('1');
  await sqlite.close();
});

test('a read sees all that was written before it, and writes nothing itself', async () => {
  const sqlite = await Sqlite.open(file);
  const steps = await open(sqlite);
  for (const value of ['1', '2', '3']) {
    await steps.put(value, value);
    expect(await steps.look(value)).toBe(value);
  }
  await expect(steps.writeInRead('x')).rejects.toThrow('readonly');
  await sqlite.close();
  await expect(steps.look('1')).rejects.toThrow(/closed|stopped/);
});

test('a read that fails says why, and the next one reads', async () => {
  const sqlite = await Sqlite.open(file);
  const steps = await open(sqlite);
  await steps.put('a', '1');
  await expect(steps.readWhatIsBroken()).rejects.toThrow('disk I/O error');
  expect(await steps.look('a')).toBe('1');
  await sqlite.close();
});

test("the writer's connection waits for the disk at each commit", async () => {
  const sqlite = await Sqlite.open(file);
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

const TRACED = '-u VITEST strace -f -qq -e trace=write,fsync,fdatasync -o'.split(' ');
const canTrace = spawnSync('strace', ['-qq', 'true']).status === 0;

test.skipIf(!canTrace)('nothing is said to be kept before the disk was waited for', () => {
  const trace = join(directory, 'trace');
  const program = join(directory, 'program.mjs');
  writeFileSync(program, PROGRAM);
  const threads = import.meta.resolve('../../../test/support/typescript-in-threads.js');
  const run = spawnSync(
    'env',
    [...TRACED, trace, process.execPath, '--import', threads, program, file],
    { encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  const said = readFileSync(trace, 'utf8').match(/"(stores|kept)"|f(data)?sync\(/g)!;
  const order = said.join(' ').replaceAll(/f(data)?sync\(/g, 'sync');
  expect(order.match(/"stores" (sync )+"kept"/g)).toHaveLength(3);
});
