import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecadoProcess } from '../support/recado.process.js';

const LAUNCHER = new URL('../../bin/recado.js', import.meta.url).pathname;
const LINK = /http:\/\/127\.0\.0\.1:\d+\/console\/sign-in#code=([\w-]{43})/;
const PRETTY = { LOG_FORMAT: 'pretty' };

let directory: string;
let recado: RecadoProcess;
const start = async (env: NodeJS.ProcessEnv = {}) =>
  (recado = await RecadoProcess.start(directory, env));

beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'recado-'))));
afterEach(async () => {
  await recado.stop('SIGKILL');
  rmSync(directory, { recursive: true });
});

/** What `recado login` prints, and its exit code. */
function login(args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  return new Promise<[number, string, string]>((resolve) => {
    const { PATH } = process.env;
    const options = { cwd: directory, env: { PATH, PORT: new URL(recado.url).port, ...env } };
    execFile(process.execPath, [LAUNCHER, 'login', ...args], options, (error, stdout, stderr) =>
      resolve([(error?.code as number | undefined) ?? 0, stdout, stderr]),
    );
  });
}

const session = (method: string, headers: Record<string, string>, body?: object) =>
  fetch(`${recado.url}/api/v1/session`, {
    method,
    headers: { Origin: recado.url, 'Content-Type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });

async function signIn(link: string): Promise<string> {
  const answer = await session('POST', {}, { code: LINK.exec(link)![1] });
  expect(answer.status).toBe(201);
  return answer.headers.get('set-cookie')!.split(';')[0];
}

it('shows on a terminal the link first, then what to type', async () => {
  const { stdout } = await start(PRETTY);
  expect(stdout.search(LINK)).toBeGreaterThan(0);
  expect(stdout.search('curl ')).toBeGreaterThan(stdout.search(LINK));
  const Cookie = await signIn(stdout);
  const answer = await session('GET', { Cookie });
  expect(await answer.json()).toMatchObject({ signed_in_by: 'link', simulator: true });
});

it('shows no link in a log', async () => {
  const { stdout } = await start({ LOG_FORMAT: 'json' });
  await expect
    .poll(() => recado.stdout)
    .toContain('`npx recado login` prints a link that signs in');
  expect(stdout).not.toContain('#code=');
});

it('recado login: another link, as text or as JSON, and nothing else', async () => {
  const screen = (await start()).stdout;
  // Not a terminal: what is printed stays somewhere.
  expect(screen).not.toContain('#code=');
  expect(screen).toContain('`npx recado login` prints a link that signs in');
  const [code, stdout, stderr] = await login();
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(new RegExp(`^${LINK.source}\n$`));
  const [, json] = await login(['--json']);
  const { url, expires_at, ...rest } = JSON.parse(json);
  expect([url, Date.parse(expires_at) > Date.now(), rest]).toEqual([
    expect.stringMatching(LINK),
    true,
    {},
  ]);
  for (const link of [stdout, url as string]) await signIn(link);
  const wrong = await login([], { ADMIN_TOKEN: 'another-token' });
  expect(wrong).toEqual([1, '', expect.stringContaining('does not take the token')]);
  await recado.stop();
  expect(await login()).toEqual([1, '', expect.stringContaining('No Recado runs at')]);
});

it('stays signed in over a restart, and not under another token', async () => {
  const { port } = new URL((await start(PRETTY)).url);
  const Cookie = await signIn(recado.stdout);
  const [, link] = await login();
  await recado.stop();
  await start({ PORT: port, ADMIN_TOKEN: 'another-token' });
  expect((await session('GET', { Cookie })).status).toBe(401);
  expect((await session('POST', {}, { code: LINK.exec(link)![1] })).status).toBe(401);
  await recado.stop();
  await start({ PORT: port });
  expect((await session('GET', { Cookie })).status).toBe(200);
});
