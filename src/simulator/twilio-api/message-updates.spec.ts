import { expect, it } from 'vitest';
import { openWindows, PERSON } from '../../../test/support/twilio/open-window.js';

const MINUTE = 60_000;
const messagingServiceSid = `MG${'a'.repeat(32)}`;
const w = openWindows();

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: { status: number; code: number }) => [error.status, error.code],
  );
const message = (sid: string) => w().emulator.client.messages(sid);
const schedule = (inMinutes: number, more = {}) =>
  w().send({
    from: undefined,
    messagingServiceSid,
    scheduleType: 'fixed',
    sendAt: new Date(w().clock.time + inMinutes * MINUTE),
    ...more,
  });

it('has a sender picked by the service, and tells of it', async () => {
  const { sid, status, from, numSegments } = await w().send({
    from: undefined,
    messagingServiceSid,
  });
  expect([status, from, numSegments]).toEqual(['accepted', null, '0']);
  expect(await w().told(3)).toEqual(['queued', 'sent', 'delivered']);
  const { from: picked } = await message(sid).fetch();
  expect(picked).toBe(w().emulator.options.from);
});

it('leaves when it is scheduled', async () => {
  const { sid, status, dateSent } = await schedule(20);
  expect([status, dateSent]).toEqual(['scheduled', null]);
  w().clock.time += 20 * MINUTE;
  expect(await w().told(3)).toEqual(['queued', 'sent', 'delivered']);
  expect(await codeOf(message(sid).update({ status: 'canceled' }))).toEqual([409, 30409]);
});

it('stays where it is canceled', async () => {
  const { sid } = await schedule(20);
  expect((await message(sid).update({ status: 'canceled' })).status).toBe('canceled');
  w().clock.time += 20 * MINUTE;
  await w().send();
  await w().told(2);
  expect(await message(sid).fetch()).toMatchObject({ status: 'canceled', from: null });
});

it.each([
  [14, {}, 35114],
  [36 * 24 * 60, {}, 35114],
  [20, { messagingServiceSid: undefined, from: 'whatsapp:+14155238886' }, 35118],
  [20, { sendAt: undefined }, 35111],
  [20, { scheduleType: 'daily' }, 20001],
])('is not scheduled in %i minutes with %j', async (inMinutes, more, code) => {
  expect(await codeOf(schedule(inMinutes, more))).toEqual([400, code]);
});

it('is neither emptied nor deleted on its way', async () => {
  const { sid } = await schedule(20);
  expect(await codeOf(message(sid).remove())).toEqual([409, 20009]);
  expect(await codeOf(message(sid).update({ body: '' }))).toEqual([409, 20009]);
});

it('is emptied and deleted for the account, while the person keeps it', async () => {
  const { sid } = await w().send();
  await w().reached('delivered');
  expect((await message(sid).update({ body: '' })).body).toBe('');
  expect(await codeOf(message(sid).update({ body: 'other' }))).toEqual([400, 20001]);
  expect(await message(sid).remove()).toBe(true);
  for (const call of [message(sid).fetch(), message(sid).remove(), message(sid).media.list()]) {
    expect(await codeOf(call)).toEqual([404, 20404]);
  }
  expect(await w().emulator.client.messages.list({ to: PERSON })).toEqual([]);
  expect(await w().outbound()).toMatchObject([{ sid, body: 'Hi', status: 'delivered' }]);
});
