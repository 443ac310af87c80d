import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { runRecado } from '../../command-line/run.js';
import { Collector } from '../../tracing/collector.js';
import { MailServer } from '../../support/announcing/mail-server.js';
import { OtherSystems } from '../../support/announcing/other-systems.js';
import { CANARIES, CanaryCage, FORM, FROM, seenIn } from '../../support/canaries.js';
import { freshMongoUri } from '../../support/stores/stores.js';

const STORES = ['SQLite', ...(inject('mongo') ? ['MongoDB'] : [])];
const TEXT = CANARIES.text;
const LINE = '+15005550199';
const NOBODY = '00000000-0000-4000-8000-000000000000';

let cage: CanaryCage;
let collector: Collector;
let mail: MailServer;
let systems: OtherSystems;
afterEach(async () => {
  await cage?.close();
  collector?.close();
  await Promise.all([mail?.close(), systems?.close()]);
});

vi.setConfig({ testTimeout: 180_000 });

describe.each(STORES)('What came later shows nobody who wrote or what, on %s', (store) => {
  it('in lines, handover, webhooks, mails, templates, budget, traces and commands', async () => {
    await open();
    // The first answer uses them up.
    await cage.admin('PUT', '/api/v1/bot/config', { daily_tokens: 1 });
    await tellOthers();
    const id = await isPassedOn();
    await otherLine();
    await badRequests(id);
    await spends();
    for (const word of ['was not told of', 'A mail was not sent', 'daily_tokens']) await logs(word);
    const stderr = await commands();
    await erased(id);
    const spans = () => collector.spans.map(({ name }) => name);
    await expect.poll(spans).toEqual(expect.arrayContaining(['send', 'answer', 'read media']));
    const { text: document } = await cage.admin('GET', '/docs-json');
    const { text: metrics } = await cage.admin('GET', '/metrics');
    expect(await cage.recado.stop()).toEqual([0, null]);
    const places = { log: cage.log, answers: cage.answers.join('\n'), document, metrics, stderr };
    const all = Object.entries({ ...places, spans: collector.bodies.join('\n') });
    expect(all.flatMap(([place, words]) => seenIn(place, words))).toEqual([]);
  });

  async function open(): Promise<void> {
    [collector, mail, systems] = await Promise.all([
      Collector.start(),
      MailServer.start({ name: 'recado', password: CANARIES.mailPassword }),
      OtherSystems.start(),
    ]);
    // Servers quote what they were sent.
    mail.refusal = `No mail from recado:${CANARIES.mailPassword} to <${CANARIES.mailbox}>`;
    const credentials = `recado:${CANARIES.mailPassword}`;
    cage = await CanaryCage.open({
      ...(store === 'MongoDB' && { MONGODB_URI: freshMongoUri() }),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
      WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
      SMTP_URL: mail.address.replace('//', `//${credentials}@`),
      MAIL_FROM: 'recado@shop.example',
      MAIL_TO: CANARIES.mailbox,
      MAIL_EVERY_MINUTES: '1',
    });
  }

  /** Endpoints whose addresses have a secret in them, as many systems give them out. */
  async function tellOthers(): Promise<void> {
    const types = ['message.received', 'conversation.waiting', 'message.failed'];
    for (const [path, status] of [
      ['/gone', 410],
      ['/away', 500],
    ] as const) {
      const address = `${path}/${CANARIES.hook}?key=${CANARIES.hook}`;
      systems.answers.set(address, status);
      const { status: added } = await cage.admin('POST', '/api/v1/webhooks', {
        url: systems.at(address),
        types,
      });
      expect(added).toBe(201);
    }
    const inside = `http://10.0.0.1/${CANARIES.hook}`;
    await cage.admin('POST', '/api/v1/webhooks', { url: inside, types, secret: CANARIES.hook });
  }

  /** Somebody asks for a person, who writes to them. */
  async function isPassedOn(): Promise<string> {
    await cage.post('webhook', FORM);
    // Somebody else goes on waiting, which the team is written of.
    const other = { From: `${FROM}8`, ExternalUserId: '', ParentExternalUserId: '' };
    await cage.post('webhook', { ...FORM, ...other, Body: 'A person, please', MediaUrl0: '' });
    const wants = { ...FORM, Body: `I want to talk to a person about ${TEXT}`, MediaUrl0: '' };
    const { text } = await cage.post('webhook', wants, { by: {} });
    const { conversation_id: id } = JSON.parse(text) as { conversation_id: string };
    const conversation = `/api/v1/conversations/${id}`;
    await expect
      .poll(async () => (await cage.admin('GET', conversation)).text)
      .toMatch(/"waiting_since":"2/);
    await cage.admin('POST', `${conversation}/takeover`);
    await cage.post('webhook', { ...FORM, Body: `Do you repair ${TEXT} bicycles?`, MediaUrl0: '' });
    expect(
      (await cage.admin('POST', `${conversation}/reply`, { text: `Yes, ${TEXT}` })).status,
    ).toBe(201);
    await cage.admin('POST', `${conversation}/reply`, { text: `${TEXT} `.repeat(3000) });
    await cage.admin('POST', `${conversation}/handover`, { reason: TEXT });
    await cage.admin('POST', `${conversation}/release`);
    return id;
  }

  /** A number that isn't set up, and then is. */
  async function otherLine(): Promise<void> {
    await cage.post('webhook', { ...FORM, To: `whatsapp:${LINE}` });
    const settings = { name: CANARIES.name, fallback_message: TEXT };
    expect((await cage.admin('PUT', `/api/v1/lines/${LINE}/config`, settings)).status).toBe(200);
    await cage.admin('PUT', `/api/v1/lines/${TEXT}/config`, settings);
    await cage.admin('PUT', `/api/v1/lines/${LINE}/config`, { handover_unsure: TEXT });
    await cage.admin('GET', `/api/v1/conversations?line=${TEXT}`);
    await cage.post('webhook', { ...FORM, To: `whatsapp:${LINE}`, Body: `Hello ${TEXT}` });
  }

  async function badRequests(id: string): Promise<void> {
    const admin = cage.admin.bind(cage);
    const conversation = `/api/v1/conversations/${id}`;
    const template = { content_sid: `HX${'1'.repeat(32)}`, variables: { 1: TEXT } };
    await admin('POST', `${conversation}/template`, template);
    await admin('POST', `${conversation}/template`, {
      content_sid: TEXT,
      variables: { 1: `${TEXT}\n` },
    });
    await admin('POST', `${conversation}/opt-out`, { reason: TEXT.repeat(500) });
    for (const what of ['approve', 'dismiss']) {
      await admin('POST', `/api/v1/knowledge/suggestions/${TEXT}/${what}`, { answer: TEXT });
      await admin('POST', `/api/v1/knowledge/suggestions/${NOBODY}/${what}`, { answer: TEXT });
    }
    for (const list of ['consent-records', 'webhook-deliveries', 'templates', 'lines', 'audit'])
      await admin('GET', `/api/v1/${list}?cursor=${TEXT}`);
    await admin('GET', `/api/v1/messages/${TEXT}/timeline`);
    await admin('POST', `/api/v1/messages/${NOBODY}/feedback`, { verdict: TEXT, note: TEXT });
    await admin('PUT', `/api/v1/messages/${NOBODY}/correction`, { question: TEXT, answer: TEXT });
    await admin('POST', '/api/v1/tokens', { name: 'x', scope: TEXT });
  }

  /** Who writes when all tokens of the day are used up, and what gets old. */
  async function spends(): Promise<void> {
    await cage.admin('PUT', '/api/v1/bot/config', { retention_days: 1 });
    await cage.admin('PUT', '/api/v1/bot/config', { retention_days: TEXT, daily_budget: TEXT });
    const from = { From: `${FROM}9`, ExternalUserId: '', ParentExternalUserId: '', MediaUrl0: '' };
    for (const n of [1, 2])
      await cage.post('webhook', { ...FORM, ...from, Body: `${n}: ${TEXT}?` });
  }

  /** What commands say to stderr is copied into tickets. */
  async function commands(): Promise<string> {
    const bad = [
      ['replay', TEXT],
      ['failures', 'retry', TEXT],
      ['conversations', 'show', `+1${CANARIES.phone}`],
      ['conversations', 'takeover', NOBODY],
      ['conversations', 'export', TEXT],
      ['trigger', '--text', TEXT, '--from', `+1${CANARIES.phone}`, '--to', 'http://127.0.0.1:9'],
      ['audit', '--name', TEXT.repeat(20)],
    ];
    const said = await Promise.all(bad.map(recado));
    expect(said.filter(Boolean).length).toBeGreaterThan(4);
    return said.join('\n');
  }

  async function erased(id: string): Promise<void> {
    expect((await cage.admin('DELETE', `/api/v1/conversations/${id}`)).status).toBe(204);
    await cage.admin('GET', `/api/v1/conversations/${id}/export`);
  }

  /** What a command writes to stderr. */
  async function recado(args: string[]): Promise<string> {
    const { port: PORT } = new URL(cage.recado.url);
    const env = { PORT, ADMIN_TOKEN: CANARIES.adminToken };
    const [, , stderr] = await runRecado(args, cage.directory, env);
    return stderr;
  }

  async function logs(word: string): Promise<void> {
    await expect.poll(() => [word, cage.log.includes(word)]).toEqual([word, true]);
  }
});
