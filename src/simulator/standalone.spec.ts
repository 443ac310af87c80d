import { afterAll, beforeAll, expect, it } from 'vitest';
import { Emulator } from '../../test/support/twilio/emulator.js';
import { welcome } from './welcome.js';

let emulator: Emulator;
beforeAll(async () => void (emulator = await Emulator.start()));
afterAll(() => emulator.close());

const ask = (path: string, init?: RequestInit) => fetch(emulator.options.address() + path, init);

it('names a field of a query that its control does not know', async () => {
  const answer = await ask('/control/messages?conversaton=%2B12025550123');
  expect(answer.status).toBe(400);
  const message = 'is not a field of this request';
  expect(await answer.json()).toMatchObject({ errors: [{ field: 'conversaton', message }] });
});

it('takes any query on the paths of Twilio, as Twilio does', async () => {
  const { accountSid, authToken } = emulator.options;
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  const headers = { Authorization: `Basic ${credentials}` };
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json?Novelty=1`;
  expect((await ask(path, { headers })).status).toBe(200);
});

it('says which methods an address of its control takes', async () => {
  const answer = await ask('/control/faults', { method: 'POST' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PUT']);
});

it('tells what an app needs that is to answer it', () => {
  const { options } = emulator;
  const webhookUrl = () => 'https://bot.example.com/recado/api/v1/whatsapp/webhook#rc=3&rp=all';
  const sharedKey = { id: 'webhooks_sharedkey_1', secret: 'its=secret' };
  const told = welcome({ ...options, address: () => emulator.address, webhookUrl, sharedKey });
  expect(told).toContain('  PUBLIC_URL=https://bot.example.com/recado\n');
  expect(told).toContain('  TWILIO_SHARED_KEYS=webhooks_sharedkey_1=its=secret\n');
  expect(welcome(options)).not.toContain('SHARED_KEY');
});
