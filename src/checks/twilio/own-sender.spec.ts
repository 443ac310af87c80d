import { expect, it } from 'vitest';
import { ok, skipped, wrong } from '../../../test/support/doctor/findings.js';
import { FROM, toldByTwilio } from '../../../test/support/doctor/told-by-twilio.js';
import { twilio as account } from './account.check.js';
import { ownSender } from './own-sender.check.js';

const SERVICE = `MG${'5'.repeat(32)}`;
const OTHER = 'whatsapp:+12025550123';

const twilio = toldByTwilio();
const has = (...senders: object[]) => {
  twilio.told['/v2/Channels/Senders'] = { meta: { key: 'senders' }, senders };
};

it.each<[string, object[], object]>([
  ['has it', [{ sender_id: OTHER }, { sender_id: FROM, status: 'ONLINE' }], ok(/the account has/)],
  ['has others', [{ sender_id: OTHER }], wrong(/no WhatsApp sender/, /Take one .*0123\.$/)],
  ['has none', [], wrong(/no WhatsApp sender/, /none yet: register/)],
  ['has it offline', [{ sender_id: FROM, status: 'OFFLINE' }], wrong(/is OFFLINE$/, /console/)],
  [
    'has more than are read',
    Array.from({ length: 150 }, () => ({ sender_id: OTHER })),
    skipped(/not among the first 150/),
  ],
])('the account %s', async (_, senders, finding) => {
  has(...senders);
  expect(await twilio.found(ownSender)).toMatchObject(finding);
});

it('knows the sandbox, and what is missing', async () => {
  const sandbox = { TWILIO_WHATSAPP_FROM: 'whatsapp:+14155238886' };
  expect(await twilio.found(ownSender, sandbox)).toMatchObject(ok(/sandbox.*join/));
  const none = { TWILIO_WHATSAPP_FROM: undefined };
  expect(await twilio.found(ownSender, none)).toMatchObject(skipped(/no sender/));
  expect(twilio.asked).toEqual([]);
});

it('asks for the Messaging Service; only Twilio’s own word says that there is none', async () => {
  const service = { TWILIO_MESSAGING_SERVICE_SID: SERVICE };
  const find = () => twilio.found(ownSender, service);
  expect(await find()).toMatchObject(skipped(/knows nothing of it/));
  twilio.told[`/v1/Services/${SERVICE}`] = { sid: SERVICE };
  expect(await find()).toMatchObject(ok(/has Messaging Service MG55…5555$/));
  twilio.told[`/v1/Services/${SERVICE}`] = 20404;
  expect(await find()).toMatchObject(wrong(/no Messaging Service MG55/, /Copy its SID/));
});

it('says what cannot be read', async () => {
  twilio.told['/v2/Channels/Senders'] = 401;
  expect(await twilio.found(ownSender)).toMatchObject(skipped(/the account may not read it/));
});

it('says that the account is suspended', async () => {
  const running = { running: { alive: async () => true } };
  const path = `/2010-04-01/Accounts/AC${'1'.repeat(32)}.json`;
  const find = () => twilio.found((one) => account({ ...one, ...running } as never));
  twilio.told[path] = { status: 'active' };
  expect(await find()).toMatchObject(ok(/takes account AC11…1111$/));
  twilio.told[path] = { status: 'suspended' };
  expect(await find()).toMatchObject(wrong(/is suspended/, /balance/));
});
