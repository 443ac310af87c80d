import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Received } from '../support/twilio/webhook-receiver.js';
import { ago, DAY, PERSON, QUERY, SECRET, SERVICE, Simulated } from './simulated.js';

const NOBODY = `SM${'0'.repeat(32)}`;
const PICTURE = 'https://example.com/a.png';

type Row = [name: string, call: () => Promise<unknown>, gives: unknown];

let s: Simulated;
beforeAll(async () => void (s = await Simulated.start()));
afterAll(() => s.close());

const refused = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    ({ status, code, moreInfo }) => [status, code, moreInfo.endsWith(`/errors/${code}`)],
  );
const sidsOf = (page?: { instances: { sid: string }[] }) => page?.instances.map(({ sid }) => sid);

const CREATE: Row[] = [
  ['by From', async () => (await s.create({ body: 'Hi' })).status, 'queued'],
  ['by a Messaging Service', byService, ['accepted', null, '0', SERVICE]],
  ['a picture', async () => (await s.create({ mediaUrl: [PICTURE] })).numMedia, '1'],
  ['pictures', async () => (await s.create({ mediaUrl: [PICTURE, `${PICTURE}?2`] })).numMedia, '2'],
  ['a template', async () => (await s.create({ contentSid: s.template })).body, 'Hi you!'],
  ['a template with a value', withValue, 'Hi Ana!'],
  ['a schedule', async () => (await s.scheduled(DAY)).status, 'scheduled'],
];

async function withValue() {
  const contentVariables = JSON.stringify({ 1: 'Ana' });
  return (await s.create({ contentSid: s.template, contentVariables })).body;
}

async function byService() {
  const sent = await s.create({ messagingServiceSid: SERVICE, body: 'Hi' });
  return [sent.status, sent.from, sent.numSegments, sent.messagingServiceSid];
}

const REFUSED: [name: string, call: () => Promise<unknown>, status: number, code: number][] = [
  ['without To', () => s.create({ to: '', body: 'Hi' }), 400, 21604],
  ['without From', () => s.create({ from: '', body: 'Hi' }), 400, 21603],
  ['without a text', () => s.create({}), 400, 21602],
  ['an unknown template', () => s.create({ contentSid: `HX${'b'.repeat(32)}` }), 400, 21655],
  ['too long', () => s.create({ body: 'x'.repeat(1601) }), 400, 21617],
  ['to what is no number', () => s.create({ to: 'whatsapp:hello', body: 'Hi' }), 400, 21211],
  ['too soon', () => s.scheduled(60_000), 400, 35114],
  ['wrong credentials', () => s.stranger().messages.list(), 401, 20003],
  ['an unknown SID', () => s.client.messages(NOBODY).fetch(), 404, 20404],
  ['what is not simulated', () => s.client.calls.list(), 404, 20404],
  ['too many', () => s.faulty({ mode: '429' }, () => s.create({ body: 'Hi' })), 429, 20429],
  ['an error', () => s.faulty({ mode: '500' }, () => s.create({ body: 'Hi' })), 500, 20500],
];

const READ: Row[] = [
  ['fetch', async () => (await s.client.messages(s.first).fetch()).body, 'first'],
  ['list today, by the time', () => listed({ dateSent: new Date() }), [true, true]],
  ['list since yesterday', () => listed({ dateSentAfter: ago(DAY) }), [true, true]],
  ['list after tomorrow', () => listed({ dateSentAfter: ago(-DAY) }), [false, false]],
  ['list before tomorrow', () => listed({ dateSentBefore: ago(-DAY) }), [true, true]],
  ['list before yesterday', () => listed({ dateSentBefore: ago(DAY) }), [false, false]],
  ['list with a limit', async () => (await s.bodies({ limit: 1 })).length, 1],
  ['list by sender', () => writtenBy(PERSON), 1],
  ['list all, a page each', everyPage, true],
  ['each', each, true],
  ['next page and back', backAndForth, [2, true]],
  ['no page before the first', async () => (await s.page()).previousPage(), undefined],
  ['a page by its address', pageByAddress, 2],
  [
    'files',
    async () => (await s.client.messages(s.voice).media.list())[0].contentType,
    'audio/ogg',
  ],
  ['account', async () => (await account().fetch()).status, 'active'],
];

/** Whether both messages that were delivered are found. */
async function listed(query: object) {
  const bodies = await s.bodies(query);
  return ['first', 'second'].map((body) => bodies.includes(body));
}

async function writtenBy(from: string) {
  return (await s.client.messages.list({ from })).length;
}

async function everyPage() {
  return (await s.bodies({ pageSize: 1 })).length === (await s.bodies({})).length;
}

function each() {
  return new Promise((done) => {
    s.client.messages.each({ from: PERSON, callback: ({ sid }) => done(sid === s.voice) });
  });
}

async function backAndForth() {
  const start = await s.page();
  const next = await start.nextPage();
  const back = await next!.previousPage();
  return [sidsOf(next)!.length, String(sidsOf(back)) === String(sidsOf(start))];
}

async function pageByAddress() {
  const { nextPageUrl } = await s.page();
  return sidsOf(await s.client.messages.getPage(nextPageUrl!))!.length;
}

const account = () => s.client.api.v2010.accounts(s.account);

const CHANGE: Row[] = [
  ['redact', async () => (await s.client.messages(s.first).update({ body: '' })).body, ''],
  ['cancel', async () => (await cancel()).status, 'canceled'],
  ['cancel again', () => refused(cancel()), [409, 30409, true]],
  ['delete', () => s.client.messages(s.first).remove(), true],
  ['delete again', () => refused(s.client.messages(s.first).remove()), [404, 20404, true]],
  ['typing', async () => (await typing(s.voice)).success, true],
  ['typing to nobody', () => refused(typing(NOBODY)), [404, 20404, true]],
  ['delete a file', deleteFile, [true, []]],
];

const cancel = () => s.client.messages(s.waiting).update({ status: 'canceled' });

const typing = (messageId: string) =>
  s.client.messaging.v2.typingIndicator.create({ channel: 'whatsapp', messageId });

async function deleteFile() {
  const message = s.client.messages(s.voice);
  const [{ sid }] = await message.media.list();
  return [await message.media(sid).remove(), await message.media.list()];
}

describe.each([
  ['create', CREATE],
  ['read', READ],
  ['change', CHANGE],
])('Node: %s', (_, rows) => {
  it.each(rows)('%s', async (_name, call, gives) => {
    expect(await call()).toEqual(gives);
  });
});

describe('Node: is refused', () => {
  it.each(REFUSED)('%s', async (_name, call, status, code) => {
    expect(await refused(call())).toEqual([status, code, true]);
  });
});

describe('Node: is signed', () => {
  const genuine = ({ path, headers, form }: Received, secret: string) => {
    const settings = headers['x-twilio-webhooks-signature-settings'] as string | undefined;
    const signature = headers['x-twilio-signature'] as string;
    const url = s.emulator.receiver.address + path;
    const algorithm = twilio.getSignatureAlgorithm(settings);
    return twilio.validateRequest(secret, signature, url, form, algorithm);
  };
  const sent = (sid: string) =>
    s.emulator.receiver.received.find(({ form }) => form.MessageSid === sid)!;

  it.each([
    ['a text', { body: 'Hi' }],
    ['any characters', { body: 'Café, “menú” + 20 % & más? 👩‍👩‍👧\nok', profile_name: "O'Neill" }],
    ['empty and repeated fields', { fields: { Empty: '', Again: ['b', 'a', 'b'] } }],
  ])('%s', async (_, message) => {
    const byToken = sent(await s.write({ ...message, shared_key: false }));
    expect(byToken.path).toBe(`/webhook${QUERY}`);
    expect(genuine(byToken, s.emulator.options.authToken)).toBe(true);
    expect(genuine(byToken, SECRET)).toBe(false);
    const byKey = sent(await s.write(message));
    expect(genuine(byKey, SECRET)).toBe(true);
    expect(genuine(byKey, s.emulator.options.authToken)).toBe(false);
  });
});
