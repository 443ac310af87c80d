import { describe, expect, it } from 'vitest';
import { ok, skipped, wrong } from '../../../test/support/doctor/findings.js';
import { OURS, toldByTwilio } from '../../../test/support/doctor/told-by-twilio.js';
import { alerts } from './alerts.check.js';
import { https } from './https.check.js';
import { senderWebhook } from './sender-webhook.check.js';
import { webhookRules } from './webhook-rules.check.js';

const KEY = {
  TWILIO_API_KEY_SID: `SK12${'0'.repeat(26)}cdef`,
  TWILIO_API_KEY_SECRET: 'its-secret',
};

const twilio = toldByTwilio();

describe('alerts', () => {
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const alert = (error_code: string, minutes: number, request_url = `${OURS}?pass=1`) => ({
    error_code,
    date_created: at(minutes),
    request_url,
    alert_text: 'pass=1',
  });
  const has = (...items: object[]) => {
    twilio.told['/v1/Alerts'] = { meta: { key: 'alerts' }, alerts: items };
  };

  it.each<[string, object[], object]>([
    ['none', [], ok(/nothing.*24 hours/)],
    [
      'of others',
      [alert('11200', 1, 'https://other.example.com/api/v1/whatsapp/webhook')],
      ok(/no/),
    ],
    ['some', [alert('11200', 9), alert('11200', 5)], wrong(/^11200: .*\(2×, the last 5 m/, /log/)],
    ['http', [alert('11205', 1, OURS.replace('https', 'http'))], wrong(/not connect/, /firewall/)],
    ['two kinds', [alert('12300', 9), alert('57012', 5)], wrong(/^57012.*; 12300/, /primary.*xml/)],
    ['unknown ones', [alert('99999', 9)], wrong(/^99999: see/, /errors\/99999/)],
    ['old ones', [alert('11200', 61), alert('12300', 90)], ok(/hours 11200 \(1×\), 12300 \(1×\)$/)],
  ])('%s', async (_, items, finding) => {
    has(...items);
    expect(await twilio.found(alerts)).toMatchObject(finding);
    expect(twilio.asked[0].url).toMatch(/StartDate=[\d-]+T[\d:]+Z&/);
  });
});

describe('https', () => {
  it('is what Twilio calls', async () => {
    const plain = { PUBLIC_URL: 'http://bot.example.com' };
    const elsewhere = { TWILIO_API_BASE: 'https://api.twilio.com' };
    expect(await twilio.found(https, elsewhere)).toMatchObject(ok(/https only/));
    expect(await twilio.found(https, { ...plain, ...elsewhere })).toMatchObject(
      wrong(/plain/, /TLS/),
    );
    expect(await twilio.found(https, plain)).toMatchObject(skipped(/this machine/));
  });
});

describe.each([senderWebhook, webhookRules, alerts])('$name', (check) => {
  const each = (answer: unknown) => {
    for (const path of ['/v2/Channels/Senders', '/v1/Webhooks/Rules', '/v1/Alerts'])
      twilio.told[path] = answer;
  };

  it('fails softly, and says why', async () => {
    each(403);
    expect(await twilio.found(check, KEY)).toMatchObject(
      skipped(/^not read: API key SK12…cdef may not/),
    );
    expect(await twilio.found(check)).toMatchObject(
      skipped(/^not read: the account may not.*403, 20003/),
    );
    each(500);
    expect(await twilio.found(check)).toMatchObject(skipped(/HTTP 500.*later/));
    each('no JSON');
    expect(await twilio.found(check)).toMatchObject(skipped(/something else than JSON/));
    twilio.told = {};
    expect(await twilio.found(check)).toMatchObject(skipped(/knows nothing of it/));
    const nowhere = 'http://127.0.0.1:1';
    const gone = { TWILIO_API_BASE: nowhere, TWILIO_MESSAGING_API_BASE: nowhere };
    expect(await twilio.found(check, gone)).toMatchObject(
      skipped(/gives no answer: .*ECONNREFUSED/),
    );
  });

  it('asks nothing before Twilio takes the account', async () => {
    const early = { ...twilio.installation(), accountTaken: false };
    expect(await check(early)).toMatchObject(skipped(/account first/));
    expect(twilio.asked).toEqual([]);
  });
});

it('asks nothing of the real Twilio beside one on this machine', async () => {
  const half = { TWILIO_MESSAGING_API_BASE: 'https://messaging.twilio.com' };
  expect(await twilio.found(senderWebhook, half)).toMatchObject(skipped(/set both alike/));
  expect(twilio.asked).toEqual([]);
});
