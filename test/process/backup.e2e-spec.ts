import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecadoProcess } from '../support/recado.process.js';

const LAUNCHER = new URL('../../bin/recado.js', import.meta.url).pathname;
const { PATH } = process.env;
const SIMULATOR = 'off';
const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

let directory: string;
let recado: RecadoProcess;
let PORT: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  recado = await RecadoProcess.start(directory, { SIMULATOR });
  PORT = new URL(recado.url).port;
});
afterAll(async () => {
  await recado.stop('SIGKILL');
  rmSync(directory, { recursive: true });
});

/** Its exit code and what it printed. */
function backup(args: string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<[number, string, string]>((resolve) => {
    const options = { cwd: directory, env: { PATH, PORT, SIMULATOR, ...env } };
    execFile(process.execPath, [LAUNCHER, 'backup', ...args], options, (error, stdout, stderr) =>
      resolve([(error?.code as number | undefined) ?? 0, stdout, stderr]),
    );
  });
}

const talk = (text: string) => recado.call('POST', '/api/v1/chat', { text });

/** What was said, in a backup that nobody but its owner may read. */
function saidIn(file: string): unknown[] {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = db.prepare("SELECT text FROM messages WHERE role = 'user' ORDER BY seq").all();
  db.close();
  return rows.map(({ text }) => text);
}

it('copies the store of the Recado that runs, into a file that is whole', async () => {
  expect((await talk('one')).status).toBe(200);
  const file = join(directory, 'kept.sqlite');
  const [code, stdout, stderr] = await backup(['kept.sqlite']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^kept\.sqlite: [\d.]+ MiB, checked\. Keep the keys apart from it\.\n$/);
  expect(saidIn(file)).toEqual(['one']);
  expect(readdirSync(join(directory, 'data', 'backups'))).toEqual([]);
  expect((await talk('two')).status).toBe(200);
});

it('replaces no file but with --force', async () => {
  writeFileSync(join(directory, 'other.sqlite'), 'what somebody needs');
  const refused = await backup(['other.sqlite']);
  expect(refused).toEqual([
    1,
    '',
    expect.stringMatching(/^other\.sqlite is there already.*--force/),
  ]);
  expect(readFileSync(join(directory, 'other.sqlite'), 'utf8')).toBe('what somebody needs');
  expect((await backup(['--force', 'other.sqlite']))[0]).toBe(0);
  expect(saidIn(join(directory, 'other.sqlite'))).toEqual(['one', 'two']);
});

it('says what to do where it cannot make one', async () => {
  const token = await backup(['a.sqlite'], { ADMIN_TOKEN: 'another-token' });
  expect(token).toEqual([1, '', expect.stringMatching(/does not take the token in ADMIN_TOKEN/)]);
  const MONGODB_URI = 'mongodb://127.0.0.1:1/recado?replicaSet=rs0';
  const mongo = await backup([], { MONGODB_URI, ADMIN_TOKEN: 'x'.repeat(32), SECRET_KEY });
  expect(mongo).toEqual([1, '', expect.stringMatching(/MongoDB cannot be reached/)]);
  expect(await backup(['a.sqlite'], { DATA_DIR: 'empty' })).toEqual([
    1,
    '',
    expect.stringMatching(/^There is no store yet/),
  ]);
  expect(existsSync(join(directory, 'a.sqlite'))).toBe(false);
});

it('copies the file itself where no Recado runs, also after one was killed', async () => {
  await recado.stop('SIGKILL');
  mkdirSync(join(directory, 'backups'));
  expect((await backup(['backups/']))[0]).toBe(0);
  const [name, ...more] = readdirSync(join(directory, 'backups'));
  expect(more).toEqual([]);
  expect(name).toMatch(/^recado-\d{4}-\d\d-\d\dT[\d-]+Z\.sqlite$/);
  expect(saidIn(join(directory, 'backups', name))).toEqual(['one', 'two']);
  // Without a name, beside the store.
  expect((await backup([]))[0]).toBe(0);
  const [kept] = readdirSync(join(directory, 'data', 'backups'));
  expect(saidIn(join(directory, 'data', 'backups', kept))).toEqual(['one', 'two']);
});
