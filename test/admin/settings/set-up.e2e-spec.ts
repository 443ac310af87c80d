import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SetUpItem, SetUpView } from '../../../src/set-up/set-up.dto.js';
import { aPhone } from '../../support/stores/mailboxes.js';
import { withTwilioFront } from '../../support/twilio/with-front.js';

const NUMBER = 'whatsapp:+15005550006';

withTwilioFront('the set-up', (app, front) => {
  beforeEach(() => {
    front().senders = [{ sender_id: NUMBER, webhook: { callback_url: ours() } }];
    return app().configure({ twilio_whatsapp_from: NUMBER });
  });
  afterEach(async () => {
    await app().configure({ twilio_whatsapp_from: null, twilio_auth_token: null });
  });

  const ours = () => `${app().publicUrl}/api/v1/whatsapp/webhook`;
  const view = async () =>
    (await app().admin('get', '/api/v1/set-up').expect(200)).body as SetUpView;
  /** Once nothing is being looked at. */
  const settled = async () => {
    let all: SetUpView;
    await expect
      .poll(async () => (all = await view()).items.some(({ checking }) => checking))
      .toBe(false);
    return all!;
  };
  const item = async (id: string) => (await settled()).items.find((one) => one.id === id)!;
  const check = async (id: string) =>
    (await app().admin('post', `/api/v1/set-up/${id}/check`).expect(200)).body as SetUpItem;
  const test = async () =>
    (await app().admin('post', '/api/v1/set-up/webhook/test').expect(200)).body as SetUpItem;

  it('shows each part, and that nothing is left to do once there is a document', async () => {
    const before = await settled();
    expect(before.complete).toBe(false);
    expect(before.items.map(({ id, state }) => [id, state])).toEqual([
      ['store', 'ok'],
      ['documents', 'warning'],
      ['model', 'ok'],
      ['embeddings', 'not_applicable'],
      ['twilio', 'ok'],
      ['sender', 'ok'],
      ['public_address', 'ok'],
      ['webhook', 'ok'],
    ]);
    expect(before.items[1]).toMatchObject({
      summary: expect.stringMatching(/nothing to answer/),
      cause: expect.stringMatching(/^none yet/),
      cure: expect.stringMatching(/recado ingest/),
      simulated: false,
    });
    expect(before.items[7]).toMatchObject({ url: ours(), cause: null, cure: null });
    const document = { title: 'Hours', text: 'We open at nine.' };
    const added = await app().admin('post', '/api/v1/knowledge/documents', document).expect(201);
    await expect.poll(async () => (await view()).complete).toBe(true);
    await app().admin('delete', `/api/v1/knowledge/documents/${added.body.id}`).expect(204);
  });

  it('compares the webhook with what Twilio has', async () => {
    front().senders[0].webhook!.callback_url = 'https://old.example.com/hook?pass=1';
    const { state, cause, cure } = await check('webhook');
    expect([state, cause]).toEqual([
      'failed',
      expect.stringContaining('old.example.com/hook, and'),
    ]);
    expect(cause).not.toContain('pass=1');
    expect(cure).toContain(`Give Twilio ${ours()} (POST)`);
    front().senders[0].webhook!.callback_url = ours();
    expect(await check('webhook')).toMatchObject({ state: 'ok', cause: null });
  });

  it('says that the account has no such sender, and which it has', async () => {
    front().senders = [{ sender_id: 'whatsapp:+12025550123' }];
    const { state, cause, cure } = await check('sender');
    expect([state, cause]).toEqual(['failed', expect.stringMatching(/no WhatsApp sender/)]);
    expect(cure).toContain('+12025550123');
  });

  it('says at once that a changed credential is wrong, and that the right one is right', async () => {
    await settled();
    await app().configure({ twilio_auth_token: 'f'.repeat(32) });
    const wrong = await item('twilio');
    expect(wrong).toMatchObject({ state: 'failed', summary: expect.stringMatching(/not take/) });
    expect(wrong.cause).toMatch(/HTTP 401, 20003/);
    expect(wrong.cure).toMatch(/Copy TWILIO_ACCOUNT_SID/);
    expect(await item('webhook')).toMatchObject({
      state: 'unknown',
      cause: expect.stringMatching(/./),
    });
    await app().configure({ twilio_auth_token: null });
    expect(await item('twilio')).toMatchObject({ state: 'ok', cause: null });
  });

  it('asks a Twilio that is broken once, keeps no page waiting, and sees it mended', async () => {
    await settled();
    front().mode = 'down';
    expect((await item('twilio')).state).toBe('ok');
    expect(await check('twilio')).toMatchObject({
      state: 'failed',
      cause: expect.stringMatching(/HTTP 503/),
    });
    front().mode = 'hang';
    const [asked, began] = [front().asked.length, performance.now()];
    const checked = app()
      .admin('post', '/api/v1/set-up/twilio/check')
      .then(({ body }) => body);
    await expect.poll(() => front().asked.length).toBeGreaterThan(asked);
    const { items } = await view();
    expect(performance.now() - began).toBeLessThan(6000);
    expect(items.find(({ id }) => id === 'twilio')).toMatchObject({ checking: true });
    expect(await checked).toMatchObject({
      state: 'failed',
      cause: expect.stringMatching(/no answer/),
    });
    front().mode = 'pass';
    expect(await check('twilio')).toMatchObject({ state: 'ok', checking: false });
  });

  it('asks Twilio no more than once a minute', async () => {
    await settled();
    const asked = front().asked.length;
    for (let n = 0; n < 5; n++) await view();
    expect(front().asked.length).toBe(asked);
  });

  it('sends a signed test that comes back here, of which nothing is kept', async () => {
    expect(await test()).toEqual({
      state: 'ok',
      summary: expect.stringMatching(/leads here, and accepts Twilio's signature$/),
      cause: null,
      cure: null,
    });
    const { body } = await app().admin('get', '/api/v1/conversations').expect(200);
    expect(body.items).toEqual([]);
    const { body: diag } = await app().admin('get', '/api/v1/whatsapp/diag').expect(200);
    expect(diag).not.toHaveProperty('last_webhook');
    expect(diag.refused_signatures).toEqual([]);
    expect(await app().sent(`whatsapp:${aPhone()}`)).toEqual([]);
  });

  it('says who holds the answers back', async () => {
    await settled();
    const from = await app().writer();
    await app().faults({ create: { mode: 'refuse', error_code: 20003 } });
    await app().write(from, 'Hola');
    await expect.poll(async () => (await item('sender')).state).toBe('failed');
    expect(await item('sender')).toMatchObject({
      cause: expect.stringMatching(/refuses the account since .*20003/),
    });
    await app().faults({});
  });

  it('knows no other parts, and nobody without the token', async () => {
    const { body } = await app().admin('post', '/api/v1/set-up/nothing/check').expect(404);
    expect(body.detail).toMatch(/^The parts are store, documents/);
    for (const [method, path] of [
      ['get', ''],
      ['post', '/store/check'],
      ['post', '/webhook/test'],
    ] as const)
      await app().admin(method, `/api/v1/set-up${path}`, undefined, null).expect(401);
  });
});
