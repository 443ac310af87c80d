import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { Emulator } from '../support/twilio/emulator.js';

interface Call {
  group: string;
  name: string;
  wrong: string | null;
}

/** All that the tables in the folder python ask, by Twilio's Python helper library. */
async function calls(): Promise<Call[]> {
  const webhook = `http://127.0.0.1:${await freePort()}/webhook?part=1&next=%2Fa%20b&attempt=a'b`;
  const sharedKey = { id: 'webhooks_sharedkey_1', secret: 'its-secret' };
  const emulator = await Emulator.start({ webhookUrl: () => webhook, sharedKey });
  const { accountSid, authToken } = emulator.options;
  const env = {
    PATH: process.env.PATH,
    TZ: 'UTC',
    PYTHONPATH: process.env.TWILIO_PYTHON,
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    SIMULATOR: emulator.address,
    SIMULATOR_ACCOUNT_SID: accountSid,
    SIMULATOR_AUTH_TOKEN: authToken,
    WEBHOOK: webhook,
  };
  const script = new URL('python/calls.py', import.meta.url).pathname;
  try {
    const { stdout } = await promisify(execFile)('python3', [script], { env, timeout: 60_000 });
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Call);
  } finally {
    await emulator.close();
  }
}

it.each(await calls())('Python: $group: $name', ({ wrong }) => {
  expect(wrong).toBeNull();
});
