import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { openFrontDoor } from '../../load/front-door.js';
import { CANARIES, CanaryCage, FORM, FROM, seenIn } from '../../support/canaries.js';
import { freshMongoUri } from '../../support/stores/stores.js';

let cage: CanaryCage;
afterEach(() => cage?.close());

/** Whatever Twilio's side can get wrong, and what Twilio and the model do wrong. */
async function badMessages(): Promise<void> {
  const { post, admin } = bound();
  expect((await post('webhook', FORM)).status).toBe(200);
  await expect.poll(() => cage.asked).toBe(1);

  expect((await post(`webhook?q=${CANARIES.text}`, FORM, { signature: 'no' })).status).toBe(403);
  expect((await post('webhook', { ...FORM, AccountSid: CANARIES.wrongToken })).status).toBe(403);
  const by = {};
  const odd = { ...FORM, From: `${FROM}-${CANARIES.text}` };
  expect((await post('webhook', odd, { by })).status).toBe(400);
  const long = { ...FORM, Body: CANARIES.text.repeat(300) };
  expect((await post('webhook', long, { by })).status).toBe(400);
  expect((await post('webhook', { ...FORM, Body: CANARIES.text.repeat(9000) })).status).toBe(413);
  expect((await post('status', { From: FROM, MessageStatus: CANARIES.text })).status).toBe(400);

  cage.model.mode = '500';
  await post('webhook', FORM);
  await expect.poll(() => cage.asked).toBe(2);
  cage.model.mode = 'echo';
  cage.twilioDoes = 'refuse';
  await post('webhook', FORM);
  await expect.poll(() => cage.asked).toBe(3);
  await expect.poll(() => cage.failures()).toBe(2);
  for (const kind of ['fail', 'cut'] as const) {
    cage.twilioDoes = kind;
    const before = cage.asked;
    const to = encodeURIComponent(FROM);
    await admin('GET', `/api/v1/whatsapp/send-test?to=${to}&text=${CANARIES.text}`);
    const another = { From: `${FROM}${before}`, ExternalUserId: '', ParentExternalUserId: '' };
    await post('webhook', { ...FORM, ...another });
    await expect.poll(() => cage.asked).toBeGreaterThan(before + 1);
  }
  cage.twilioDoes = 'accept';
  const failed = { MessageStatus: 'failed', ErrorCode: '63016', ErrorMessage: `no ${FROM}` };
  expect((await post('status', failed)).status).toBe(204);
}

/** The admin API, refused. */
async function badRequests(): Promise<void> {
  const { admin } = bound();
  await admin('GET', '/api/v1/bot/config', undefined, CANARIES.wrongToken);
  await admin('PUT', '/api/v1/bot/config', { twilio_auth_token: `${CANARIES.authToken} x` });
  for (const keys of [`k1=${CANARIES.sharedKey} x`, `k2=${CANARIES.sharedKey},k3=••••••`])
    await admin('PUT', '/api/v1/bot/config', { twilio_shared_keys: keys });
  await admin('PUT', '/api/v1/bot/config', { llm_timeout_ms: CANARIES.text });
  await admin('GET', `/api/v1/nowhere/${CANARIES.text}?phone=${FROM}`);
  const lists = ['conversations', 'failures', 'knowledge/documents', 'conversations/x/messages'];
  for (const list of lists) await admin('GET', `/api/v1/${list}?cursor=${CANARIES.text}`);
  await admin('GET', `/api/v1/knowledge/documents/${CANARIES.text}`);
  await admin('POST', `/api/v1/failures/${CANARIES.text}/retry`);
  await admin('GET', `/api/v1/conversations/+1${CANARIES.phone}/messages`);
  await admin('GET', `/api/v1/conversations/%E0%A4%A${CANARIES.text}/messages`);
  await cage.raw(
    `GET /${CANARIES.text} HTTP/1.1\r\nHost: x\r\nAuthorization ${CANARIES.adminToken}\r\n\r\n`,
  );
}

/** It has gone wrong, and is whole again: a message is answered. */
async function isBack(): Promise<void> {
  const before = cage.asked;
  expect((await cage.post('webhook', FORM)).status).toBe(200);
  await expect.poll(() => cage.asked).toBeGreaterThan(before);
}

async function sawNothing(): Promise<void> {
  expect(cage.answers.length).toBeGreaterThan(10);
  expect(cage.log).toMatch(/Fallback in conversation.*Twilio did not take.*Twilio did not answer/s);
  expect([...seenIn('log', cage.log), ...seenIn('answers', cage.answers.join('\n'))]).toEqual([]);
}

async function metricsSawNothing(): Promise<void> {
  const metrics = (await cage.admin('GET', '/metrics')).text;
  expect(metrics).toContain('recado_outcomes_total');
  expect(seenIn('metrics', metrics)).toEqual([]);
}

const bound = () => ({ post: cage.post.bind(cage), admin: cage.admin.bind(cage) });

describe('Nobody is shown who wrote, what was written, or a secret', () => {
  it('on SQLite, when its tables fail', async () => {
    cage = await CanaryCage.open({});
    await badMessages();
    await badRequests();
    const db = new DatabaseSync(join(cage.directory, 'data', 'recado.sqlite'), { timeout: 5000 });
    db.exec('ALTER TABLE messages RENAME TO away');
    expect((await cage.post('webhook', FORM)).status).toBe(503);
    db.exec('ALTER TABLE away RENAME TO messages');
    db.close();
    await isBack();
    await metricsSawNothing();
    expect(await cage.recado.stop()).toEqual([0, null]);
    expect(cage.log).toMatch(/Refused a request.*\(no such table/s);
    await sawNothing();
  });

  it.skipIf(!inject('mongo'))('on MongoDB, when it refuses documents and goes away', async () => {
    const client = await mongoose.mongo.MongoClient.connect(freshMongoUri());
    const db = client.db();
    const pwd = CANARIES.mongoPassword;
    await db.command({ createUser: 'recado', pwd, roles: ['dbOwner'] });
    const door = await openFrontDoor([Number(new URL(inject('mongo')).port)]);
    const patience = 'heartbeatFrequencyMS=500&connectTimeoutMS=500&serverSelectionTimeoutMS=1000';
    const address = `${new URL(door.url).host}/${db.databaseName}?directConnection=true&${patience}`;
    try {
      cage = await CanaryCage.open({ MONGODB_URI: `mongodb://recado:${pwd}@${address}` });
      await badMessages();
      await badRequests();

      // The server's word on a document that it refuses has the document in it.
      await db.command({ collMod: 'messages', validator: { text: { $not: /canary/ } } });
      expect((await cage.post('webhook', FORM)).status).toBe(503);
      await db.command({ collMod: 'messages', validator: {} });
      await isBack();

      // Its word on a value that is there already quotes the value.
      const same = { ...FORM, Body: `${CANARIES.text}, the same` };
      const before = cage.asked;
      await cage.post('webhook', same);
      await expect.poll(() => cage.asked).toBe(before + 1);
      const once = { partialFilterExpression: { body: same.Body }, unique: true };
      await db.collection('outbox').createIndex({ body: 1 }, once);
      expect((await cage.post('webhook', same)).status).toBe(200);
      await expect.poll(() => cage.log).toMatch(/worked on again later: E11000/);
      await db.collection('outbox').dropIndex('body_1');
      await expect.poll(() => cage.asked).toBeGreaterThan(before + 1);

      await metricsSawNothing();
      await door.close();
      expect((await cage.post('webhook', FORM)).status).toBe(503);
      await expect.poll(() => cage.log).toMatch(/No mailbox can be worked on: /);
      await cage.recado.stop();
      expect(cage.log).toMatch(/Document failed validation/);
      await sawNothing();
    } finally {
      await door.close();
      await db.removeUser('recado');
      await client.close();
    }
  });
});
