import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Emulator } from '../../../test/support/twilio/emulator.js';
import { WebhookReceiver } from '../../../test/support/twilio/webhook-receiver.js';

const PERSON = 'whatsapp:+12025550123';
const account = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'token' };
let ledgerFile: string;
let emulator: Emulator;

const start = async () => {
  emulator = await Emulator.start({ ...account, ledgerFile });
};
const lines = () =>
  readFileSync(ledgerFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const items = async () => (await emulator.control<any>('GET', '/messages')).body.items;
const send = (statusCallback: string) => {
  const { from } = emulator.options;
  return emulator.client.messages.create({ to: PERSON, from, body: 'Hi', statusCallback });
};

beforeEach(async () => {
  ledgerFile = join(mkdtempSync(join(tmpdir(), 'recado-')), 'ledger.jsonl');
  await start();
});
afterEach(() => emulator.close());

it('has each line on disk before the business hears of it', async () => {
  const seen: unknown[] = [];
  emulator.receiver.reply = (response, { form }) => {
    seen.push([form.SmsStatus, lines().at(-1)]);
    response.end();
  };
  await emulator.control('POST', '/messages', { from: PERSON, body: 'Hello' });
  expect(seen).toMatchObject([
    ['received', { event: 'created', direction: 'inbound', status: 'received', body: 'Hello' }],
  ]);
  const statusCallback = `${emulator.receiver.address}/status`;
  const { sid } = await send(statusCallback);
  const created = lines().find((line) => line.sid === sid);
  expect(created).toMatchObject({
    event: 'created',
    direction: 'outbound',
    from: emulator.options.from,
    to: PERSON,
    body: 'Hi',
    status: 'queued',
    media: [],
    created_at: expect.stringMatching(/Z$/),
    status_callback: statusCallback,
  });
  await emulator.receiver.until(3);
  const statuses = lines().filter((line) => line.event === 'status' && line.sid === sid);
  expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered']);
});

it('knows everything again after a restart, files too', async () => {
  const media = [{ content_type: 'image/png', base64: btoa('png') }];
  const body = { from: PERSON, body: 'Hello', media };
  const sent = await emulator.control<any>('POST', '/messages', body);
  await send(`${emulator.receiver.address}/status`);
  await emulator.receiver.until(3);
  const before = await items();
  await emulator.close();
  await start();
  expect(await items()).toEqual(before);
  const [file] = await emulator.client.messages(sent.body.sid).media.list();
  expect(file.contentType).toBe('image/png');
  await send(`${emulator.receiver.address}/status`);
  const [, last] = await emulator.receiver.until(2);
  expect(last.form.MessageStatus).toBe('delivered'); // The window is still open.
});

it('takes messages to their end that a restart stopped', async () => {
  await emulator.control('POST', '/messages', { from: PERSON, body: 'Hello' });
  const { sid } = await send(`${emulator.receiver.address}/status`);
  await emulator.close();
  const later = await WebhookReceiver.listen();
  const status_callback = `${later.address}/status`;
  const stopped = lines().filter(({ event }) => event === 'created');
  const text = stopped.map((line) => JSON.stringify({ ...line, status_callback }) + '\n');
  writeFileSync(ledgerFile, text.join(''));
  await start();
  const told = (await later.until(2)).map(({ form }) => [form.MessageSid, form.MessageStatus]);
  expect(told).toEqual([
    [sid, 'sent'],
    [sid, 'delivered'],
  ]);
  await later.close();
});

it('is empty when it was emptied', async () => {
  await emulator.control('POST', '/messages', { from: PERSON, body: 'Hello' });
  expect((await emulator.control('DELETE', '')).status).toBe(204);
  expect(lines()).toEqual([]);
  expect(await items()).toEqual([]);
});

it('takes a thousand messages, each durable', async () => {
  const { from } = emulator.options;
  const Authorization = `Basic ${btoa(`${account.accountSid}:${account.authToken}`)}`;
  const url = `${emulator.address}/2010-04-01/Accounts/${account.accountSid}/Messages.json`;
  const create = async (i: number) => {
    const form = new URLSearchParams({ To: PERSON, From: from, Body: `${i}` });
    return (await fetch(url, { method: 'POST', headers: { Authorization }, body: form })).status;
  };
  for (let batch = 0; batch < 10; batch++) {
    const hundred = Array.from({ length: 100 }, (_, i) => create(batch * 100 + i));
    expect(new Set(await Promise.all(hundred))).toEqual(new Set([201]));
  }
  const created = lines().filter((line) => line.event === 'created');
  expect(new Set(created.map(({ body }) => body)).size).toBe(1000);
});
