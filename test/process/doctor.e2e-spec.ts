import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../support/free-port.js';
import { ok, skipped, wrong } from '../support/doctor/findings.js';
import { Clinic } from '../support/doctor/clinic.js';

const NOWHERE = 'http://127.0.0.1:1';

const nowhere = async () => `http://127.0.0.1:${await freePort()}`;

let clinic: Clinic;

/** A model server that takes no key. */
async function refusing(): Promise<NodeJS.ProcessEnv> {
  const answer = (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(401).end('{}');
  return { OPENAI_BASE_URL: await clinic.serve(answer) };
}

describe('a Recado that runs', () => {
  beforeAll(async () => {
    clinic = await Clinic.open();
    await clinic.start();
  });
  afterAll(() => clinic.close());

  it('finds nothing wrong, and leaves nothing behind', async () => {
    const found = await clinic.examine();
    expect(found).toMatchObject({
      environment: ok(/valid/),
      process: ok(/is ready/),
      store: ok(/SQLite.*the running process can write it/),
      admin_token: ok(/takes it/),
      secret_key: ok(/opens what is stored/),
      documents: skipped(/none yet.*recado ingest PATH/),
      model: ok(/^obedient answers/),
      fallback_model: skipped(/FALLBACK_CHAT_MODEL/),
      embeddings: skipped(/EMBEDDING_MODEL/),
      rerank: skipped(/RERANK_URL/),
      mail: skipped(/SMTP_URL/),
      twilio: ok(/takes account AC/),
      clock: ok(/goes as Twilio's/),
      sender: ok(/^whatsapp:\+14155238886$/),
      own_sender: ok(/sandbox/),
      service_senders: skipped(/^no Messaging Service/),
      lines: ok(/every number that was written to/),
      public_url: ok(/seen from this machine/),
      https: skipped(/plain http, too/),
      webhook: ok(/accepts Twilio's signature/),
      sender_webhook: skipped(/sandbox/),
      webhook_rules: skipped(/knows nothing of it/),
      alerts: skipped(/knows nothing of it/),
    });
    expect(Object.keys(found)).toHaveLength(23);
    const headers = { Authorization: `Bearer ${clinic.env.ADMIN_TOKEN}` };
    const failures = await fetch(`${clinic.address}/api/v1/failures`, { headers });
    expect(await failures.json()).toMatchObject({ items: [] });
    const db = new DatabaseSync(join(clinic.env.DATA_DIR!, 'recado.sqlite'), { readOnly: true });
    expect(db.prepare('SELECT count(*) AS n FROM messages').get()).toEqual({ n: 0 });
    db.close();
  });

  it('environment: names what is wrong, and checks nothing else', async () => {
    const found = await clinic.examine({ PORT: 'x', LLM_TIMEOUT_MS: '1' });
    const both = wrong(/^PORT must be.*; LLM_TIMEOUT_MS must be/, /\.env/);
    expect(found.environment).toMatchObject(both);
    expect(found.store).toMatchObject(skipped(/not checked/));
  });

  it('store: a process that it cannot ask has the directory', async () => {
    const { store } = await clinic.examine({ PORT: String(await freePort()) });
    expect(store).toMatchObject(wrong(/does not answer/, /HOST and PORT/));
  });

  it('admin_token: the running process has another', async () => {
    const { admin_token } = await clinic.examine({ ADMIN_TOKEN: 'not-the-token-of-it' });
    expect(admin_token).toMatchObject(wrong(/does not take the token in ADMIN_TOKEN/, /again/));
  });

  it('secret_key: not the one of the store', async () => {
    const SECRET_KEY = Buffer.alloc(32, 8).toString('base64');
    const { secret_key } = await clinic.examine({ SECRET_KEY });
    expect(secret_key).toMatchObject(wrong(/SECRET_KEY is not the key/, /Put back/));
    const changing = { SECRET_KEY, SECRET_KEY_PREVIOUS: clinic.env.SECRET_KEY };
    expect((await clinic.examine(changing)).secret_key).toMatchObject(ok(/opens/));
    expect((await clinic.examine()).secret_key).toMatchObject(ok(/opens/));
  });

  it('model: fails, is too slow, is not there', async () => {
    clinic.model.mode = '500';
    expect((await clinic.examine()).model).toMatchObject(wrong(/^obedient: model HTTP 500/, /log/));
    clinic.model.mode = 'hang';
    const { model } = await clinic.examine({ LLM_TIMEOUT_MS: '1500' });
    expect(model).toMatchObject(wrong(/within LLM_TIMEOUT_MS \(1500 ms\)/, /Raise LLM_TIMEOUT_MS/));
    clinic.model.mode = 'echo';
    const gone = await clinic.examine({ OPENAI_BASE_URL: await nowhere() });
    expect(gone.model).toMatchObject(wrong(/not reached: .*ECONNREFUSED/, /OPENAI_BASE_URL/));
  });

  it('model: each of two is asked for itself', async () => {
    const two = { FALLBACK_CHAT_MODEL: 'second', FALLBACK_OPENAI_BASE_URL: await nowhere() };
    const first = await clinic.examine(two);
    expect(first.model).toMatchObject(ok(/^obedient answers/));
    const there = /FALLBACK_OPENAI_BASE_URL/;
    expect(first.fallback_model).toMatchObject(wrong(/^second: .*ECONNREFUSED/, there));
    const second = await clinic.examine({
      OPENAI_BASE_URL: await nowhere(),
      FALLBACK_CHAT_MODEL: 'second',
      FALLBACK_OPENAI_BASE_URL: clinic.model.url,
    });
    expect(second.model).toMatchObject(wrong(/not reached/, /OPENAI_BASE_URL/));
    expect(second.fallback_model).toMatchObject(ok(/^second answers/));
  });

  it('model: none is no fault', async () => {
    const { model } = await clinic.examine({ OPENAI_BASE_URL: '', CHAT_MODEL: '' });
    expect(model).toMatchObject(skipped(/^none: .*word for word/));
  });

  it('model, embeddings: a key without an address, which OpenAI refuses or nobody answers', async () => {
    const openAi = await clinic.serve((_, response) => void response.writeHead(401).end('{}'));
    const real = globalThis.fetch;
    const insteadOfOpenAi = (address: string) =>
      vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) =>
        real(String(url).replace('https://api.openai.com', address), init),
      );
    const alone = { OPENAI_BASE_URL: '', OPENAI_API_KEY: 'the-key-of-another' };
    const examine = () => clinic.examine({ ...alone, CHAT_MODEL: '', EMBEDDING_MODEL: 'small' });
    const cure = /of another server, set OPENAI_BASE_URL/;
    insteadOfOpenAi(openAi);
    expect(await examine()).toMatchObject({
      model: wrong(/HTTP 401 \(api\.openai\.com was asked\)/, cure),
      embeddings: wrong(/^small: HTTP 401 \(api\.openai\.com was asked\)/, cure),
    });
    insteadOfOpenAi(await nowhere());
    expect(await examine()).toMatchObject({
      model: wrong(/not reached: .*ECONNREFUSED.* \(api\.openai\.com was asked\)/, cure),
      embeddings: wrong(/ECONNREFUSED.* \(api\.openai\.com was asked\)/, cure),
    });
    vi.unstubAllGlobals();
    const { model } = await clinic.examine({
      OPENAI_API_KEY: 'a-wrong-key',
      ...(await refusing()),
    });
    expect(model).toMatchObject(wrong(/HTTP 401$/, /OPENAI_API_KEY is right and may use it\.$/));
  });

  it('embeddings: the server has none, gives no vector, gives one', async () => {
    const EMBEDDING_MODEL = 'small';
    const missing = await clinic.examine({ EMBEDDING_MODEL });
    expect(missing.embeddings).toMatchObject(wrong(/^small: HTTP 404/, /EMBEDDING_MODEL/));
    const answering = (data: unknown) =>
      clinic.serve((_, response) => void response.end(JSON.stringify({ data })));
    const empty = { EMBEDDING_MODEL, OPENAI_BASE_URL: await answering([]) };
    expect((await clinic.examine(empty)).embeddings).toMatchObject(wrong(/no vector/, /server/));
    const right = { EMBEDDING_MODEL, OPENAI_BASE_URL: await answering([{ embedding: [1, 2] }]) };
    expect((await clinic.examine(right)).embeddings).toMatchObject(ok(/^small: 2 dimensions/));
  });

  it('rerank: nobody answers, it refuses, it ranks', async () => {
    const gone = await clinic.examine({ RERANK_URL: await nowhere() });
    expect(gone.rerank).toMatchObject(wrong(/ECONNREFUSED/, /RERANK_URL/));
    const refusing = await clinic.serve((_, response) => void response.writeHead(401).end('{}'));
    const refused = await clinic.examine({ RERANK_URL: refusing });
    expect(refused.rerank).toMatchObject(wrong(/HTTP 401/, /RERANK_API_KEY/));
    const answer = JSON.stringify({ results: [{ index: 0, relevance_score: 1 }] });
    const right = await clinic.serve((_, response) => void response.end(answer));
    const ranks = await clinic.examine({ RERANK_URL: right, RERANK_MODEL: 'small' });
    expect(ranks.rerank).toMatchObject(ok(/^small ranks/));
  });

  it('twilio: wrong, missing, not there; a wrong API key', async () => {
    const refused = await clinic.examine({ TWILIO_AUTH_TOKEN: 'f'.repeat(32) });
    expect(refused.twilio).toMatchObject(wrong(/HTTP 401, 20003 Authenticate/, /Copy TWILIO_/));
    const without = await clinic.examine({ TWILIO_AUTH_TOKEN: '' });
    expect(without.twilio).toMatchObject(wrong(/^TWILIO_AUTH_TOKEN missing/, /Set/));
    expect(without.webhook).toMatchObject(skipped(/no account/));
    const gone = await clinic.examine({ TWILIO_API_BASE: NOWHERE });
    expect(gone.twilio).toMatchObject(wrong(/gives no answer: .*ECONNREFUSED/, /TWILIO_API_BASE/));
    const key = {
      TWILIO_API_KEY_SID: `SK${'a'.repeat(32)}`,
      TWILIO_API_KEY_SECRET: 'b'.repeat(32),
    };
    const { twilio } = await clinic.examine(key);
    expect(twilio).toMatchObject(wrong(/refuses TWILIO_API_KEY_SID.*401/, /TWILIO_API_KEY_SECRET/));
  });

  it('sender: none; a messaging service', async () => {
    const { sender } = await clinic.examine({ TWILIO_WHATSAPP_FROM: '' });
    expect(sender).toMatchObject(wrong(/no sender/, /TWILIO_WHATSAPP_FROM/));
    const service = { TWILIO_MESSAGING_SERVICE_SID: `MG${'a'.repeat(32)}` };
    expect((await clinic.examine(service)).sender).toMatchObject(
      ok(/^messaging service MGaa…aaaa/),
    );
  });
});
