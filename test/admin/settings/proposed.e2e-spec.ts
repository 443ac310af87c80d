import { beforeEach, expect, it } from 'vitest';
import type { ProposedFindings } from '../../../src/set-up/proposed/proposed.dto.js';
import { withTwilioFront } from '../../support/twilio/with-front.js';

const NUMBER = 'whatsapp:+15005550006';
const TOKEN = 'f'.repeat(32);

withTwilioFront('a configuration that is tried before it is saved', (app, front) => {
  beforeEach(() => void (front().senders = [{ sender_id: NUMBER }]));

  const test = async (update?: object) => {
    const answer = await app().admin('post', '/api/v1/bot/config/test', update).expect(200);
    const { items } = answer.body as ProposedFindings;
    return Object.fromEntries(items.map(({ name, ...found }) => [name, found]));
  };
  const failed = (detail: RegExp, cure: RegExp) => ({
    status: 'failed',
    detail: expect.stringMatching(detail),
    cure: expect.stringMatching(cure),
  });
  const because = (status: 'ok' | 'skipped', detail: RegExp) => ({
    status,
    detail: expect.stringMatching(detail),
    cure: null,
  });
  const UNCHANGED = because('skipped', /not changed/);
  const config = async () => (await app().admin('get', '/api/v1/bot/config').expect(200)).body;

  it('tries all where nothing is said', async () => {
    expect(await test()).toEqual({
      twilio: because('ok', /takes account AC/),
      sender: because('ok', /sandbox/),
      model: because('ok', /^obedient answers/),
      opening_hours: because('skipped', /of the documents/),
    });
  });

  it('says why a credential is wrong, and saves nothing of it', async () => {
    const before = await config();
    const found = await test({ twilio_auth_token: TOKEN });
    expect(found).toEqual({
      twilio: failed(/HTTP 401, 20003/, /Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN/),
      sender: because('skipped', /account first/),
      model: UNCHANGED,
      opening_hours: UNCHANGED,
    });
    expect(await config()).toEqual(before);
    const { body } = await app().admin('get', '/api/v1/bot/config/history').expect(200);
    expect(body.items).toEqual([]);
    expect(await app().admin('get', '/api/v1/whatsapp/test')).toMatchObject({
      body: { status: 'ok' },
    });
  });

  it('takes a mask for what is stored', async () => {
    const { authToken } = app().emulator.options;
    const { body } = await app().configure({ twilio_auth_token: authToken });
    const masked = { twilio_auth_token: body.twilio_auth_token };
    expect((await test(masked)).twilio).toEqual(because('ok', /takes account/));
    await app().configure({ twilio_auth_token: TOKEN });
    expect((await test({ twilio_auth_token: `••••••${TOKEN.slice(-4)}` })).twilio.status).toBe(
      'failed',
    );
    expect((await test({ twilio_auth_token: null })).twilio.status).toBe('ok');
    await app().configure({ twilio_auth_token: null });
  });

  it('asks the account for the sender, and names those that it has', async () => {
    const other = await test({ twilio_whatsapp_from: 'whatsapp:+12025550123' });
    expect(other.sender).toEqual(failed(/\+12025550123 is no WhatsApp sender/, /\+15005550006/));
    expect((await test({ twilio_whatsapp_from: NUMBER })).sender.status).toBe('ok');
  });

  it('asks the model that is named', async () => {
    app().model.mode = '500';
    expect((await test({ chat_model: 'other' })).model).toEqual(
      failed(/^other: model HTTP 5/, /log of the model server/),
    );
    app().model.mode = 'hang';
    expect((await test({ chat_model: 'other', llm_timeout_ms: 300 })).model).toEqual(
      failed(/no answer within LLM_TIMEOUT_MS \(300 ms\)/, /Raise/),
    );
  });

  it('shows how opening hours are read', async () => {
    const hours = { opening_hours: 'Mo-Fr 09:00-14:00,17:00-20:00; Dec 25 off', language: 'es' };
    const { opening_hours } = await test(hours);
    expect(opening_hours.detail).toMatch(/^- Lunes a viernes: 9:00–14:00, 17:00–20:00\n/);
    expect(opening_hours.detail).toMatch(/25 de diciembre: cerrado/);
  });

  it('says what a broken Twilio says, and waits for none', async () => {
    front().mode = 'down';
    const { twilio } = await test({ twilio_auth_token: TOKEN });
    expect(twilio).toEqual(failed(/HTTP 503/, /Try again later/));
    front().mode = 'hang';
    const began = performance.now();
    const late = await test({ twilio_auth_token: TOKEN });
    expect(late.twilio).toEqual(failed(/gives no answer/, /firewall/));
    expect(performance.now() - began).toBeLessThan(12_000);
  });

  it('refuses what no save would take, field by field, and calls no host of the request', async () => {
    const path = '/api/v1/bot/config/test';
    const wrong = { opening_hours: 'always', twilio_api_base: 'http://127.0.0.1:1' };
    const { body } = await app().admin('post', path, wrong).expect(400);
    const fields = body.errors.map(({ field }: { field: string }) => field);
    expect(fields.sort()).toEqual(['opening_hours', 'twilio_api_base']);
    const half = { twilio_api_key_sid: `SK${'0'.repeat(32)}` };
    const refused = await app().admin('post', path, half).expect(400);
    expect(refused.body.errors).toMatchObject([{ field: 'twilio_api_key_secret' }]);
    await app().admin('post', path, {}, null).expect(401);
  });
});
