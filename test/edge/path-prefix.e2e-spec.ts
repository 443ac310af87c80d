import request from 'supertest';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { expect, it } from 'vitest';
import { ADMIN_TOKEN, AS_TWILIO, withApp } from '../support/app.js';
import { fieldsOf, formOf } from '../support/twilio/form.js';
import { aPhone, aSid } from '../support/stores/mailboxes.js';

const PUBLIC = 'https://www.example.com/bot';
const WEBHOOK = '/api/v1/whatsapp/webhook';
const STATUS = '/api/v1/whatsapp/status';

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
}

withApp(
  'a path prefix that a proxy leaves on',
  { PUBLIC_URL: PUBLIC },
  (app) => {
    const get = (path: string, headers = {}) => request(app().express).get(path).set(headers);
    /** Sent to a path here, signed for an address out there. */
    const post = (path: string, url: string, fields = {}, headers = {}) => {
      const { accountSid: AccountSid, authToken } = app().emulator.options;
      const raw = formOf({ AccountSid, MessageSid: aSid(), ...fields });
      const signature = getExpectedTwilioSignature(authToken, url, fieldsOf(raw));
      return app().post({}, { path, raw, signature, headers: { ...AS_TWILIO, ...headers } });
    };
    const message = () => ({ From: `whatsapp:${aPhone()}`, Body: 'Hola' });
    const lastRefusal = async () =>
      (await app().admin('get', '/bot/api/v1/whatsapp/diag').expect(200)).body
        .refused_signatures[0];

    it('is taken off before every route', async () => {
      const layers = app().express.router.stack as Layer[];
      const paths = new Set(layers.flatMap(({ route }) => route?.path ?? []));
      expect(paths.size).toBeGreaterThan(20);
      for (const path of paths) {
        const concrete = path.replace(/[:*]\w+/g, 'x').replace(/\{.*?\}/g, '');
        const [off, on] = [await get(concrete), await get(`/bot${concrete}`)];
        expect([path, on.status, on.body.detail]).toEqual([path, off.status, off.body.detail]);
      }
      const bearer = { Authorization: `Bearer ${ADMIN_TOKEN}` };
      for (const path of [
        'health/live',
        'docs',
        'docs/swagger-ui.css',
        'metrics',
        'api/v1/failures',
      ])
        await get(`/bot/${path}?limit=1`, bearer).expect(200);
    });

    it('is taken off whole, once, and where something of ours follows', async () => {
      for (const path of ['/botany/health/live', '/bo/health/live', '/bot/bot/health/live'])
        await get(path).expect(404);
      for (const path of ['/bot/nowhere', '/bothealth/live', '/bo', '/bot/bot'])
        await get(path).expect(404);
    });

    it('alone leads to the console, as the bare address does', async () => {
      for (const path of ['/', '/?utm=1', '/bot', '/bot/', '/bot?utm=1', '/bot/?utm=1'])
        await get(path).expect(302).expect('Location', '/bot/console/');
      await get('/bot/docs').expect(200).expect('Content-Type', /html/);
    });

    it('counts requests under the same routes', async () => {
      await get('/bot/health/live').expect(200);
      const { text } = await app().admin('get', '/bot/metrics').expect(200);
      expect(text).toMatch(/requests_total\{method="GET",route="\/health\/live",status="200"\} \d/);
      expect(text).not.toContain('route="/bot');
    });

    it('tells whoever tries the API from /docs where it is', async () => {
      const { body } = await get('/bot/docs-json').expect(200);
      expect(body.servers).toEqual([{ url: '/bot' }]);
    });

    // Before the others: ten refusals a minute are explained.
    it.each(['', '/bot'])('hints name the public address, at %s/…', async (on) => {
      const elsewhere = `https://else.example.com:8443/bot${WEBHOOK}`;
      const host = { Host: 'else.example.com:8443' };
      await post(on + WEBHOOK, elsewhere, message(), host).expect(403);
      expect(await lastRefusal()).toMatchObject({
        url: PUBLIC + WEBHOOK,
        hint:
          `It fits ${elsewhere} (host else.example.com:8443 (Host)): make PUBLIC_URL ` +
          'https://else.example.com:8443/bot, or give Twilio the address that diag shows.',
      });
      await post(on + WEBHOOK, `https://www.example.com${WEBHOOK}`, message()).expect(403);
      expect((await lastRefusal()).hint).toMatch(/\(without the path prefix \/bot\): make PUBLIC/);
    });

    it.each(['', '/bot'])('signatures are checked for the public address, at %s/…', async (on) => {
      await post(on + WEBHOOK, PUBLIC + WEBHOOK, message()).expect(200, '<Response/>');
      const callback = { MessageSid: aSid(), MessageStatus: 'sent' };
      await post(`${on}${STATUS}?attempt=1`, `${PUBLIC}${STATUS}?attempt=1`, callback).expect(204);
      await post(on + WEBHOOK, `https://www.example.com${WEBHOOK}`, message()).expect(403);
      await post(on + WEBHOOK, PUBLIC + STATUS, message()).expect(403);
      await post(on + WEBHOOK, `${PUBLIC}/bot${WEBHOOK}`, message()).expect(403);
      await post(on + WEBHOOK, `https://www.example.com/bo${WEBHOOK}`, message()).expect(403);
    });
  },
  ['sqlite'],
);

withApp(
  'a path prefix that looks like ours',
  { PUBLIC_URL: 'https://www.example.com/api' },
  (app) => {
    it('leads to the console, and isn’t taken for a path of ours', async () => {
      for (const path of ['/', '/api/'])
        await request(app().express).get(path).expect(302).expect('Location', '/api/console/');
      await request(app().express).get('/api/docs').expect(200);
      await request(app().express).get('/api/v1').expect(404);
    });

    it('is seen whether it was taken off or not', async () => {
      for (const path of ['/api/v1/whatsapp/diag', '/api/api/v1/whatsapp/diag'])
        await app().admin('get', path).expect(200);
      await request(app().express).get('/api/health/live').expect(200);
      await app().post({}, { signature: null }).expect(403);
      const { body } = await app().admin('get', '/api/v1/whatsapp/diag');
      expect(body.refused_signatures[0].url).toBe(`https://www.example.com/api${WEBHOOK}`);
    });
  },
  ['sqlite'],
);
