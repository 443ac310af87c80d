import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { Clinic, ok, skipped, wrong } from '../support/stores/clinic.js';

const NOWHERE = 'http://127.0.0.1:1';
/** Reserved for documentation (RFC 5737): not loopback, and nobody is there. */
const ELSEWHERE = 'http://192.0.2.1';

const nowhere = async () => `http://127.0.0.1:${await freePort()}`;

let clinic: Clinic;

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
      model: ok(/^obedient answers/),
      embeddings: skipped(/EMBEDDING_MODEL/),
      twilio: ok(/takes account AC/),
      sender: ok(/^whatsapp:\+14155238886$/),
      public_url: ok(/seen from this machine/),
      webhook: ok(/accepts Twilio's signature/),
    });
    expect(Object.keys(found)).toHaveLength(11);
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

  it('model: none is no fault', async () => {
    const { model } = await clinic.examine({ OPENAI_BASE_URL: '', CHAT_MODEL: '' });
    expect(model).toMatchObject(skipped(/^none: .*word for word/));
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

  it('public_url: an address of this machine, told to a Twilio elsewhere', async () => {
    const { public_url } = await clinic.examine({ TWILIO_API_BASE: ELSEWHERE });
    expect(public_url).toMatchObject(wrong(/of this machine only/, /tunnel/));
  });

  it.each([
    ['nobody', 0, {}, wrong(/ECONNREFUSED/, /Start Recado/)],
    ['a redirect', 301, { location: `${ELSEWHERE}/x?y=1` }, wrong(/\(HTTP 301\) to .*\/x$/, /end/)],
    ['a proxy alone', 502, {}, wrong(/HTTP 502.*no answer/, /whether Recado runs/)],
    ['a sign-in', 401, {}, wrong(/HTTP 401.*sign-in/, /without one/)],
    ['another server', 200, { 'content-type': 'text/html' }, wrong(/200, text\/html/, /name/)],
  ])('public_url: %s answers', async (_, status, headers, finding) => {
    const front = await clinic.serve((_request, response) => {
      response.writeHead(status, headers as Record<string, string>).end('<p>');
    });
    const { public_url } = await clinic.examine({ PUBLIC_URL: status ? front : await nowhere() });
    expect(public_url).toMatchObject(finding);
  });

  it('public_url: https where plain HTTP is spoken', async () => {
    const PUBLIC_URL = clinic.address.replace('http://127.0.0.1', 'https://localhost');
    const { public_url } = await clinic.examine({ PUBLIC_URL });
    expect(public_url).toMatchObject(
      wrong(/localhost:\d+: no TLS is spoken there: \w+: wrong version number$/, /plain HTTP/),
    );
  });

  it('webhook: the process has another PUBLIC_URL, or another token', async () => {
    const front = await clinic.serve(passingTo(clinic.env.PORT!));
    const { webhook } = await clinic.examine({ PUBLIC_URL: front });
    const theirs = /403: the process takes http:\/\/localhost:\d+\/api\/v1\/whatsapp\/webhook for/;
    expect(webhook).toMatchObject(wrong(theirs, /PUBLIC_URL=/));
    const token = await clinic.examine({ TWILIO_AUTH_TOKEN: 'f'.repeat(32) });
    expect(token.webhook).toMatchObject(wrong(/403: the signature is refused: the sign/, /same/));
  });

  it('webhook: the proxy changes the way', async () => {
    const front = await clinic.serve((request, response) => {
      if (request.method === 'GET') passingTo(clinic.env.PORT!)(request, response);
      else response.writeHead(404, { 'content-type': 'text/plain' }).end();
    });
    const { webhook } = await clinic.examine({ PUBLIC_URL: front });
    expect(webhook).toMatchObject(wrong(/HTTP 404, text\/plain.*400/, /proxy/));
  });
});

describe('a Recado behind a proxy with a path prefix', () => {
  beforeAll(async () => (clinic = await Clinic.open()));
  afterAll(() => clinic.close());

  it('finds nothing wrong', async () => {
    clinic.env.PUBLIC_URL = `${await clinic.serve(passingTo(clinic.env.PORT!, '/bot'))}/bot`;
    await clinic.start();
    const { public_url, webhook } = await clinic.examine();
    expect([public_url.status, webhook.status]).toEqual(['ok', 'ok']);
  });

  it('webhook: the process plays Twilio itself', async () => {
    await clinic.start({ SIMULATOR: 'on' });
    const { webhook } = await clinic.examine();
    expect(webhook).toMatchObject(
      wrong(/its Twilio at .*\/simulator, and here/, /Start the process/),
    );
  });

  it('webhook: the process has no account', async () => {
    await clinic.start({ TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' });
    const { webhook } = await clinic.examine();
    expect(webhook).toMatchObject(wrong(/HTTP 503/, /Start the process again/));
  });
});

/** A reverse proxy that takes a prefix off. */
function passingTo(port: string, prefix = '') {
  return (asked: IncomingMessage, response: ServerResponse) => {
    const { method, headers } = asked;
    const path = asked.url!.slice(prefix.length);
    const passed = request({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(passed);
  };
}
