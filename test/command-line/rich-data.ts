import { expect, vi } from 'vitest';
import type { TestApp } from '../support/app.js';
import { aSid } from '../support/stores/mailboxes.js';

/** What the app of such data is started with. */
export const RICH = { RATE_LIMIT_PER_MINUTE: '100' };

const DOCUMENT =
  '# Parking 🥐\n\nParking is free for customers.\n\n| A | B |\n|---|---|\n| 1 | 2 |';

const waitFor = (holds: () => Promise<void>) =>
  vi.waitFor(holds, { timeout: 30_000, interval: 50 });

/** Drives an app until about everything is stored that it can store. */
export async function fill(app: TestApp): Promise<void> {
  const ask = async (text: string, more: object = {}) => {
    const [sid, from] = [aSid(), await app.writer()];
    const id = await app.write(from, text, { MessageSid: sid, ProfileName: 'Ana Ñ', ...more });
    await waitFor(async () => expect((await app.outcomes(id))[0][1]).not.toBeNull());
    return { id, sid, from, path: `/api/v1/messages/${sid}` };
  };
  await app.configure({ bot_name: 'Rosa', twilio_shared_keys: 'KY1=a-secret-of-the-key' });
  await app.configure({ bot_name: 'Rosa 2' });
  for (const title of ['Parking', 'Prices', 'Gone'])
    await app.admin('post', '/api/v1/knowledge/documents', { title, text: DOCUMENT }).expect(201);
  const { items } = (await app.admin('get', '/api/v1/knowledge/documents').expect(200)).body;
  await app.admin('delete', `/api/v1/knowledge/documents/${items[2].id}`).expect(204);
  const curated = { questions: ['Is there wifi?', '¿Hay wifi?'], answer: 'Yes: **free**.' };
  await app.admin('post', '/api/v1/knowledge/answers', curated).expect(201);
  await ask('Is there wifi?');
  await app.admin('post', '/api/v1/chat', { text: 'Is parking free?' }).expect(200);
  const judged = await ask('Is parking free?');
  const feedback = { verdict: 'down', note: 'No \0 🥐' };
  await app.admin('post', `${judged.path}/feedback`, feedback).expect(200);
  await app.admin('post', `${judged.path}/evaluation`, { must: ['free'] }).expect(201);
  await people(app, ask);
  await troubles(app, ask);
  await app.admin('post', '/api/v1/session/link').expect(201);
}

type Asked = { id: string; sid: string; from: string; path: string };
type Ask = (text: string, more?: object) => Promise<Asked>;

async function people(app: TestApp, ask: Ask): Promise<void> {
  const taken = await ask('Hello');
  const of = (id: string, what: string) => `/api/v1/conversations/${id}/${what}`;
  await app.admin('post', of(taken.id, 'takeover')).expect(200);
  await app.admin('post', of(taken.id, 'reply'), { text: 'A person here.' }).expect(201);
  await ask('I want to talk to a person');
  await ask('STOP');
  await ask('What is this?', { Latitude: '40.4', Longitude: '-3.7' });
  const erased = await ask('Forget me');
  await app.admin('delete', `/api/v1/conversations/${erased.id}`).expect(204);
  const to = encodeURIComponent(taken.from);
  await app.admin('post', `/api/v1/whatsapp/send-test?to=${to}&text=test`).expect(200);
}

/** What failed, what was sent again, and what waits for the account. */
async function troubles(app: TestApp, ask: Ask): Promise<void> {
  await app.faults({ create: { mode: 'refuse', error_code: 63016 } });
  const dead = await ask('This one fails');
  await app.faults({ create: { mode: 'refuse', error_code: 20003 } });
  const from = await app.writer();
  await app.write(from, 'This one waits');
  const account = async () => (await app.admin('get', '/api/v1/failures')).body.account as unknown;
  await waitFor(async () => expect(await account()).not.toBeNull());
  expect(await app.failures(dead.id)).toHaveLength(1);
}

/** What an app seldom keeps for long, or by a model that there is none of here. */
export const SELDOM = `
  INSERT INTO vectors VALUES ('model', 'key 🥐', x'00ff10'), ('model', 'another', x'');
  INSERT INTO summaries SELECT id, 'They asked: "what?"', 'SM1', 1790000000123 FROM conversations LIMIT 3;
  INSERT INTO former_attempts SELECT id, 'a-' || id, 'SM-' || id FROM outbox LIMIT 2;
  INSERT OR IGNORE INTO former_attempts SELECT id, 'SM7', 'SM7' FROM outbox LIMIT 1;
  INSERT OR IGNORE INTO former_attempts SELECT id, 'b-' || id, NULL FROM outbox LIMIT 3;
  INSERT INTO erasures VALUES ('c-erased', 'c-into');
  INSERT INTO console_sessions (id, signed_in_by, expires_at) VALUES ('hash', 'link', 1790000000123);
  INSERT INTO conversations (id, created_at, merged_into) SELECT 'merged', 1, id FROM conversations LIMIT 1;
  INSERT OR IGNORE INTO usage_sums VALUES ('2026-11-28', 12345, 3, 10, 20);
  INSERT INTO twilio_numbers VALUES ('AC1', 'whatsapp:+14155238886', 1790000000123, NULL);
  INSERT INTO settings VALUES ('of a later version', '"text"');`;
