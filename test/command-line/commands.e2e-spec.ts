import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHere, runRecado } from './run.js';
import { freePort } from '../support/free-port.js';
import { RecadoProcess } from '../support/recado.process.js';

const SENDER = '+12025550123';
let directory: string;
let recado: RecadoProcess;
let PORT: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  recado = await RecadoProcess.start(directory, { SIMULATOR: 'on' });
  PORT = new URL(recado.url).port;
});
afterAll(async () => {
  await recado.stop('SIGKILL');
  rmSync(directory, { recursive: true });
});

const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runHere(args, { PORT, SIMULATOR: 'on', DATA_DIR: join(directory, 'data'), ...env });

/** What a command prints as JSON; it must say nothing else. */
async function json(...args: string[]): Promise<any> {
  const [code, stdout, stderr] = await run([...args, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

/** Somebody writes by the simulator, which takes the answer. */
const writes = (from: string, body: string, more: object = {}) =>
  recado.call('POST', '/simulator/control/messages', { from, body, ...more });

const failures = async () =>
  (await (await recado.call('GET', '/api/v1/failures')).json()) as { total: number; items: any[] };

it('ask: the answer, how it was made, and from what', async () => {
  const words = ['ask', 'What are your opening hours?'];
  const [code, stdout, stderr] = await runRecado(words, directory, { PORT, SIMULATOR: 'on' });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/7:30/);
  expect(stdout).toMatch(/^mode: extractive$/m);
  expect(stdout).not.toContain('Found');
  const { answer, mode, sources, trace } = await json('ask', 'What are your opening hours?');
  expect({ mode, trace }).toEqual({ mode: 'extractive', trace: undefined });
  expect([answer.includes('7:30'), sources.length > 0]).toEqual([true, true]);
});

it('ask --explain: what was found with which scores, and why it is this answer', async () => {
  const [code, stdout] = await run(['ask', '--explain', 'Do you deliver to my house?']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Why: \w+.*; the model: none is set \(CHAT_MODEL.*\(\d+ ms\)$/m);
  expect(stdout).toMatch(/ms {2}searched the documents for “.*”: \d+ found$/m);
  expect(stdout).toMatch(/relevance +score +words +meaning +rerank +passage/);
  expect(stdout).toMatch(/^\* +[01]\.\d{3} +/m);
  const [, refused] = await run(['ask', '--explain', 'Who won the world cup in 1954?']);
  expect(refused).toMatch(/^Why: refusal, because: \w+/m);
  expect((await json('ask', '--explain', 'Hello')).trace.outcome.branch).toBe('plain');
});

it('trigger: a signed webhook, what comes back, and 0 for a status 2xx', async () => {
  const [code, stdout, stderr] = await run(['trigger', '--text', 'What are your opening hours?']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^HTTP 200, text\/xml.*\n.*<Response\/>/);
  const sent = await json('trigger', '--text', 'And on Sunday?', '--from', SENDER);
  expect(sent).toMatchObject({ status: 200, message_sid: expect.stringMatching(/^SM\w{32}$/) });
  const [refused, said] = await run(['trigger', '--text', 'Hi', '--bad-signature']);
  expect([refused, said]).toEqual([1, expect.stringMatching(/^HTTP 403, /)]);
});

it('trigger: another address, another token, other fields', async () => {
  const to = `${recado.url}/api/v1/whatsapp/webhook`;
  const other = ['trigger', '--to', to, '--text', 'Hi'];
  expect((await run([...other, '--auth-token', 'of-nobody']))[1]).toMatch(/^HTTP 403/);
  expect(await run([...other, '--location', 'here'])).toEqual([
    1,
    '',
    '--location must look like 40.4168,-3.7038.\n',
  ]);
  const nowhere = `http://127.0.0.1:${await freePort()}/`;
  const [code, stdout, stderr] = await run(['trigger', '--to', nowhere, '--text', 'Hi']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/gives no answer \(.*ECONNREFUSED.*\): see that the address is right/);
  const real = await run(['trigger', '--text', 'Hi'], { SIMULATOR: 'off' });
  expect(real).toEqual([1, '', expect.stringMatching(/no auth token to sign with: set TWILIO_/)]);
});

it('conversations: lists, shows, exports, hands over, erases', async () => {
  await writes(SENDER, 'Where are you?', { profile_name: 'Ana' });
  const [{ id }] = (await json('conversations', 'list', '--search', 'Ana')).items;
  const [, listed] = await run(['conversations']);
  expect(listed).toMatch(new RegExp(`^${id} .*\\+12025550123 Ana`, 'm'));
  await expect
    .poll(async () => (await run(['conversations', 'show', SENDER]))[1])
    .toMatch(/← \S+Z {2}SM\w{32} {2}\(answered\)\n {2}Where are you\?/);
  const exported = await run(['conversations', 'export', SENDER]);
  expect(JSON.parse(exported[1])).toMatchObject({ conversation: { id } });
  expect((await run(['conversations', 'takeover', id]))[1]).toMatch(/is taken over/);
  expect((await json('conversations', '--mode', 'human')).items).toMatchObject([{ id }]);
  expect((await run(['conversations', 'release', SENDER]))[0]).toBe(0);
  expect((await run(['conversations', 'erase', SENDER]))[0]).toBe(1);
  expect((await run(['conversations', 'erase', '--yes', SENDER]))[0]).toBe(0);
  expect(await run(['conversations', 'show', SENDER])).toEqual([
    1,
    '',
    expect.stringMatching(/^Nobody wrote from \+12025550123: `recado conversations`/),
  ]);
});

it('replay: the same answer again, and another one once the documents say otherwise', async () => {
  const sid = `SM${'e'.repeat(32)}`;
  await writes('+12025550124', 'Do you have a parking lot?', { message_sid: sid });
  const messages = async () => (await run(['replay', sid]))[1];
  await expect.poll(messages).toMatch(/: the same answer\nasked: Do you have a parking lot\?/);
  writeFileSync(join(directory, 'parking.md'), '# Parking lot\n\nThe parking lot has 12 places.\n');
  expect((await run(['ingest', join(directory, 'parking.md')]))[0]).toBe(0);
  const [code, stdout] = await run(['replay', sid]);
  expect([code, stdout]).toEqual([1, expect.stringMatching(/another answer[^]*now [^]*12 places/)]);
  expect(await run(['replay', 'SM-of-nobody'])).toEqual([
    1,
    '',
    expect.stringMatching(/no message/),
  ]);
});

it('failures: lists them, sends again, takes them off', async () => {
  // The simulator takes no answer to whom it doesn't know.
  const before = (await failures()).total;
  const [first, second] = ['+12025550130', '+12025550131'];
  for (const from of [first, second]) await run(['trigger', '--from', from, '--text', 'Hello']);
  await expect.poll(async () => (await failures()).total).toBe(before + 2);
  const [, listed, more] = await run(['failures', 'list', '--limit', '1']);
  expect(listed).toMatch(/^\S{36} +\S+Z +dead +63016: /m);
  expect(more).toBe(`1 of ${before + 2}: --limit shows more, up to 200.\n`);
  const [latest, other] = (await json('failures')).items.map((one: { id: string }) => one.id);
  await writes(second, 'Hello');
  expect(await run(['failures', 'retry', latest])).toEqual([0, `${latest}  sent again\n`, '']);
  const taken = await run(['failures', 'discard', other]);
  expect(taken).toEqual([0, `${other}  taken off the list\n`, '']);
  await expect.poll(async () => (await failures()).total).toBe(before);
  const [code, stdout] = await run(['failures', 'retry', latest]);
  expect([code, stdout]).toEqual([1, expect.stringMatching(/ {2}refused: /)]);
});

it('says what to do where no Recado runs, or another one', async () => {
  const nowhere = await run(['ask', 'Hi'], { PORT: String(await freePort()) });
  expect(nowhere).toEqual([1, '', expect.stringMatching(/^No Recado runs at .*`npm start`/)]);
  const other = await run(['failures'], { ADMIN_TOKEN: 'another-token' });
  expect(other).toEqual([1, '', expect.stringMatching(/does not take the token in ADMIN_TOKEN/)]);
});

it('completion bash: commands, their commands, and options', async () => {
  const [, script] = await runRecado(['completion', 'bash'], directory, {});
  writeFileSync(join(directory, 'completion.bash'), script);
  const complete = (...words: string[]) =>
    execFileSync(
      'bash',
      [
        '-c',
        `source completion.bash; COMP_WORDS=(recado "$@"); COMP_CWORD=$#; _recado; echo "\${COMPREPLY[@]}"`,
        'bash',
        ...words,
      ],
      { cwd: directory, encoding: 'utf8' },
    )
      .trim()
      .split(' ');
  expect(complete('tri')).toEqual(['trigger']);
  expect(complete('failures', 're')).toEqual(['retry']);
  expect(complete('failures', 'list', '--k')).toEqual(['--kind']);
  expect(complete('ask', '--')).toEqual(expect.arrayContaining(['--explain', '--json', '--help']));
  expect(complete('ingest', 'park')).toEqual(['parking.md']);
});
