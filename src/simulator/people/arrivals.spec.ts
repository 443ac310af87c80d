import { expect, it } from 'vitest';
import { sharedEmulator } from '../../../test/support/twilio/emulator.js';

const PERSON = 'whatsapp:+12025550123';
const OTHER = 'whatsapp:+12025550124';
const { emulator, genuine, write } = sharedEmulator();

const bodies = () => emulator().receiver.received.map(({ form }) => form.Body);
const setFaults = (inbound: object) => emulator().control('PUT', '/faults', { inbound });
it('tells the request as it was sent, so that it can be sent again', async () => {
  const { body: answer } = await write({ from: PERSON, body: "it's 20 % & more\n👋", times: 2 });
  const { method, url, signed_url, headers, body } = answer.request;
  expect(signed_url).toBe(`${emulator().receiver.address}/webhook`);
  expect(answer.responses).toHaveLength(2);
  expect(answer.responses[0]).not.toHaveProperty('request');
  await fetch(url, { method, headers, body });
  const [first, , again] = emulator().receiver.received;
  expect(again.form).toEqual(first.form);
  expect(again.headers['x-twilio-signature']).toBe(first.headers['x-twilio-signature']);
  expect(genuine(again)).toBe(true);
});

it('has no request of a webhook that is lost', async () => {
  expect((await write({ from: PERSON, webhook: false })).body.request).toBe(null);
});

it.each([
  ['of one message', {}, { bad_signature: true }],
  ['of all', { bad_signature: true }, {}],
])('signs with a wrong key: %s', async (_, fault, message) => {
  await setFaults(fault);
  await write({ from: PERSON, body: 'Hi', ...message });
  expect(genuine(emulator().receiver.received[0])).toBe(false);
  await setFaults({});
  await write({ from: PERSON, body: 'Hi' });
  expect(genuine(emulator().receiver.received[1])).toBe(true);
});

it('repeats each webhook', async () => {
  await setFaults({ times: 3 });
  const { body } = await write({ from: PERSON, body: 'Hi' });
  expect(body.responses).toHaveLength(3);
  expect(bodies()).toEqual(['Hi', 'Hi', 'Hi']);
  const items = (await emulator().control<any>('GET', '/messages')).body.items;
  expect(items).toHaveLength(1);
});

it('delays a webhook: the message is there at once', async () => {
  const sent = write({ from: PERSON, body: 'late', delay_ms: 300 });
  await expect
    .poll(async () => (await emulator().control<any>('GET', '/messages')).body.items.length)
    .toBe(1);
  await write({ from: PERSON, body: 'soon' });
  await sent;
  expect(bodies()).toEqual(['soon', 'late']);
});

it('lets the second message of a sender overtake the first, and holds up nobody else', async () => {
  await setFaults({ overtake_ms: 10_000 });
  const first = write({ from: PERSON, body: '1' });
  await expect
    .poll(async () => (await emulator().control<any>('GET', '/messages')).body.items.length)
    .toBe(1);
  await write({ from: PERSON, body: '2' });
  await first;
  expect(bodies()).toEqual(['2', '1']);
  const third = write({ from: PERSON, body: '3' });
  const others = write({ from: OTHER, body: '4' });
  await setFaults({});
  await write({ from: PERSON, body: '5' });
  await third;
  expect(bodies()).toEqual(['2', '1', '5', '3']);
  await write({ from: OTHER, body: '6' });
  await others;
});

it('holds a message for no longer than it was told', async () => {
  await setFaults({ overtake_ms: 50 });
  expect((await write({ from: PERSON, body: 'alone' })).body.status).toBe(200);
  expect((await write({ from: PERSON, body: 'again' })).body.status).toBe(200);
});

it('sends nothing of what was emptied meanwhile', async () => {
  const sent = write({ from: PERSON, body: 'late', delay_ms: 200 });
  await expect
    .poll(async () => (await emulator().control<any>('GET', '/messages')).body.items.length)
    .toBe(1);
  await emulator().control('DELETE', '');
  expect((await sent).body).toMatchObject({ status: null, error: 'lost on purpose' });
  expect(bodies()).toEqual([]);
});

it('writes as several at once', async () => {
  const waiting: (() => void)[] = [];
  emulator().receiver.reply = (response) => {
    waiting.push(() => response.writeHead(200).end());
    if (waiting.length === 20) waiting.forEach((answer) => answer());
  };
  const messages = Array.from({ length: 20 }, (_, n) => {
    return { from: `whatsapp:+120255501${String(n).padStart(2, '0')}`, body: `text ${n}` };
  });
  const { body } = await emulator().control<any>('POST', '/bursts', { messages });
  expect(body.items.map(({ status }: any) => status)).toEqual(messages.map(() => 200));
  expect(bodies().sort()).toEqual(messages.map(({ body }) => body).sort());
  expect((await emulator().control('POST', '/bursts', { messages: [] })).status).toBe(400);
});
