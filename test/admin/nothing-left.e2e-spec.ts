import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { TestApp } from '../support/app.js';
import { aSid } from '../support/stores/mailboxes.js';
import { freshMongoUri } from '../support/stores/stores.js';

const PHONE = '+12025550186';
const USER_ID = 'US.13491208655302748888';
const SAID = 'zanzibarian';
const NAME = 'Quillfeather';
/** What must be found nowhere; in small letters, as what is looked through is. */
const CANARIES = ['2025550186', '13491208655302748888', SAID, NAME.toLowerCase(), 'marzipanfile'];
const CONVERSATIONS = '/api/v1/conversations';

/** What is kept on a store, all of it, as text in small letters, by the place where it is kept. */
type Kept = () => Promise<Record<string, string>>;

const sqlite = (directory: string): Kept => {
  const files = () =>
    (readdirSync(directory, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name));
  return async () =>
    Object.fromEntries(
      files().map((file) => [file, readFileSync(file).toString('latin1').toLowerCase()]),
    );
};

const mongo =
  (uri: string): Kept =>
  async () => {
    const client = await mongoose.mongo.MongoClient.connect(uri);
    try {
      const names = (await client.db().listCollections().toArray()).map(({ name }) => name);
      const rows = await Promise.all(
        names.map(async (name) => {
          const all = await client.db().collection(name).find().toArray();
          return [name, JSON.stringify(all).toLowerCase()] as const;
        }),
      );
      return Object.fromEntries(rows);
    } finally {
      await client.close();
    }
  };

const STORES = ['sqlite', ...(inject('mongo') ? ['mongo' as const] : [])] as const;

describe.each(STORES)('Of a sender who is erased, on %s', (store) => {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  let app: TestApp;
  let kept: Kept;
  beforeAll(async () => {
    const uri = store === 'mongo' ? freshMongoUri() : '';
    kept = store === 'mongo' ? mongo(uri) : sqlite(directory);
    const prices = { MODEL_PRICES: 'obedient=1/1', MESSAGE_PRICES: '' };
    app = await TestApp.start(store, { DATA_DIR: directory, MONGODB_URI: uri, ...prices });
  });
  afterAll(async () => {
    await app?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const seen = async () => {
    const places = Object.entries(await kept());
    return places.flatMap(([place, text]) =>
      CANARIES.filter((one) => text.includes(one)).map((one) => `${place}: ${one}`),
    );
  };
  const from = `whatsapp:${PHONE}`;
  const known = { ProfileName: NAME, ExternalUserId: `whatsapp:${USER_ID}` };
  const ends = async (id: string, text: string) =>
    await expect
      .poll(async () => (await app.outcomes(id)).find(([said]) => said === text)?.[1])
      .toBeTruthy();
  const says = async (text: string, more = {}) => {
    const id = await app.write(from, text, { ...known, ...more });
    await ends(id, text);
    return id;
  };

  /** All that can become of somebody's messages here. */
  async function aRichLife(): Promise<string> {
    await app.writer(from);
    // Two conversations, which turn out to be one person's.
    await app.write(`whatsapp:${USER_ID}`, `First ${SAID}`, { ProfileName: NAME });
    await app.write(from, `Second ${SAID}`, { ProfileName: NAME });
    const sid = aSid();
    const id = await says(`How much is ${SAID}?`, { MessageSid: sid });
    const answer = `/api/v1/messages/${sid}`;
    await app.admin('post', `${answer}/feedback`, { verdict: 'down', note: SAID }).expect(200);
    await app.admin('post', `${answer}/evaluation`, { includes: [SAID] });
    const file = Buffer.from(`The marzipanfile says that ${SAID} costs 3 €.`).toString('base64');
    const media = [{ content_type: 'text/plain', base64: file }];
    await app.emulator.control('POST', '/messages', { from, body: `See ${SAID}`, media });
    await ends(id, `See ${SAID}`);
    await app.faults({ create: { mode: 'none', error_code: 21211 } });
    await says(`What fails of ${SAID}?`);
    await app.faults({});
    await says(`I want to speak to a person about ${SAID}`);
    await app.admin('post', `${CONVERSATIONS}/${id}/reply`, { text: `About ${SAID}` }).expect(201);
    await app.admin('post', `${CONVERSATIONS}/${id}/takeover`);
    await says(`To the person: ${SAID}`);
    await app.admin('post', `${CONVERSATIONS}/${id}/release`);
    const to = encodeURIComponent(from);
    await app.admin('post', `/api/v1/whatsapp/send-test?to=${to}&text=${SAID}`).expect(200);
    await says('STOP');
    await says(`Silent ${SAID}`);
    return id;
  }

  it('no byte is left: neither number, id, name nor a word', async () => {
    const id = await aRichLife();
    const before = await seen();
    for (const one of CANARIES) expect(before.join()).toContain(one);
    await app.admin('get', `${CONVERSATIONS}/${id}/export`).expect(200);
    await app.admin('delete', `${CONVERSATIONS}/${id}`).expect(204);
    // Callbacks of what was sent last may still come, and a summary that was being made may end.
    await expect.poll(seen).toEqual([]);
  });
});
