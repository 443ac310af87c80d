import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecadoProcess } from '../support/recado.process.js';

const TOKEN = 'aaaabbbbccccdddd1111222233334444';
const NEXT = 'eeeeffff0000111122223333aaaabbbb';
const aKey = () => randomBytes(32).toString('base64');

let directory: string;
let running: RecadoProcess[] = [];
const start = async (env: NodeJS.ProcessEnv = {}) => {
  const recado = await RecadoProcess.start(directory, env);
  running.push(recado);
  return recado;
};
const refused = (env: NodeJS.ProcessEnv = {}) => RecadoProcess.refused(directory, env);

beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'recado-'))));
afterEach(async () => {
  await Promise.all(running.map((recado) => recado.stop('SIGKILL')));
  running = [];
  rmSync(directory, { recursive: true });
});

it('starts fresh, answers what its first screen tells to ask, and ends with 0', async () => {
  const recado = await start();
  expect(recado.stderr).toBe('');
  expect(recado.stdout).toMatch(/Recado \d+\.\d+\.\d+ runs in simulator mode/);
  expect(recado.stdout).not.toMatch(/"level":"(warn|error|fatal)"|^ +at /m);
  expect(recado.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);

  for (const file of ['admin-token', 'secret-key', 'simulator/recado.sqlite'])
    expect([file, statSync(join(directory, 'data', file)).mode & 0o077]).toEqual([file, 0]);
  expect(existsSync(join(directory, 'data', 'recado.sqlite'))).toBe(false);

  const [, json] = /-d '(.*)'/.exec(recado.stdout)!;
  const sent = await recado.call('POST', '/simulator/control/messages', JSON.parse(json));
  expect(await sent.json()).toMatchObject({ status: 200, content_type: 'text/xml' });
  const answers = async () => {
    const listed = await recado.call('GET', '/simulator/control/messages');
    const { items } = (await listed.json()) as { items: { direction: string; body: string }[] };
    return items.filter(({ direction }) => direction === 'outbound').map(({ body }) => body);
  };
  await expect.poll(answers, { timeout: 10_000 }).toEqual([expect.stringMatching(/open.*\d/s)]);

  expect(await recado.stop('SIGTERM')).toEqual([0, null]);
  expect(recado.stdout).not.toMatch(/"level":"(warn|error|fatal)"|^ +at /m);
  expect(recado.stderr).toBe('');
});

it('answers the first command of each README, with the token where it and the screen say', async () => {
  const recado = await start();
  for (const [name, said] of [
    ['README.md', 'On Sundays we open from 9:00 to 14:00.'],
    ['README.es.md', 'Los domingos abrimos de 9:00 a 14:00.'],
  ]) {
    const readme = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    const [, command] = /```sh\n(curl [^`]*)```/.exec(readme)!;
    const [, path] = /http:\/\/127\.0\.0\.1:3000(\S+)/.exec(command)!;
    const [bearer, tokenFile] = /Authorization: Bearer \$\(cat (\S+)\)/.exec(command)!;
    const [, body] = /-d '(.*)'/.exec(command)!;
    expect(recado.stdout).toContain(bearer);
    const Authorization = `Bearer ${readFileSync(join(directory, tokenFile), 'utf8').trim()}`;
    const headers = { Authorization, 'Content-Type': 'application/json' };
    const answer = await fetch(recado.url + path, { method: 'POST', headers, body });
    expect(await answer.text()).toContain(said);
    expect(readme).toContain(said);
  }
});

it('refuses a data directory or a port in use, each in a line; SIGINT ends the first', async () => {
  const first = await start();
  expect(await refused()).toEqual([
    1,
    'DATA_DIR ./data is used by another Recado process; ' +
      'stop it, or give this one another DATA_DIR\n',
  ]);
  const { port } = new URL(first.url);
  expect(await refused({ DATA_DIR: 'other', PORT: port })).toEqual([
    1,
    `PORT ${port} on 127.0.0.1 is taken; stop who has it, or name another PORT\n`,
  ]);
  expect(await first.stop('SIGINT')).toEqual([0, null]);
});

it('names every wrong variable, a line each', async () => {
  expect(await refused({ PORT: 'x', LLM_TIMEOUT_MS: '1' })).toEqual([
    1,
    expect.stringMatching(/^PORT must be[^\n]*\nLLM_TIMEOUT_MS must be[^\n]*\n$/),
  ]);
  expect(await refused({ TRUSTED_PROXIES: 'y' })).toEqual([
    1,
    expect.stringMatching(/^TRUSTED_PROXIES must be addresses[^\n]*\n$/),
  ]);
});

it('stops with one line for what only shows once it is used', async () => {
  writeFileSync(join(directory, 'file'), '');
  const mongo = { ADMIN_TOKEN: 'x', SECRET_KEY: aKey(), SIMULATOR: 'off' };
  const wrong: [NodeJS.ProcessEnv, RegExp][] = [
    [
      { ...mongo, MONGODB_URI: 'mongodb://u:secret@x/y?novelty=1' },
      /^MONGODB_URI cannot be used: /,
    ],
    [{ ...mongo, MONGODB_URI: 'mongodb://u:secret@b@x/y' }, /^MONGODB_URI cannot be used: /],
    [{ DATA_DIR: 'file' }, /^DATA_DIR: /],
    [{ SIMULATOR_LEDGER: 'file/ledger' }, /^SIMULATOR_LEDGER/],
    // Node's own way to make a folder there never ends.
    [{ DATA_DIR: '/proc/recado' }, /^DATA_DIR: \/proc\/recado\S* cannot be used \(ENOENT\)/],
    [{ SIMULATOR_LEDGER: '/proc/recado/ledger' }, /^SIMULATOR_LEDGER/],
  ];
  const answers = await Promise.all(wrong.map(([env]) => refused(env)));
  for (const [n, [, line]] of wrong.entries()) {
    const [code, said] = answers[n];
    expect([code, said]).toEqual([1, expect.stringMatching(line)]);
    expect([said, said.split('\n').length]).toEqual([said, 2]);
    expect(said).not.toContain('secret');
  }
});

it('reads a .env file, and says what is wrong with it', async () => {
  writeFileSync(join(directory, '.env'), '\ufeffLOG_LEVEL: debug\r\nPORT=x\r\n');
  expect(await refused()).toEqual([1, 'LOG_LEVEL has no = in .env; write LOG_LEVEL=value\n']);
});

it('tells at its start of a value in quotes and of a name that is nearly right, and goes on', async () => {
  const quoted = { TWILIO_AUTH_TOKEN: `"${TOKEN}"`, SIMULATOR: "'on'" };
  const recado = await start({ ...quoted, TWILIO_ACOUNT_SID: 'AC1', HOSTE: 'x' });
  // Documents that are still being read when it is stopped are a warning of their own.
  await recado.call('POST', '/api/v1/knowledge/search', { query: 'bread' });
  await recado.stop();
  const log = recado.stdout.split('\n').filter((line) => line.startsWith('{'));
  const warnings = log.map((line) => JSON.parse(line)).filter(({ level }) => level === 'warn');
  expect(warnings.map(({ msg }) => msg)).toEqual([
    expect.stringMatching(/^TWILIO_AUTH_TOKEN came in quotes/),
    expect.stringMatching(/^SIMULATOR came in quotes/),
    'TWILIO_ACOUNT_SID in the environment is not read: did you mean TWILIO_ACCOUNT_SID?',
  ]);
  expect(recado.stdout).not.toContain(TOKEN);
});

it('refuses a secret key that is not the one of the store', async () => {
  const first = await start({ SECRET_KEY: aKey() });
  await first.stop();
  expect(await refused({ SECRET_KEY: aKey() })).toEqual([
    1,
    expect.stringMatching(/^SECRET_KEY is not the key [^\n]*\n$/),
  ]);
});

it('never writes a secret to its log', async () => {
  const recado = await start({ LOG_LEVEL: 'trace', TWILIO_AUTH_TOKEN: TOKEN, SIMULATOR: 'on' });
  const put = await recado.call('PUT', '/api/v1/bot/config', { twilio_auth_token: NEXT });
  expect(await put.json()).toMatchObject({ twilio_auth_token: '••••••bbbb' });
  const wrong = { twilio_auth_token: `${NEXT} x`, [TOKEN]: NEXT };
  expect((await recado.call('PUT', '/api/v1/bot/config', wrong)).status).toBe(400);
  const header = { Authorization: `Bearer ${NEXT}` };
  await fetch(`${recado.url}/api/v1/bot/config?text=${TOKEN}`, { headers: header });
  await recado.stop();
  expect(recado.stdout).toContain('PUT /api/v1/bot/config 400');
  for (const secret of [TOKEN, NEXT]) expect(recado.stdout + recado.stderr).not.toContain(secret);
});

it('leaves simulator mode at the next start once real credentials are stored', async () => {
  const real = await start({ SIMULATOR: 'off' });
  expect(real.stdout).toContain('Missing: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN');
  const account = { twilio_account_sid: `AC${'0'.repeat(32)}`, twilio_auth_token: TOKEN };
  expect(real.stdout).not.toContain('Twilio cannot call');
  await real.call('PUT', '/api/v1/bot/config', account);
  await expect.poll(() => real.stdout).toContain('PUBLIC_URL is http://localhost');
  await real.call('PUT', '/api/v1/bot/config', { bot_name: 'Ana' });
  await real.stop();
  expect(real.stdout.split('which Twilio cannot call')).toHaveLength(2);
  const next = await start();
  expect(next.stdout).not.toContain('simulator mode');
  expect(next.stdout).not.toContain('TWILIO_AUTH_TOKEN');
});
