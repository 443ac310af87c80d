import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../support/app.js';
import { Emulator } from '../../support/twilio/emulator.js';
import { TwilioFront } from '../../support/twilio/front.js';

const NUMBER = 'whatsapp:+15005550006';

let app: TestApp;
let real: Emulator;
let front: TwilioFront;
beforeAll(async () => {
  [real, front] = await Promise.all([Emulator.start(), TwilioFront.start()]);
  front.target = real.address;
  front.senders = [{ sender_id: NUMBER }];
  const bases = { TWILIO_API_BASE: front.address, TWILIO_MESSAGING_API_BASE: front.address };
  const none = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', TWILIO_WHATSAPP_FROM: '' };
  app = await TestApp.start('sqlite', { SIMULATOR: 'on', ...none, ...bases });
});
afterAll(async () => {
  await app?.close();
  await Promise.all([front.close(), real.close()]);
});

const test = async (update?: object) => {
  const { body } = await app.admin('post', '/api/v1/bot/config/test', update).expect(200);
  const items = body.items as { name: string; status: string }[];
  return Object.fromEntries(items.map(({ name, status }) => [name, status]));
};

it('in simulator mode, Twilio itself is asked of an account only that somebody gives', async () => {
  expect(await test()).toMatchObject({ twilio: 'skipped', sender: 'skipped', model: 'ok' });
  expect(await test({ bot_name: 'Ana' })).toMatchObject({ twilio: 'skipped', model: 'skipped' });
  expect(front.asked).toEqual([]);
  const { accountSid: twilio_account_sid, authToken: twilio_auth_token } = real.options;
  const account = { twilio_account_sid, twilio_auth_token, twilio_whatsapp_from: NUMBER };
  // Twilio's client is loaded by the first: it may take longer than the test waits for an answer.
  await expect.poll(() => test(account)).toMatchObject({ twilio: 'ok', sender: 'ok' });
  const wrong = { ...account, twilio_auth_token: 'f'.repeat(32) };
  expect(await test(wrong)).toMatchObject({ twilio: 'failed', sender: 'skipped' });
  expect(front.asked.every((asked) => asked.startsWith('GET '))).toBe(true);
});
