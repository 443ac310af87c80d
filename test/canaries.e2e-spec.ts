import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSid } from './support/mailboxes.js';
import { type ModelServer, startModelServer } from './support/model-server.js';
import { RecadoProcess } from './support/recado.process.js';

/** What must never be seen outside, each to be found by a part that no mask leaves. */
const CANARIES = {
  phone: '2025550187',
  userId: '13491208655302749999',
  text: 'canary-of-a-text',
  name: 'canary-of-a-name',
  media: 'canary-of-media',
  place: 'canary-of-a-place',
  wrongToken: 'canary-of-a-wrong-token',
  adminToken: 'canary-of-the-admin-token',
  authToken: 'canaryofthetwilioauthtoken0123456',
  apiSecret: 'canary-of-an-api-secret',
  apiCredentials: Buffer.from(`SK${'2'.repeat(32)}:canary-of-an-api-secret`).toString('base64'),
  modelKey: 'sk-canary-of-the-model-key',
  secretKey: Buffer.from('canary-of-the-key-of-all-secrets').toString('base64'),
};
const ACCOUNT = `AC${'1'.repeat(32)}`;
const FROM = `whatsapp:+1${CANARIES.phone}`;
const FORM = {
  AccountSid: ACCOUNT,
  From: FROM,
  ExternalUserId: `whatsapp:US.${CANARIES.userId}`,
  WaId: `1${CANARIES.phone}`,
  ProfileName: CANARIES.name,
  Body: `What about ${CANARIES.text}?`,
  MediaUrl0: `https://api.twilio.com/${CANARIES.media}`,
  MediaContentType0: 'image/png',
  Latitude: '1.5',
  Longitude: '2.5',
  Address: CANARIES.place,
};

let directory: string;
let recado: RecadoProcess;
let model: ModelServer;
let twilio: Server;
/** What Twilio does with a message; its words quote all that it got. */
let answer: 'accept' | 'refuse' | 'fail' | 'cut' = 'accept';
let asked = 0;
/** Error answers, headers and all. */
const answers: string[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  model = await startModelServer();
  twilio = createServer(async (request, response) => {
    let got = '';
    for await (const chunk of request) got += String(chunk);
    const { To, Body } = Object.fromEntries(new URLSearchParams(got));
    asked++;
    if (answer === 'cut') return void request.socket.destroy();
    const status = { accept: 201, refuse: 400, fail: 500 }[answer];
    const message = `Cannot send to ${To} (${To?.replace('whatsapp:', '')}), ${request.headers.authorization}`;
    const body = answer === 'accept' ? { sid: aSid(), status: 'queued' } : { code: 21211, message };
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ ...body, body: Body }));
  });
  await new Promise<void>((done) => twilio.listen(0, '127.0.0.1', done));
  recado = await RecadoProcess.start(directory, {
    LOG_LEVEL: 'trace',
    LOG_FORMAT: 'json',
    SIMULATOR: 'off',
    ADMIN_TOKEN: CANARIES.adminToken,
    SECRET_KEY: CANARIES.secretKey,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: CANARIES.authToken,
    TWILIO_API_KEY_SID: `SK${'2'.repeat(32)}`,
    TWILIO_API_KEY_SECRET: CANARIES.apiSecret,
    TWILIO_WHATSAPP_FROM: 'whatsapp:+15005550006',
    TWILIO_API_BASE: `http://127.0.0.1:${(twilio.address() as AddressInfo).port}`,
    OPENAI_BASE_URL: model.url,
    OPENAI_API_KEY: CANARIES.modelKey,
    CHAT_MODEL: 'obedient',
  });
});
afterAll(async () => {
  await recado?.stop('SIGKILL');
  await model.close();
  twilio.closeAllConnections();
  twilio.close();
  rmSync(directory, { recursive: true });
});

/** Posts a form, signed unless told otherwise, and remembers an error's answer. */
async function post(path: string, fields: object, { signature }: { signature?: string } = {}) {
  const form = Object.fromEntries(Object.entries({ MessageSid: aSid(), ...fields }));
  const url = `${recado.url}/api/v1/whatsapp/${path}`;
  const signed = signature ?? getExpectedTwilioSignature(CANARIES.authToken, url, form);
  const headers = { 'X-Twilio-Signature': signed, 'I-Twilio-Idempotency-Token': 'e2e' };
  return remember(await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) }));
}

async function admin(method: string, path: string, body?: object, token = CANARIES.adminToken) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const call = { method, headers, body: body && JSON.stringify(body) };
  return remember(await fetch(recado.url + path, call));
}

async function remember(response: Response): Promise<{ status: number; text: string }> {
  const text = await response.text();
  if (response.status >= 400) answers.push(JSON.stringify([...response.headers]) + text);
  return { status: response.status, text };
}

const failures = async () =>
  (JSON.parse((await admin('GET', '/api/v1/failures')).text) as { items: object[] }).items.length;

it('shows nobody who wrote, what was written, or a secret', async () => {
  // What goes well.
  expect((await post('webhook', FORM)).status).toBe(200);
  await expect.poll(() => asked).toBe(1);

  // Twilio's side, refused.
  expect((await post(`webhook?q=${CANARIES.text}`, FORM, { signature: 'no' })).status).toBe(403);
  expect((await post('webhook', { ...FORM, AccountSid: CANARIES.wrongToken })).status).toBe(403);
  expect((await post('webhook', { ...FORM, From: `${FROM}-${CANARIES.text}` })).status).toBe(400);
  expect((await post('webhook', { ...FORM, Body: CANARIES.text.repeat(300) })).status).toBe(400);
  expect((await post('webhook', { ...FORM, Body: CANARIES.text.repeat(9000) })).status).toBe(413);
  expect((await post('status', { From: FROM, MessageStatus: CANARIES.text })).status).toBe(400);

  // The model fails, in its own words; Twilio refuses, fails and hangs up, in its own.
  model.mode = '500';
  await post('webhook', FORM);
  await expect.poll(() => asked).toBe(2);
  model.mode = 'echo';
  answer = 'refuse';
  await post('webhook', FORM);
  await expect.poll(() => asked).toBe(3);
  await expect.poll(failures).toBe(2);
  for (const kind of ['fail', 'cut'] as const) {
    answer = kind;
    const before = asked;
    await admin(
      'GET',
      `/api/v1/whatsapp/send-test?to=${encodeURIComponent(FROM)}&text=${CANARIES.text}`,
    );
    await post('webhook', { ...FORM, From: `${FROM}${before}`, ExternalUserId: '' });
    await expect.poll(() => asked).toBeGreaterThan(before + 1);
  }
  answer = 'accept';
  const failed = { MessageStatus: 'failed', ErrorCode: '63016', ErrorMessage: `no ${FROM}` };
  expect((await post('status', failed)).status).toBe(204);

  // The admin API, refused.
  await admin('GET', '/api/v1/bot/config', undefined, CANARIES.wrongToken);
  await admin('PUT', '/api/v1/bot/config', { twilio_auth_token: `${CANARIES.authToken} x` });
  await admin('PUT', '/api/v1/bot/config', { llm_timeout_ms: CANARIES.text });
  await admin('GET', `/api/v1/nowhere/${CANARIES.text}?phone=${FROM}`);
  await admin('GET', `/api/v1/conversations/+1${CANARIES.phone}/messages`);
  await admin('GET', `/api/v1/conversations/%E0%A4%A${CANARIES.text}/messages`);
  await raw(
    `GET /${CANARIES.text} HTTP/1.1\r\nHost: x\r\nAuthorization ${CANARIES.adminToken}\r\n\r\n`,
  );

  // The store fails under the webhook and the worker, and comes back.
  const db = new DatabaseSync(join(directory, 'data', 'recado.sqlite'), { timeout: 5000 });
  db.exec('ALTER TABLE messages RENAME TO away');
  expect((await post('webhook', FORM)).status).toBe(503);
  db.exec('ALTER TABLE away RENAME TO messages');
  db.close();
  const before = asked;
  expect((await post('webhook', FORM)).status).toBe(200);
  await expect.poll(() => asked).toBeGreaterThan(before);

  const metrics = (await admin('GET', '/metrics')).text;
  expect(metrics).toContain('recado_outcomes_total');
  expect(await recado.stop()).toEqual([0, null]);

  expect(answers.length).toBeGreaterThan(10);
  const places = { log: recado.stdout + recado.stderr, metrics, answers: answers.join('\n') };
  expect(places.log).toMatch(
    /Fallback in conversation.*Twilio did not take.*Twilio did not answer/s,
  );
  expect(places.log).toMatch(/Refused a request.*\(no such table/s);
  for (const [place, text] of Object.entries(places)) {
    const seen = Object.entries(CANARIES).filter(([, canary]) => text.includes(canary));
    const where = seen.map(([, canary]) => text.split('\n').find((line) => line.includes(canary)));
    expect([place, seen.map(([name]) => name), where]).toEqual([place, [], []]);
  }
});

/** Sends bytes as they are, and remembers what comes back. */
function raw(bytes: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(Number(new URL(recado.url).port), '127.0.0.1', () =>
      socket.write(bytes),
    );
    socket.on('data', (chunk) => (got += String(chunk)));
    socket.on('end', () => resolve(void answers.push(got))).on('error', reject);
  });
}
