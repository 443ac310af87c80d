import { afterEach, beforeAll, expect, it } from 'vitest';
import { withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { madeTemplate } from '../support/twilio/templates.js';
import { accessRoutes } from './access.routes.js';
import { answersRoutes } from './answers.routes.js';
import { type Api, generatedClient } from './generated-client.js';
import { conversationsRoutes } from './conversations.routes.js';
import type { Described } from './described.js';
import { failureRoutes } from './failures.routes.js';
import { knowledgeRoutes } from './knowledge.routes.js';
import { peopleRoutes } from './people.routes.js';
import { reviewRoutes } from './review.routes.js';
import { timelineRoutes } from './timeline.routes.js';
import { sessionRoutes } from './session.routes.js';
import { settingsRoutes } from './settings.routes.js';
import { simulatorRoutes } from './simulator.routes.js';
import { linesRoutes } from './lines.routes.js';
import { statsRoutes } from './stats.routes.js';
import { suggestionRoutes } from './suggestions.routes.js';
import { webPageRoutes } from './web-pages.routes.js';
import { webhookRoutes } from './webhooks.routes.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const byMongodump = { status: 409, detail: expect.stringContaining('mongodump') };
/** Whose the simulator's Content API is. */
const account = { accountSid: `AC${'5'.repeat(32)}`, authToken: 'the-token-of-the-simulator' };
const SIMULATED = {
  SIMULATOR_ACCOUNT_SID: account.accountSid,
  SIMULATOR_AUTH_TOKEN: account.authToken,
  SIMULATOR: 'on',
  TWILIO_API_BASE: '',
  TWILIO_MESSAGING_API_BASE: '',
  WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
};
/** What the model, which echoes, is asked: no document is needed for it, and no rule answers it. */
const SAID = 'My name is Ada.';

withApp('the client that the document gives', SIMULATED, (app) => {
  let api: Api;
  let described: Described;
  beforeAll(async () => ({ api, described } = await generatedClient(app())));
  afterEach(() => described.verify());

  /** Somebody writes, and is answered. */
  async function conversation(text = SAID) {
    const from = `whatsapp:${aPhone()}`;
    await api.controlControllerSend({ body: { from, body: text } });
    const query = { wa_id: from.replace('whatsapp:', '') };
    const { data } = await api.conversationsControllerList({ query });
    const { id } = data!.items[0];
    return { from, id, ...query };
  }
  const messages = async (id: string) =>
    (await api.messagesControllerList({ path: { id }, query: { limit: 200 } })).data!.items;
  const sent = async (wa_id: string) => {
    const { data } = await api.controlControllerList({ query: { conversation: wa_id } });
    return data!.items.filter(({ direction }) => direction === 'outbound').map(({ body }) => body);
  };

  it('reads and changes the configuration', async () => {
    const before = (await api.botConfigControllerShow()).data!;
    expect(before).toMatchObject({ simulator: true, language: 'auto' });
    const { data } = await api.botConfigControllerUpdate({ body: { bot_name: 'Rosa' } });
    expect(data).toMatchObject({ ...before, bot_name: 'Rosa', sources: { bot_name: 'stored' } });
    const reset = await api.botConfigControllerUpdate({ body: { bot_name: null } });
    expect(reset.data).toEqual(before);
    const wrong = await api.botConfigControllerUpdate({ body: { llm_timeout_ms: 1 } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'llm_timeout_ms' }] });
  });

  it('asks Twilio, shows what is configured, and sends a test', async () => {
    expect((await api.diagnosticsControllerTest()).data).toEqual({ status: 'ok' });
    expect((await api.diagnosticsControllerDiag()).data).toMatchObject({ loaded: true });
    const { from: to, wa_id } = await conversation();
    await expect.poll(() => sent(wa_id)).toEqual([SAID]);
    const { data } = await api.diagnosticsControllerSendTestByGet({ query: { to, text: 'one' } });
    expect(data).toMatchObject({ status: 'ok', twilio: { ok: true, status: 201 } });
    await api.diagnosticsControllerSendTest({ query: { to } });
    expect(await sent(wa_id)).toEqual([SAID, 'one', expect.any(String)]);
    await api.controlControllerSetFaults({ body: { create: { mode: 'refuse' } } });
    const refused = await api.diagnosticsControllerSendTest({ query: { to, text: 'two' } });
    expect(refused.data).toMatchObject({ status: 'error', twilio: { ok: false, status: 400 } });
    await api.controlControllerSetFaults({ body: {} });
  });

  it('chats', async () => {
    const hello = { text: 'My name is Ada.', conversation_id: null };
    const first = (await api.chatControllerAsk({ body: hello })).data!;
    expect(first).toMatchObject({ answer: 'My name is Ada.', mode: 'llm' });
    const { conversation_id } = first;
    const second = await api.chatControllerAsk({ body: { text: 'And yours?', conversation_id } });
    expect(second.data).toMatchObject({ conversation_id, answer: 'And yours?' });
    const unknown = { text: 'x', conversation_id: NOBODY };
    expect((await api.chatControllerAsk({ body: unknown })).error).toMatchObject({ status: 404 });
  });

  conversationsRoutes(() => api, conversation, sent);
  peopleRoutes(
    () => api,
    conversation,
    sent,
    (name, body) => {
      const simulator = { address: `${app().publicUrl}/simulator`, options: account };
      return madeTemplate(simulator, { name, body, variables: { 1: 'Ada' } });
    },
  );
  accessRoutes(() => api);

  it("shows messages, exports all that is a sender's, and erases it", async () => {
    const { id, wa_id } = await conversation();
    await expect
      .poll(async () => (await messages(id)).flatMap(({ parts }) => parts.map((p) => p.status)))
      .toEqual(['delivered']);
    const exported = (await api.senderDataControllerExport({ path: { id } })).data!;
    expect(exported).toMatchObject({ conversation: { id }, addresses: [{ wa_id }] });
    expect(exported.messages).toMatchObject(await messages(id));
    expect((await api.senderDataControllerErase({ path: { id } })).response!.status).toBe(204);
    const gone = await api.conversationsControllerOne({ path: { id } });
    expect(gone.error).toMatchObject({ status: 404 });
    const nothing = await api.messagesControllerList({ path: { id } });
    expect(nothing.error).toMatchObject({ status: 404 });
  });

  failureRoutes(
    () => api,
    async (text) => (await conversation(text)).id,
  );

  answersRoutes(() => api);
  knowledgeRoutes(() => api);
  timelineRoutes(() => api);
  reviewRoutes(() => api);
  sessionRoutes(
    () => api,
    () => described,
  );
  statsRoutes(() => api);
  linesRoutes(() => api);

  webPageRoutes(() => api);
  suggestionRoutes(() => api, conversation);
  webhookRoutes(
    () => api,
    () => conversation(),
  );
  settingsRoutes(() => api);

  it('makes a backup, and shows how far it is', async () => {
    const { data, error } = await api.backupsControllerBegin();
    if (error) return expect(error).toMatchObject(byMongodump);
    expect(data).toMatchObject({ state: 'running', ended_at: null });
    const { id } = data!;
    const look = async () => (await api.backupsControllerOne({ path: { id } })).data!.state;
    await expect.poll(look).toBe('done');
    const unknown = await api.backupsControllerOne({ path: { id: NOBODY } });
    expect(unknown.error).toMatchObject({ status: 404 });
  });

  it('reads metrics and health', async () => {
    expect((await api.metricsControllerRead()).data).toMatch(/^# HELP /);
    expect((await api.healthControllerLive()).data).toEqual({ status: 'ok' });
    const ready = (await api.healthControllerReady()).data;
    expect(ready).toMatchObject({ status: 'ok', details: { store: { status: 'up' } } });
  });

  simulatorRoutes(() => api);

  it('401 as described, without the token', async () => {
    const refused = await api.conversationsControllerList({ auth: undefined });
    expect(refused.error).toMatchObject({ status: 401 });
  });

  it('has seen every success that the admin routes may have', () => {
    const unseen = described.adminSuccesses.filter((one) => !described.seen.has(one));
    // MongoDB's own tool makes its backups.
    const backups = ['POST /api/v1/backups 202', 'GET /api/v1/backups/{id} 200'];
    // The environment gives SECRET_KEY here, and must where MongoDB is the store: it is refused (409).
    const refused = ['POST /api/v1/keys/secret/rotation 200'];
    if (unseen.length > 1) expect(unseen.toSorted()).toEqual([...backups, ...refused].toSorted());
    else expect(unseen).toEqual(refused);
    expect(described.adminSuccesses.length).toBeGreaterThan(25);
  });
});
