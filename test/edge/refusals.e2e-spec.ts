import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AS_TWILIO, TestApp, withApp } from '../support/app.js';
import { aPhone, aSid } from '../support/stores/mailboxes.js';

const WEBHOOK = '/api/v1/whatsapp/webhook';
const PREVIOUS = 'the-token-of-yesterday';
const form = () => ({ From: `whatsapp:${aPhone()}`, Body: 'Hola' });

withApp(
  'what the webhook refuses',
  { TWILIO_AUTH_TOKEN_PREVIOUS: PREVIOUS, MAX_INBOUND_CHARS: '4096' },
  (app) => {
    const problem = async (status: number, call: ReturnType<TestApp['post']>) => {
      const { headers, body } = await call.expect(status);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(body).toMatchObject({ type: 'about:blank', title: expect.any(String), status });
      expect(body.request_id).toBe(headers['x-request-id']);
      return body as { detail: string; errors?: { field: string }[] };
    };

    it('403 without a signature, or with a wrong one, to Twilio too', async () => {
      await problem(403, app().post(form(), { signature: null }));
      await problem(403, app().post(form(), { signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }));
      await problem(403, app().post(form(), { token: 'another-token' }));
      await problem(403, app().post(form(), { token: 'another-token', headers: AS_TWILIO }));
      const status = '/api/v1/whatsapp/status';
      await problem(403, app().post({ MessageStatus: 'sent' }, { path: status, signature: null }));
    });

    it('403 when the text or the address is not the one that was signed', async () => {
      const genuine = { ...form(), MessageSid: aSid() };
      const { authToken } = app().emulator.options;
      const signature = getExpectedTwilioSignature(authToken, app().webhookUrl, {
        ...genuine,
        AccountSid: app().emulator.options.accountSid,
      });
      await problem(403, app().post({ ...genuine, Body: 'Adiós' }, { signature }));
      await problem(403, app().post(genuine, { signature, path: `${WEBHOOK}?to=me` }));
      await app().post(genuine, { signature }).expect(200);
      await app()
        .post(form(), { path: `${WEBHOOK}?shop=1` })
        .expect(200);
    });

    it('takes the previous token', async () => {
      await app().post(form(), { token: PREVIOUS, headers: AS_TWILIO }).expect(200);
    });

    it('takes what a SharedKey signed, from the moment it is configured until it is taken out', async () => {
      const keyed = (id: string, secret: string) => {
        const genuine = { ...form(), AccountSid: app().emulator.options.accountSid };
        const signed = getExpectedTwilioSignature(secret, app().webhookUrl, genuine, 'HMAC_SHA256');
        const headers = {
          'X-Twilio-Webhooks-Signature-Settings': `key=${id},algorithm=HMAC_SHA256`,
        };
        return app().post({ ...genuine, MessageSid: undefined }, { signature: signed, headers });
      };
      await problem(403, keyed('k1', 'the-first-secret-of-two'));
      await app().configure({ twilio_shared_keys: 'k1=the-first-secret-of-two' });
      await keyed('k1', 'the-first-secret-of-two').expect(200);
      const { body } = await app().configure({ twilio_shared_keys: 'k1=••••••,k2=another-one' });
      expect(body.twilio_shared_keys).toBe('k1=••••••-two,k2=••••••');
      for (const [id, secret] of [
        ['k1', 'the-first-secret-of-two'],
        ['k2', 'another-one'],
      ])
        await keyed(id, secret).expect(200);
      await app().configure({ twilio_shared_keys: 'k2=••••••' });
      await problem(403, keyed('k1', 'the-first-secret-of-two'));
      await app().post(form()).expect(200);
    });

    it('takes a form without AccountSid, and 403 on a foreign one', async () => {
      await app()
        .post({ ...form(), AccountSid: undefined })
        .expect(200);
      await problem(403, app().post({ ...form(), AccountSid: `AC${'9'.repeat(32)}` }));
      const { body } = await app().admin('get', '/api/v1/whatsapp/diag').expect(200);
      expect(body.refused_signatures[0].reason).toMatch(/^AccountSid AC99…9999 is not/);
    });

    it('400 on a sender that is none, naming the field', async () => {
      const odd = ['', '+15005550006', 'whatsapp:15005550006', 'whatsapp:+1', 'sms:+15005550006'];
      for (const From of [undefined, ...odd, 'whatsapp:US.', 'whatsapp:US.1;drop']) {
        const { errors } = await problem(400, app().post({ ...form(), From }));
        expect([From, errors]).toEqual([From, [expect.objectContaining({ field: 'From' })]]);
      }
    });

    it('400 on a text that is empty or too long', async () => {
      for (const Body of [undefined, '', ' \n', '\u0000\u0007', 'x'.repeat(4097)]) {
        const { errors } = await problem(400, app().post({ ...form(), Body }));
        expect(errors).toEqual([expect.objectContaining({ field: 'Body' })]);
      }
      await app()
        .post({ ...form(), Body: '😀'.repeat(4096) }, { headers: AS_TWILIO })
        .expect(200);
    });

    it('413 on a body over 64 KiB, signed or not', async () => {
      const long = { ...form(), Body: 'x'.repeat(65_536) };
      await problem(413, app().post(long));
      await problem(413, app().post(long, { signature: null }));
    });

    it('keeps nothing of what it refused', async () => {
      const from = await app().writer();
      await app().post({ From: from, Body: 'forged' }, { token: 'another-token' }).expect(403);
      const id = await app().write(from, 'genuine');
      expect((await app().outcomes(id)).map(([text]) => text)).toEqual(['genuine']);
    });
  },
  ['sqlite'],
);

let bare: TestApp;
beforeAll(async () => {
  bare = await TestApp.start('sqlite', { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' });
});
afterAll(() => bare?.close());

it('503 without credentials, until they are configured', async () => {
  const refused = await bare.post(form()).expect(503);
  expect(refused.body).toMatchObject({ status: 503, detail: expect.stringMatching(/PUT \/api/) });
  const { accountSid, authToken } = bare.emulator.options;
  await bare.configure({ twilio_account_sid: accountSid, twilio_auth_token: authToken });
  await bare.post(form()).expect(200);
});
