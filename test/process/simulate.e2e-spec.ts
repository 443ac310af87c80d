import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtFile } from '../support/built.process.js';
import { freePort } from '../support/free-port.js';
import { RecadoProcess } from '../support/recado.process.js';

const LAUNCHER = new URL('../../bin/recado.js', import.meta.url).pathname;
const { PATH } = process.env;
const HOURS = `
conversations:
  - turns:
      - { ask: What are your opening hours?, must: ['7:30'] }
      - { ask: Who won the world cup in 1954?, refuse: true }
`;
/** A pool has other hours than the bakery of the samples, and knows the day. */
const POOL = `
documents: pool
now: 2031-03-05T10:00:00Z
config: { time_zone: Europe/Madrid, opening_hours: "Mo-Fr 06:15-21:45; Sa,Su off", bot_name: Nemo }
conversations:
  - turns:
      - { ask: What are your opening hours?, must: ['6:15', '21:45'], must_not: ['7:30'] }
      - { ask: Are you open today?, must: [Wednesday, close at 21:45] }
      - { ask: And on Saturday?, must: [closed] }
      - { ask: Do I need a swimming cap?, must: [swimming cap] }
      - { ask: How much is a baguette?, refuse: true }
`;

let directory: string;
let recado: RecadoProcess;
let PORT: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const files = {
    'hours.yaml': HOURS,
    'wrong.yaml': HOURS.replace('7:30', '6:66'),
    'bad.yaml': HOURS.replace('must:', 'musst:'),
    'pool.yaml': POOL,
    'pool/cap.md': '# Swimming caps\n\nA swimming cap is a must in the large pool.\n',
  };
  mkdirSync(join(directory, 'pool'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  recado = await RecadoProcess.start(directory, { SIMULATOR: 'on' });
  PORT = new URL(recado.url).port;
});
afterAll(async () => {
  await recado.stop('SIGKILL');
  rmSync(directory, { recursive: true });
});

/** Its exit code and what it printed. */
function simulate(args: string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<[number, string, string]>((resolve) => {
    const options = { cwd: directory, env: { PATH, PORT, TMPDIR: directory, ...env } };
    execFile(process.execPath, [LAUNCHER, 'simulate', ...args], options, (error, stdout, stderr) =>
      resolve([(error?.code as number | undefined) ?? 0, stdout, stderr]),
    );
  });
}

it('plays a file against the Recado that runs: 0 when all of it holds', async () => {
  const [code, stdout, stderr] = await simulate(['hours.yaml']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n')).toEqual([
    'hours.yaml',
    expect.stringMatching(/^ {2}ok {4}1\.1 {2}What are your opening hours\? {2}\(\d+ ms\)$/),
    expect.stringMatching(/^ {2}ok {4}1\.2 {2}Who won the world cup in 1954\? {2}\(\d+ ms\)$/),
    '2 passed, 0 failed',
    '',
  ]);
});

it('1 when some of it does not, with what was missing; in JSON and JUnit, too', async () => {
  const args = ['hours.yaml', 'wrong.yaml', '--json', '--junit', 'r.xml'];
  const [code, stdout, stderr] = await simulate(args);
  expect([code, stderr]).toEqual([1, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.slice(2).map((line) => JSON.parse(line))).toMatchObject([
    { file: 'wrong.yaml', turn: 1, passed: false, faults: ['misses "6:66"'] },
    { file: 'wrong.yaml', turn: 2, passed: true, faults: [] },
    { files: 2, turns: 4, passed: 3, failed: 1 },
  ]);
  const junit = readFileSync(join(directory, 'r.xml'), 'utf8');
  expect(junit).toMatch(/tests="4" failures="1"[^]*message="misses &quot;6:66&quot;"/);
});

it('2 for a bad file, and names the place', async () => {
  const [code, stdout, stderr] = await simulate(['hours.yaml', 'bad.yaml']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('bad.yaml has not the form of a set of conversations:');
  expect(stderr).toContain(
    '/conversations/0/turns/0 must NOT have additional properties: musst (line 4)',
  );
  const [none, , lost] = await simulate(['nowhere.yaml']);
  expect([none, lost]).toEqual([2, expect.stringMatching(/nowhere\.yaml/)]);
});

it('2 when no Recado runs, or one that is not in simulator mode', async () => {
  const [code, , stderr] = await simulate(['hours.yaml'], { PORT: String(await freePort()) });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^No Recado runs at .*npm start/)]);
  const elsewhere = mkdtempSync(join(tmpdir(), 'recado-'));
  const real = await RecadoProcess.start(elsewhere, { SIMULATOR: 'off', ADMIN_TOKEN: 'its-token' });
  try {
    const env = { PORT: new URL(real.url).port, ADMIN_TOKEN: 'its-token', SIMULATOR: 'off' };
    const [other, , why] = await simulate(['hours.yaml'], env);
    expect([other, why]).toEqual([2, expect.stringMatching(/is not in simulator mode.*--fresh/)]);
  } finally {
    await real.stop('SIGKILL');
    rmSync(elsewhere, { recursive: true });
  }
});

it('says what of a file does not count for the Recado that runs', async () => {
  const [code, , stderr] = await simulate(['pool.yaml']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^pool\.yaml: documents, now, config left aside.*--fresh/);
});

it('--fresh: against a Recado of its own, which leaves nothing behind', async () => {
  const before = await documents();
  const [code, stdout, stderr] = await simulate(['--fresh', 'pool.yaml'], { SIMULATOR: 'off' });
  expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/5 passed, 0 failed/), '']);
  expect(await documents()).toEqual(before);
  expect(readdirSync(directory).filter((name) => name.startsWith('recado-simulate'))).toEqual([]);
});

it('--fresh: takes its Recado along when it is interrupted', async () => {
  const its = mkdtempSync(join(tmpdir(), 'recado-'));
  const command = spawn(
    process.execPath,
    [builtFile('cli/main.js'), 'simulate', '--fresh', 'pool.yaml'],
    { cwd: directory, env: { PATH, TMPDIR: its } },
  );
  const ended = once(command, 'close');
  let stderr = '';
  command.stderr.on('data', (chunk) => (stderr += chunk));
  await expect.poll(() => readdirSync(its)).toHaveLength(1);
  command.kill('SIGTERM');
  expect(await ended).toEqual([2, null]);
  expect(stderr).toMatch(/^Stopped\./);
  expect(readdirSync(its)).toEqual([]);
  rmSync(its, { recursive: true });
});

it.each(['scenario', 'handover'])('plays the sample %s.yaml', async (name) => {
  const sample = new URL(`../../samples/${name}.yaml`, import.meta.url).pathname;
  expect(await simulate([sample])).toEqual([0, expect.stringMatching(/ 0 failed/), '']);
});

it('--fresh: 2 for a file without documents', async () => {
  const [code, stdout, stderr] = await simulate(['--fresh', 'hours.yaml']);
  expect([code, stdout, stderr]).toEqual([
    2,
    '',
    expect.stringMatching(/^hours\.yaml names no doc/),
  ]);
});

async function documents(): Promise<unknown> {
  return (await recado.call('GET', '/api/v1/knowledge/documents')).json();
}
