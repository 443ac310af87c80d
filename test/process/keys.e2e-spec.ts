import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecadoProcess } from '../support/recado.process.js';

const LAUNCHER = new URL('../../bin/recado.js', import.meta.url).pathname;
const { PATH } = process.env;
const SIMULATOR = 'off';

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

/** What the command prints, without anything on stderr; it exits with 0. */
async function prints(...args: string[]): Promise<string> {
  const options = { cwd: directory, env: { PATH, PORT, SIMULATOR } };
  const [code, stdout, stderr] = await new Promise<unknown[]>((resolve) => {
    execFile(process.execPath, [LAUNCHER, ...args], options, (error, out, err) =>
      resolve([error?.code ?? 0, out, err]),
    );
  });
  expect([args, code, stderr]).toEqual([args, 0, '']);
  return stdout as string;
}
const data = async (...args: string[]) => JSON.parse(await prints(...args, '--json'));
const kept = (name: string) => readFileSync(join(directory, 'data', name), 'utf8').trim();

it('changes keys while Recado runs, and once it is stopped', async () => {
  const before = [kept('secret-key'), kept('admin-token')];
  expect(await prints('keys', 'rotate', 'secret')).toContain('SECRET_KEY is changed');
  expect(await prints('keys', 'rotate', 'admin')).toContain('admin-token');
  const running = [kept('secret-key'), kept('admin-token')];
  expect(running).not.toContain(before[0]);
  expect(running).not.toContain(before[1]);
  const { nodes, lost } = await data('keys', 'check');
  expect([nodes.length, lost]).toEqual([1, []]);
  await recado.stop();
  await prints('keys', 'rotate', 'secret');
  await prints('keys', 'rotate', 'admin', '--at-once');
  expect([kept('secret-key'), kept('admin-token')]).not.toEqual(running);
  const files = readdirSync(join(directory, 'data'));
  expect(files.filter((name) => name.startsWith('secret-key.until-'))).toHaveLength(2);
  recado = await RecadoProcess.start(directory, { SIMULATOR, PORT });
  expect((await data('keys', 'check')).lost).toEqual([]);
}, 180_000);

it('makes, lists and revokes tokens, and shows who did that', async () => {
  const token = (await prints('tokens', 'create', 'help desk', '--scope', 'operate')).trim();
  expect(token).toMatch(/^recado_[\w-]{43}$/);
  expect(await prints('tokens')).toMatch(/help desk +operate/);
  expect(await prints('tokens', 'revoke', 'help desk')).toContain('opens nothing any more');
  const done = await data('audit', '--action', 'POST /api/v1/tokens');
  expect(done).toHaveLength(1);
  expect(done[0]).toMatchObject({ by: 'command_line', name: 'ADMIN_TOKEN', status: 201 });
  const byHand = await data('audit', '--name', 'command line');
  expect(byHand.map(({ action }: { action: string }) => action)).toEqual([
    'recado keys rotate admin',
    'recado keys rotate secret',
  ]);
  expect(await prints('audit', '--verify')).toMatch(/^Whole: \d+ entries/);
}, 180_000);
