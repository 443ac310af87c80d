import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { twilioAt } from '../support/twilio/emulator.js';

const MAIN = new URL('../../dist/simulator/main.js', import.meta.url).pathname;
const directory = mkdtempSync(join(tmpdir(), 'recado-'));
const env = {
  SIMULATOR_PORT: '0',
  SIMULATOR_LEDGER: join(directory, 'ledger.jsonl'),
  SIMULATOR_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
};
let running: ChildProcess | undefined;

afterEach(() => void running?.kill('SIGKILL'));

/** Starts `npm run simulator`'s process; resolves with what it printed when it is ready. */
async function start(more: NodeJS.ProcessEnv = {}): Promise<string> {
  running = spawn(process.execPath, [MAIN], { cwd: directory, env: { ...env, ...more } });
  let printed = '';
  for await (const chunk of running.stdout!) {
    printed += chunk;
    if (printed.includes('curl')) break;
  }
  return printed;
}

/** The value of an environment line that was printed for the app. */
function line(printed: string, name: string): string {
  return new RegExp(`^ *${name}=(.*)$`, 'm').exec(printed)![1];
}

it('prints what an app needs, survives SIGKILL and ends by SIGTERM with 0', async () => {
  const first = await start();
  expect(line(first, 'SIMULATOR')).toBe('off');
  expect(line(first, 'PUBLIC_URL')).toBe('http://127.0.0.1:3000');
  expect(line(first, 'TWILIO_ACCOUNT_SID')).toBe(env.SIMULATOR_ACCOUNT_SID);
  const clientOf = (printed: string) =>
    twilioAt(
      line(printed, 'TWILIO_API_BASE'),
      line(printed, 'TWILIO_ACCOUNT_SID'),
      line(printed, 'TWILIO_AUTH_TOKEN'),
    );
  const from = line(first, 'TWILIO_WHATSAPP_FROM');
  const to = 'whatsapp:+12025550123';
  const { sid } = await clientOf(first).messages.create({ to, from, body: 'Hi' });
  running!.kill('SIGKILL');
  await once(running!, 'exit');

  const second = await start();
  expect(line(second, 'TWILIO_AUTH_TOKEN')).not.toBe(line(first, 'TWILIO_AUTH_TOKEN'));
  expect((await clientOf(second).messages(sid).fetch()).body).toBe('Hi');
  running!.kill('SIGTERM');
  expect(await once(running!, 'exit')).toEqual([0, null]);
});

it('names the variable that is wrong, or taken, and ends with 1', async () => {
  const failed = async (more: NodeJS.ProcessEnv) => {
    const child = spawn(process.execPath, [MAIN], { cwd: directory, env: { ...env, ...more } });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    const [code] = await once(child, 'close');
    return [code, errors];
  };
  const malformed = await failed({ SIMULATOR_FROM: 'me' });
  expect(malformed).toEqual([1, 'SIMULATOR_FROM must look like whatsapp:+14155238886\n']);
  const printed = await start();
  const { port } = new URL(line(printed, 'TWILIO_API_BASE'));
  const taken = await failed({ SIMULATOR_PORT: port });
  expect(taken).toEqual([1, 'SIMULATOR_PORT is taken: name another one.\n']);
});
