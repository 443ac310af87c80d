import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecadoProcess } from '../support/recado.process.js';

const LAUNCHER = new URL('../../bin/recado.js', import.meta.url).pathname;
const { PATH } = process.env;
let directory: string;
let recado: RecadoProcess;
let PORT: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  recado = await RecadoProcess.start(directory);
  PORT = new URL(recado.url).port;
});
afterAll(async () => {
  await recado.stop('SIGKILL');
  rmSync(directory, { recursive: true });
});

/** Its exit code and what it printed. */
function run(args: string[], env: NodeJS.ProcessEnv = {}, launcher = LAUNCHER) {
  return new Promise<[number, string, string]>((resolve) => {
    const options = { cwd: directory, env: { PATH, PORT, ...env } };
    execFile(process.execPath, [launcher, ...args], options, (error, stdout, stderr) =>
      resolve([(error?.code as number | undefined) ?? 0, stdout, stderr]),
    );
  });
}

it('doctor: a line for each check, and 0 when nothing is wrong', async () => {
  const [code, stdout, stderr] = await run(['doctor']);
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(25);
  for (const line of lines.slice(0, 23)) expect(line).toMatch(/^[✓–] [a-z_]+ +\S/);
  expect(lines[1]).toMatch(/^✓ process .*in simulator mode$/);
  expect(lines.at(-1)).toBe('Nothing is wrong.');
});

it('doctor --json: one document, and 1 when something is wrong', async () => {
  const [code, stdout] = await run(['doctor', '--json'], { ADMIN_TOKEN: 'another-token' });
  expect(code).toBe(1);
  const { status, checks } = JSON.parse(stdout);
  expect(status).toBe('wrong');
  const found = checks.filter((one: { status: string }) => one.status === 'wrong');
  expect(found).toEqual([
    {
      check: 'admin_token',
      status: 'wrong',
      detail: expect.stringContaining('does not take the token in ADMIN_TOKEN'),
      cure: expect.stringContaining('Run this with'),
    },
  ]);
  expect(stdout).not.toContain('another-token');
});

it('says its version, and refuses what it does not know', async () => {
  expect(await run(['--version'])).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/), '']);
  expect(await run(['operate'])).toEqual([1, '', expect.stringMatching(/unknown command/)]);
});

it('says what to do before it is built', async () => {
  mkdirSync(join(directory, 'copy'));
  cpSync(LAUNCHER, join(directory, 'copy/bin/recado.mjs'));
  const unbuilt = join(directory, 'copy/bin/recado.mjs');
  const said = 'Recado is not built yet: run `npm run build`, then this again.\n';
  expect(await run(['doctor'], {}, unbuilt)).toEqual([1, '', said]);
});
