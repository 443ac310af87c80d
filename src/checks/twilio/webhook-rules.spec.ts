import { describe, expect, it } from 'vitest';
import { ok, wrong } from '../../../test/support/doctor/findings.js';
import { OURS, PUBLIC_URL, toldByTwilio } from '../../../test/support/doctor/told-by-twilio.js';
import { webhookRules } from './webhook-rules.check.js';

const twilio = toldByTwilio();

describe('webhook_rules', () => {
  const signature = { type: 'SHARED_KEY', sharedKeyId: 'k1', algorithm: 'HMAC_SHA256' };
  const retries = { retryPolicy: { retryCount: 5, retryOn: ['HTTP_5XX', 'READ_TIMEOUT'] } };
  const KEYS = { TWILIO_SHARED_KEYS: 'k1=its-secret' };
  const settings = (setting: object) => {
    const items = [{ id: 's1', friendlyName: 'mine', ...setting }, { id: 's2' }];
    twilio.told['/v1/Webhooks/Settings'] = { meta: { key: 'settings' }, settings: items };
  };
  const rules = (...items: object[]) => {
    const all = items.map((one, n) => ({ id: `r${n}`, friendlyName: `rule ${n}`, ...one }));
    twilio.told['/v1/Webhooks/Rules'] = { meta: { key: 'rules' }, rules: all };
  };
  const applying = (settingId: string) => ({ settings: [{ settingId, percentage: 100 }] });

  it('is content without a rule that matches', async () => {
    rules({ matchType: 'EXACT_MATCH', value: 'https://other.example.com', ...applying('s2') });
    expect(await twilio.found(webhookRules)).toMatchObject(
      ok(/^none of 1 matches.*the auth token signs/),
    );
  });

  it.each<[string, object, object]>([
    [
      'a key of ours, tries',
      { signature, connection: retries },
      ok(/k1|… signs, 5 more.*HTTP_5XX/),
    ],
    ['the token, tries', { connection: retries }, ok(/the auth token signs, 5 more tries/)],
    [
      'no tries',
      { signature },
      wrong(/“rule 0”, Setting “mine”: .*no second.*#rc/, /retryCount 5/),
    ],
    [
      'no key of ours',
      { signature: { ...signature, sharedKeyId: 'k2' } },
      wrong(/not conf/, /Add/),
    ],
    [
      'SHA-1',
      { signature: { ...signature, algorithm: 'HMAC_SHA1' } },
      wrong(/by HMAC_SHA1/, /256/),
    ],
    ['nobody', { signature: { type: 'NONE' } }, wrong(/signs nothing/, /Setting that signs/)],
  ])('a Setting with %s', async (_, setting, finding) => {
    rules({ matchType: 'PREFIX_MATCH', prefix: `${PUBLIC_URL}/`, ...applying('s1') });
    settings(setting);
    expect(await twilio.found(webhookRules, KEYS)).toMatchObject(finding);
  });

  it('takes the closest rule of each address', async () => {
    const exact = { matchType: 'EXACT_MATCH', value: OURS, ...applying('s1') };
    const shorter = { matchType: 'PREFIX_MATCH', prefix: `${PUBLIC_URL}/`, ...applying('s2') };
    const longer = { ...shorter, prefix: `${PUBLIC_URL}/api/`, ...applying('s1') };
    const standard = { matchType: 'DEFAULT', ...applying('s2') };
    rules(standard, shorter, longer, exact);
    settings({ connection: retries });
    expect(await twilio.found(webhookRules)).toMatchObject(ok(/^Rule “rule 3”.*; Rule “rule 2”/));
    rules(standard);
    expect(await twilio.found(webhookRules)).toMatchObject(
      wrong(/^Rule “rule 0”, Setting …/, /Make/),
    );
  });
});
