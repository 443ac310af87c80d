import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { isCallback, openWindows, PERSON } from '../../../test/support/twilio/open-window.js';
import { madeTemplate } from '../../../test/support/twilio/templates.js';

const HOUR = 3_600_000;
const w = openWindows();

describe('a message', () => {
  it('is sent and delivered, with a signed callback for each', async () => {
    const { sid } = await w().send();
    expect(await w().told(2)).toEqual(['sent', 'delivered']);
    const { headers, form, path } = w().emulator.receiver.received.at(-1)!;
    expect(form).toMatchObject({
      MessageSid: sid,
      SmsSid: sid,
      SmsStatus: 'delivered',
      AccountSid: w().emulator.options.accountSid,
      To: PERSON,
      From: w().emulator.options.from,
      ApiVersion: '2010-04-01',
      ChannelPrefix: 'whatsapp',
      ChannelToAddress: '+1202555XXXX',
      EventType: 'DELIVERED',
    });
    expect(form).not.toHaveProperty('ErrorCode');
    expect(path).toBe("/status?part=1&attempt=a'b");
    const token = w().emulator.options.authToken;
    const given = headers['x-twilio-signature'] as string;
    expect(twilio.validateRequest(token, given, w().emulator.receiver.address + path, form)).toBe(
      true,
    );
    expect(headers['user-agent']).toBe('TwilioProxy/1.1');
  });

  it('fails outside the 24-hour window, unless it is a template', async () => {
    w().clock.time += 24 * HOUR - 1;
    await w().send();
    expect(await w().told(2)).toEqual(['sent', 'delivered']);
    w().clock.time += 1;
    const { status } = await w().send();
    expect(status).toBe('queued');
    expect((await w().told(3)).at(-1)).toBe('undelivered');
    const { form } = w().emulator.receiver.received.at(-1)!;
    expect(form).toMatchObject({ ErrorCode: '63016', EventType: 'UNDELIVERED' });
    const body = 'Hi {{1}}!';
    const draft = { name: 'a', body, submitted: false };
    const unapproved = await madeTemplate(w().emulator, draft);
    await w().send({ body: undefined, contentSid: unapproved });
    expect((await w().told(4)).at(-1)).toBe('undelivered');
    const contentSid = await madeTemplate(w().emulator, { name: 'b', body });
    await w().send({ body: undefined, contentSid });
    expect((await w().told(6)).at(-1)).toBe('delivered');
  });

  it('reaches a user id whose phone wrote', async () => {
    const userId = 'US.13491208655302';
    const from = PERSON;
    await w().emulator.control('POST', '/messages', { from, body: 'Hi', external_user_id: userId });
    await w().send({ to: `whatsapp:${userId}` });
    expect(await w().told(2)).toEqual(['sent', 'delivered']);
  });
});

describe('delivery faults', () => {
  it.each([
    [63024, ['sent', 'undelivered']],
    [30001, ['failed']],
  ])('%i ends as %j', async (error_code, statuses) => {
    await w().faults({ delivery: { error_code, rate: 1 } });
    const { sid } = await w().send();
    expect(await w().told(statuses.length)).toEqual(statuses);
    expect(w().emulator.receiver.received.at(-1)!.form.ErrorCode).toBe(String(error_code));
    await w().reached(statuses.at(-1)!);
    expect((await w().emulator.client.messages(sid).fetch()).errorCode).toBe(error_code);
  });
});

describe('callback faults', () => {
  it('drop them', async () => {
    await w().faults({ callbacks: { mode: 'drop' } });
    const lost = await w().send();
    await w().reached('delivered');
    await w().faults({});
    const { sid } = await w().send();
    await w().told(2);
    const sids = w()
      .emulator.receiver.received.filter(isCallback)
      .map(({ form }) => form.MessageSid);
    expect(sids).toEqual([sid, sid]);
    expect(lost.sid).not.toBe(sid);
  });

  it('repeat them, with the same token', async () => {
    await w().faults({ callbacks: { mode: 'repeat' } });
    await w().send();
    expect(await w().told(4)).toEqual(['sent', 'sent', 'delivered', 'delivered']);
    const tokens = w()
      .emulator.receiver.received.filter(isCallback)
      .map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect(tokens[0]).toBe(tokens[1]);
    expect(tokens[1]).not.toBe(tokens[2]);
  });

  it('shuffle them', async () => {
    await w().faults({ callbacks: { mode: 'shuffle' } });
    await w().send();
    expect(await w().told(2)).toEqual(['delivered', 'sent']);
  });

  it('delay them, while the message goes on', async () => {
    await w().faults({ callbacks: { mode: 'delay', delay_ms: 150 } });
    await w().send();
    await w().reached('delivered');
    expect(w().emulator.receiver.received.filter(isCallback)).toEqual([]);
    expect((await w().told(2)).toSorted()).toEqual(['delivered', 'sent']);
  });
});
