import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Emulator } from '../../../test/support/twilio/emulator.js';
import { madeTemplate } from '../../../test/support/twilio/templates.js';

const PERSON = 'whatsapp:+12025550123';
let emulator: Emulator;
let client: twilio.Twilio;
let from: string;

beforeAll(async () => {
  emulator = await Emulator.start();
  client = emulator.client;
  from = emulator.options.from;
});
afterAll(() => emulator.close());
beforeEach(async () => {
  await emulator.control('DELETE', '');
  emulator.receiver.received.length = 0;
});

const write = (body: string, more = {}) =>
  emulator.control('POST', '/messages', { from: PERSON, body, ...more });
const send = (body: string) => client.messages.create({ to: PERSON, from, body });
const codeOf = (sent: Promise<unknown>) =>
  sent.then(
    () => undefined,
    (error: { status: number; code: number }) => [error.status, error.code],
  );

describe('with the client of Twilio', () => {
  it('creates and fetches', async () => {
    const before = Date.now();
    const sent = await send('Hello');
    expect(sent).toMatchObject({
      status: 'queued',
      direction: 'outbound-api',
      numSegments: '1',
      numMedia: '0',
      to: PERSON,
      from,
      body: 'Hello',
    });
    expect(sent.sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(sent.dateSent).toBeNull();
    expect(Math.abs(sent.dateCreated.getTime() - before)).toBeLessThan(5_000);
    expect((await client.messages(sent.sid).fetch()).body).toBe('Hello');
    expect(await codeOf(client.messages(`SM${'0'.repeat(32)}`).fetch())).toEqual([404, 20404]);
  });

  it('sends through a messaging service, and media', async () => {
    const messagingServiceSid = `MG${'a'.repeat(32)}`;
    const mediaUrl = ['https://example.com/a.png', 'https://example.com/b.png'];
    const sent = await client.messages.create({ to: PERSON, messagingServiceSid, mediaUrl });
    expect(sent).toMatchObject({
      from: null,
      status: 'accepted',
      messagingServiceSid,
      numMedia: '2',
    });
    expect(sent.sid).toMatch(/^MM/);
  });

  it('lists newest first, by address and page by page, inbound too', async () => {
    await write('one');
    await send('two');
    await client.messages.create({ to: 'whatsapp:+12025550199', from, body: 'other' });
    await write('three');
    const texts = async (query: object) => (await client.messages.list(query)).map((m) => m.body);
    expect(await texts({})).toEqual(['three', 'other', 'two', 'one']);
    expect(await texts({ from: PERSON })).toEqual(['three', 'one']);
    expect(await texts({ to: PERSON, from })).toEqual(['two']);
    expect(await texts({ pageSize: 1 })).toEqual(['three', 'other', 'two', 'one']);
    expect(await texts({ pageSize: 3, from: PERSON })).toEqual(['three', 'one']);
    const [inbound] = await client.messages.list({ from: PERSON, limit: 1 });
    expect(inbound).toMatchObject({ direction: 'inbound', status: 'received' });
  });

  it('lists by date what has been sent', async () => {
    const contentSid = await madeTemplate(emulator, { name: 'a', body: 'Hi {{1}}!' });
    const { sid } = await client.messages.create({ to: PERSON, from, contentSid });
    const day = 24 * 3_600_000;
    const count = async (query: object) => (await client.messages.list(query)).length;
    await vi.waitFor(async () =>
      expect((await client.messages(sid).fetch()).dateSent).toBeTruthy(),
    );
    const now = Date.now();
    expect(await count({ dateSentAfter: new Date(now - day) })).toBe(1);
    expect(await count({ dateSentAfter: new Date(now + day) })).toBe(0);
    expect(await count({ dateSentBefore: new Date(now + day) })).toBe(1);
    expect(await count({ dateSentBefore: new Date(now - day) })).toBe(0);
    const today = (await client.messages(sid).fetch()).dateSent.toISOString().slice(0, 10);
    expect(await count({ dateSent: today as unknown as Date })).toBe(1);
  });

  it('refuses as Twilio does', async () => {
    const create = (form: object) => codeOf(client.messages.create(form as never));
    const service = { to: PERSON, body: 'Hi', messagingServiceSid: 'MGnone' };
    expect(await create({ to: '', from, body: 'Hi' })).toEqual([400, 21604]);
    expect(await create({ to: 'whatsapp:hello', from, body: 'Hi' })).toEqual([400, 21211]);
    expect(await create({ to: '+12025550123', from, body: 'Hi' })).toEqual([400, 21910]);
    expect(await create({ to: PERSON, from })).toEqual([400, 21602]);
    expect(await create({ to: PERSON, from, body: 'x'.repeat(1601) })).toEqual([400, 21617]);
    expect(await create({ to: PERSON, from: PERSON, body: 'Hi' })).toEqual([400, 21606]);
    expect(await create({ to: PERSON, body: 'Hi' })).toEqual([400, 21603]);
    expect(await create(service)).toEqual([400, 21701]);
    expect(await create({ to: PERSON, from, body: 'Hi', statusCallback: 'x' })).toEqual([
      400, 21609,
    ]);
    expect(await create({ to: PERSON, from, body: 'x'.repeat(1600) })).toBeUndefined();
    expect((await emulator.control<any>('GET', '/messages')).body.items).toHaveLength(1);
  });

  it('knows its account, and asks for the credentials', async () => {
    const { accountSid } = emulator.options;
    const account = await client.api.v2010.accounts(accountSid).fetch();
    expect(account).toMatchObject({ sid: accountSid, status: 'active' });
    const stranger = twilio(accountSid, 'wrong', { httpClient: client.httpClient });
    expect(await codeOf(stranger.messages.list())).toEqual([401, 20003]);
    const elsewhere = client.api.v2010.accounts(`AC${'0'.repeat(32)}`);
    expect(await codeOf(elsewhere.fetch())).toEqual([404, 20404]);
    expect(await codeOf(client.calls.list())).toEqual([404, 20404]);
  });

  it('serves the files of inbound messages until they are deleted', async () => {
    const bytes = Buffer.from('a voice note');
    const media = [{ content_type: 'audio/ogg', base64: bytes.toString('base64') }];
    const { body } = await write('', { media });
    const [file] = await client.messages(body.sid as string).media.list();
    expect(file.contentType).toBe('audio/ogg');

    const [{ form }] = emulator.receiver.received;
    expect(form).toMatchObject({
      NumMedia: '1',
      MediaContentType0: 'audio/ogg',
      MessageType: 'audio',
    });
    expect((await fetch(form.MediaUrl0)).status).toBe(401);
    const { accountSid, authToken } = emulator.options;
    const Authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
    const fetched = await fetch(form.MediaUrl0, { headers: { Authorization } });
    expect(fetched.headers.get('content-type')).toBe('audio/ogg');
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);

    expect(
      await client
        .messages(body.sid as string)
        .media(file.sid)
        .remove(),
    ).toBe(true);
    expect(
      await codeOf(
        client
          .messages(body.sid as string)
          .media(file.sid)
          .fetch(),
      ),
    ).toEqual([404, 20404]);
  });

  it('shows that we type, which marks the message read', async () => {
    const { body } = await write('Hello?');
    const messageId = body.sid as string;
    const typing = client.messaging.v2.typingIndicator;
    expect((await typing.create({ channel: 'whatsapp', messageId })).success).toBe(true);
    const { items } = (await emulator.control<any>('GET', '/messages')).body;
    expect(items[0].status).toBe('read');
    expect((await client.messages(messageId).fetch()).status).toBe('received');
    const unknown = typing.create({ channel: 'whatsapp', messageId: `SM${'0'.repeat(32)}` });
    expect(await codeOf(unknown)).toEqual([404, 20404]);
  });
});
