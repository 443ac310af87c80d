import { expect, it } from 'vitest';
import { ok, skipped, wrong } from '../../../test/support/doctor/findings.js';
import { FROM, toldByTwilio } from '../../../test/support/doctor/told-by-twilio.js';
import type { Lines } from '../../config/lines/line.js';
import { serviceSenders } from './service-senders.check.js';

const SERVICE = `MG${'5'.repeat(32)}`;
const OF_LINE = `MG${'7'.repeat(32)}`;
const CONFIGURED = { TWILIO_MESSAGING_SERVICE_SID: SERVICE };

const twilio = toldByTwilio();
const has = (sid: string, { senders = [] as string[], numbers = 0 }) => {
  const channel = senders.map((sender) => ({ sender, sender_type: 'WhatsApp' }));
  const phones = Array.from({ length: numbers }, () => ({ phone_number: '+15005550006' }));
  twilio.told[`/v1/Services/${sid}/ChannelSenders`] = {
    meta: { key: 'senders' },
    senders: channel,
  };
  const meta = { key: 'phone_numbers' };
  twilio.told[`/v1/Services/${sid}/PhoneNumbers`] = { meta, phone_numbers: phones };
};
const found = (lines: Lines = {}, more: object = {}) =>
  twilio.found((one) => serviceSenders({ ...one, lines }), more);

it.each<[string, Parameters<typeof has>[1], object]>([
  ['a sender on WhatsApp', { senders: [FROM] }, ok(/MG55…5555 has a sender on WhatsApp$/)],
  ['nothing', {}, wrong(/^Messaging Service MG55…5555 has no sender in its pool: nothing/, /Add/)],
  [
    'phone numbers alone',
    { numbers: 2 },
    wrong(/MG55…5555 has 2 phone numbers in its pool and no sender on WhatsApp/, /Sender Pool/),
  ],
  [
    'another channel',
    { senders: ['messenger:1234'] },
    wrong(/no sender on WhatsApp in its pool/, /Add/),
  ],
])('the pool has %s', async (_, pool, finding) => {
  has(SERVICE, pool);
  expect(await found({}, CONFIGURED)).toMatchObject(finding);
});

it('looks at the services of the lines, too', async () => {
  has(SERVICE, { senders: [FROM] });
  has(OF_LINE, {});
  const ofLine = wrong(/^Messaging Service MG77…7777 has no sender/, /Add/);
  expect(await found({ [OF_LINE]: { fields: {} } }, CONFIGURED)).toMatchObject(ofLine);
  const fields = { twilio_messaging_service_sid: OF_LINE };
  expect(await found({ '+15005550077': { fields } })).toMatchObject(ofLine);
  has(OF_LINE, { senders: [FROM] });
  expect(await found({ [OF_LINE]: { fields: {} } }, CONFIGURED)).toMatchObject(
    ok(/MG55…5555, MG77…7777 have a sender/),
  );
});

it('says that the account has no such service, and what cannot be read', async () => {
  twilio.told[`/v1/Services/${SERVICE}/ChannelSenders`] = 20404;
  expect(await found({}, CONFIGURED)).toMatchObject(wrong(/the account has no/, /Copy its SID/));
  twilio.told[`/v1/Services/${SERVICE}/ChannelSenders`] = 403;
  expect(await found({}, CONFIGURED)).toMatchObject(skipped(/may not read it/));
});

it('asks nothing where there is no service', async () => {
  expect(await found({ '+15005550077': { fields: {} } })).toMatchObject(skipped(/^no Messaging/));
  expect(twilio.asked).toEqual([]);
});
