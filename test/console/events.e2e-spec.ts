import { randomUUID } from 'node:crypto';
import { afterEach, expect, inject, it } from 'vitest';
import { ADMIN_TOKEN, AS_TWILIO, TestApp, withApp } from '../support/app.js';
import { aPhone, aSid } from '../support/stores/mailboxes.js';
import { freshMongoUri } from '../support/stores/stores.js';
import { EventReader } from './event-reader.js';
import { Visitor } from './visitor.js';

const EVENTS = '/api/v1/events';
const BEARER = { Authorization: `Bearer ${ADMIN_TOKEN}` };
/** Milliseconds after which a page has heard of a message that is durable. */
const SOON = 300;

let readers: EventReader[] = [];
afterEach(() => {
  for (const reader of readers) reader.close();
  readers = [];
});

async function listen(app: TestApp, headers: Record<string, string> = BEARER) {
  const opened = await EventReader.open(app.publicUrl, headers);
  readers.push(opened.reader);
  return { ...opened, hears: opened.reader.hears.bind(opened.reader) };
}

/** As a browser asks that has signed in. */
const asPage = ({ cookie, origin }: Visitor) => ({
  Cookie: cookie!,
  Host: new URL(origin).host,
  'Sec-Fetch-Site': 'same-origin',
});

/** Writes as Twilio would, which waits for no answer; returns the message's id. */
async function write(app: TestApp, From = `whatsapp:${aPhone()}`): Promise<string> {
  const MessageSid = aSid();
  await app.post({ From, Body: 'My name is Ada.', MessageSid }, { headers: AS_TWILIO }).expect(200);
  return MessageSid;
}

withApp('the stream of events', {}, (app) => {
  it('is for who has the token or the cookie', async () => {
    const visitor = await Visitor.signedIn(app());
    for (const headers of [BEARER, asPage(visitor)]) {
      const { status, headers: said } = await listen(app(), headers);
      expect([status, said]).toMatchObject([
        200,
        {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        },
      ]);
    }
    const page = asPage(visitor);
    for (const headers of [
      {},
      { Authorization: 'Bearer wrong' },
      { ...page, Cookie: 'recado_session=x' },
      { ...page, 'Sec-Fetch-Site': 'cross-site' },
      { ...page, 'Sec-Fetch-Site': 'same-site' },
      { ...page, Origin: 'https://evil.example' },
      { Cookie: page.Cookie },
    ] as Record<string, string>[])
      expect([headers, (await listen(app(), headers)).status]).toEqual([headers, 401]);
    await app().admin('get', `${EVENTS}?novelty=1`).expect(400);
  });

  it('tells of a message at once, of its answer, and of how the sending goes', async () => {
    const { hears, reader } = await listen(app());
    const waits: number[] = [];
    for (let n = 0; n < 5; n++) {
      const id = await write(app());
      const acknowledged = performance.now();
      const [came] = await hears({ event: 'message', data: { id } });
      waits.push(came.at - acknowledged);
      const { conversation_id } = came.data;
      await hears(
        { event: 'conversation', data: { id: conversation_id } },
        { event: 'message', data: { conversation_id, sid: expect.stringMatching(/^SM/) } },
        { event: 'conversation', data: { id: conversation_id } },
      );
    }
    expect(waits.sort((a, b) => a - b)[2]).toBeLessThan(SOON);
    const ids = reader.heard.map(({ id }) => Number(id.split('-')[0]));
    expect(ids).toEqual(ids.map((_, n) => ids[0] + n));
    // Ids alone: neither what was written nor by whom.
    expect(reader.text).not.toMatch(/Ada|\+1500|whatsapp:/);
  });

  it('tells of what a person does, of the configuration and of the knowledge', async () => {
    const { hears } = await listen(app());
    const id = await app().write(`whatsapp:${aPhone()}`, 'My name is Ada.');
    await hears({ event: 'conversation', data: { id } });
    for (const act of ['takeover', 'release']) {
      const { hears: hearsThen } = await listen(app());
      await app().admin('post', `/api/v1/conversations/${id}/${act}`).expect(200);
      await hearsThen({ event: 'conversation', data: { id } });
    }
    await app().configure({ bot_name: randomUUID() });
    await hears({ event: 'settings', data: {} });
    const document = { title: randomUUID(), text: 'We open at nine.' };
    await app().admin('post', '/api/v1/knowledge/documents', document).expect(201);
    await hears({ event: 'knowledge', data: {} });
  });

  it('goes on behind the last id, and says so where it cannot', async () => {
    const first = await listen(app());
    const before = await write(app());
    await first.hears({ event: 'message', data: { id: before } });
    const { lastId } = first.reader;
    first.reader.close();
    const missed = await write(app());
    // Somebody else hears when it was told.
    const other = await listen(app(), { ...BEARER, 'Last-Event-ID': lastId });
    await other.hears({ event: 'message', data: { id: missed } });
    expect(other.reader.heard.map(({ data }) => data.id)).not.toContain(before);
    expect(other.reader.heard.map(({ event }) => event)).not.toContain('reset');
    for (const id of ['x', '', '999999-abc', `999999-${lastId.split('-')[1]}`]) {
      const lost = await listen(app(), { ...BEARER, 'Last-Event-ID': id });
      await lost.hears({ event: 'reset', data: {} });
    }
  });

  it('can be gone on with though nothing was told yet', async () => {
    const { reader } = await listen(app());
    await expect.poll(() => reader.lastId).toMatch(/^\d+-\w+$/);
    reader.close();
    const id = await write(app());
    const { hears } = await listen(app(), { ...BEARER, 'Last-Event-ID': reader.lastId });
    await hears({ event: 'message', data: { id } });
  });

  it('ends with its session, and no other does', async () => {
    const [visitor, other] = [await Visitor.signedIn(app()), await Visitor.signedIn(app())];
    const mine = await listen(app(), asPage(visitor));
    const others = [await listen(app(), asPage(other)), await listen(app())];
    await visitor.ask('delete', '/api/v1/session').expect(204);
    await expect.poll(() => mine.reader.ended).toBe(true);
    const id = await write(app());
    for (const { hears } of others) await hears({ event: 'message', data: { id } });
    expect(mine.reader.heard.map(({ data }) => data.id)).not.toContain(id);
  });

  it('does nothing for HEAD', () =>
    app()
      .admin('head' as 'get', EVENTS)
      .expect(405));
});

withApp(
  'streams',
  {},
  (app) => {
    it('are a hundred at most', async () => {
      for (let n = 0; n < 100; n++) expect((await listen(app())).status).toBe(200);
      const refused = await listen(app());
      expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
      readers[0].close();
      await expect.poll(async () => (await listen(app())).status).toBe(200);
    });
  },
  ['sqlite'],
);

it('is ended, not cut, when the process is to stop', async () => {
  const app = await TestApp.start('sqlite');
  const { reader } = await listen(app);
  await app.close();
  expect([reader.ended, reader.whole]).toEqual([true, true]);
});

it.skipIf(!inject('mongo'))('tells of what another node does, signing out included', async () => {
  const env = { MONGODB_URI: freshMongoUri() };
  const [one, other] = [await TestApp.start('mongo', env), await TestApp.start('mongo', env)];
  try {
    const { hears } = await listen(one);
    await hears({ event: 'message', data: { id: await write(other) } });
    const visitor = await Visitor.signedIn(one);
    const { reader } = await listen(one, asPage(visitor));
    const elsewhere = new Visitor(other);
    elsewhere.cookie = visitor.cookie;
    await elsewhere.ask('delete', '/api/v1/session').expect(204);
    await expect.poll(() => reader.ended, { timeout: 5000 }).toBe(true);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});
