import { afterEach, expect, it } from 'vitest';
import { withApp } from '../support/app.js';

withApp(
  'diagnostics',
  {},
  (app) => {
    const get = async (path: string) =>
      (await app().admin('get', `/api/v1/whatsapp/${path}`).expect(200)).body;
    const sendTest = (to: string, text: string) =>
      `send-test?to=${encodeURIComponent(to)}&text=${encodeURIComponent(text)}`;
    afterEach(async () => {
      await app().configure({ twilio_auth_token: null, twilio_account_sid: null });
    });

    it('test: says whether Twilio takes the credentials', async () => {
      expect(await get('test')).toEqual({ status: 'ok' });
      await app().configure({ twilio_auth_token: 'f'.repeat(32) });
      expect(await get('test')).toEqual({
        status: 'error',
        message: 'HTTP 401',
        twilio: expect.objectContaining({ code: 20003 }),
      });
      await app().configure({ twilio_account_sid: `AC${'9'.repeat(32)}` });
      expect(await get('test')).toMatchObject({ status: 'error' });
    });

    it('diag: shows what is configured, masked, and what was refused', async () => {
      const { accountSid, authToken, from } = app().emulator.options;
      await app().post({ From: 'whatsapp:+15005550006', Body: 'x' }, { token: 'no' }).expect(403);
      const { headers, body, text } = await app().admin('get', '/api/v1/whatsapp/diag').expect(200);
      expect(headers['x-request-id']).toBeTruthy();
      // There once Twilio's list was read, which this test doesn't wait for.
      delete body.message_log;
      expect(body).toEqual({
        account_hold: null,
        loaded: true,
        sid: `${accountSid.slice(0, 4)}…${accountSid.slice(-4)}`,
        token: `••••••••${authToken.slice(-2)}`,
        from,
        api_base: app().emulator.address,
        webhook_url: app().webhookUrl,
        status_callback_url: `${app().publicUrl}/api/v1/whatsapp/status`,
        refused_signatures: [
          {
            at: expect.any(String),
            url: app().webhookUrl,
            reason: 'the signature fits neither token at this address',
            hint: null,
          },
        ],
      });
      for (const secret of [accountSid, authToken]) expect(text).not.toContain(secret);
    });

    it('send-test: sends one message, by GET and by POST, and shows what Twilio says', async () => {
      const to = await app().writer();
      const sent = await app().admin('get', `/api/v1/whatsapp/${sendTest(to, 'one & only')}`);
      expect(sent.headers['cache-control']).toBe('no-store');
      expect([sent.status, sent.body]).toMatchObject([
        200,
        { status: 'ok', twilio: { ok: true, status: 201, body: { to, status: 'queued' } } },
      ]);
      const posted = await app().admin('post', `/api/v1/whatsapp/${sendTest(to, 'two')}`);
      expect([posted.status, posted.body.status]).toEqual([200, 'ok']);
      expect(await app().sent(to)).toEqual(['one & only', 'two']);
      await app().admin('get', '/api/v1/whatsapp/send-test?to=me').expect(400);
    });

    it('send-test: shows a refusal as it is', async () => {
      const to = await app().writer();
      await app().faults({ create: { mode: 'refuse', error_code: 21211 } });
      expect(await get(sendTest(to, 'no'))).toMatchObject({
        status: 'error',
        twilio: { ok: false, status: 400, body: { code: 21211 } },
      });
      await app().faults({});
      await app().configure({ twilio_auth_token: 'f'.repeat(32) });
      expect(await get(sendTest(to, 'no'))).toMatchObject({
        status: 'error',
        twilio: { ok: false, status: 401, body: { code: 20003 } },
      });
      expect(await app().sent(to)).toEqual([]);
    });

    it('send-test: wants the token', async () => {
      const path = `/api/v1/whatsapp/${sendTest('whatsapp:+15005550006', 'x')}`;
      for (const method of ['get', 'post'] as const)
        await app().admin(method, path, undefined, null).expect(401);
    });
  },
  ['sqlite'],
);
