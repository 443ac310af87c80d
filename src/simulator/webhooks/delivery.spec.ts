import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Emulator, twilioAt } from '../../../test/support/emulator.js';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import type { Received } from '../../../test/support/webhook-receiver.js';

const PERSON = 'whatsapp:+12025550123';
const HOUR = 3_600_000;

let clock: SetClock;
let emulator: Emulator;

beforeEach(async () => {
  clock = new SetClock();
  emulator = await Emulator.start({ clock });
  await emulator.control('POST', '/messages', { from: PERSON, body: 'Hello' });
});
afterEach(() => emulator.close());

const send = (more = {}) =>
  emulator.client.messages.create({
    to: PERSON,
    from: emulator.options.from,
    body: 'Hi',
    statusCallback: `${emulator.receiver.address}/status?part=1&attempt=a'b#rc=3`,
    ...more,
  });
const faults = (settings: object) => emulator.control('PUT', '/faults', settings);
const isCallback = ({ path }: Received) => path.startsWith('/status');
const told = async (count: number) => {
  const found = await emulator.receiver.until(count, isCallback);
  return found.map(({ form }) => form.MessageStatus);
};
const outbound = async () => {
  const { body } = await emulator.control<any>('GET', '/messages');
  return body.items.filter((item: any) => item.direction === 'outbound');
};
const reached = (status: string) =>
  vi.waitFor(async () => expect((await outbound()).at(-1)?.status).toBe(status), { interval: 5 });

describe('a message', () => {
  it('is sent and delivered, with a signed callback for each', async () => {
    const { sid } = await send();
    expect(await told(2)).toEqual(['sent', 'delivered']);
    const { headers, form, path } = emulator.receiver.received.at(-1)!;
    expect(form).toMatchObject({
      MessageSid: sid,
      SmsSid: sid,
      SmsStatus: 'delivered',
      AccountSid: emulator.options.accountSid,
      To: PERSON,
      From: emulator.options.from,
      ApiVersion: '2010-04-01',
      ChannelPrefix: 'whatsapp',
      ChannelToAddress: '+1202555XXXX',
      EventType: 'DELIVERED',
    });
    expect(form).not.toHaveProperty('ErrorCode');
    expect(path).toBe("/status?part=1&attempt=a'b");
    const token = emulator.options.authToken;
    const given = headers['x-twilio-signature'] as string;
    expect(twilio.validateRequest(token, given, emulator.receiver.address + path, form)).toBe(true);
    expect(headers['user-agent']).toBe('TwilioProxy/1.1');
  });

  it('fails outside the 24-hour window, unless it is a template', async () => {
    clock.time += 24 * HOUR - 1;
    await send();
    expect(await told(2)).toEqual(['sent', 'delivered']);
    clock.time += 1;
    const { status } = await send();
    expect(status).toBe('queued');
    expect((await told(3)).at(-1)).toBe('undelivered');
    const { form } = emulator.receiver.received.at(-1)!;
    expect(form).toMatchObject({ ErrorCode: '63016', EventType: 'UNDELIVERED' });
    await send({ body: undefined, contentSid: `HX${'0'.repeat(32)}` });
    expect((await told(5)).at(-1)).toBe('delivered');
  });

  it('reaches a user id whose phone wrote', async () => {
    const userId = 'US.13491208655302';
    const from = PERSON;
    await emulator.control('POST', '/messages', { from, body: 'Hi', external_user_id: userId });
    await send({ to: `whatsapp:${userId}` });
    expect(await told(2)).toEqual(['sent', 'delivered']);
  });
});

describe('delivery faults', () => {
  it.each([
    [63024, ['sent', 'undelivered']],
    [30001, ['failed']],
  ])('%i ends as %j', async (error_code, statuses) => {
    await faults({ delivery: { error_code, rate: 1 } });
    const { sid } = await send();
    expect(await told(statuses.length)).toEqual(statuses);
    expect(emulator.receiver.received.at(-1)!.form.ErrorCode).toBe(String(error_code));
    await reached(statuses.at(-1)!);
    expect((await emulator.client.messages(sid).fetch()).errorCode).toBe(error_code);
  });
});

describe('callback faults', () => {
  it('drop them', async () => {
    await faults({ callbacks: { mode: 'drop' } });
    const lost = await send();
    await reached('delivered');
    await faults({});
    const { sid } = await send();
    await told(2);
    const sids = emulator.receiver.received.filter(isCallback).map(({ form }) => form.MessageSid);
    expect(sids).toEqual([sid, sid]);
    expect(lost.sid).not.toBe(sid);
  });

  it('repeat them, with the same token', async () => {
    await faults({ callbacks: { mode: 'repeat' } });
    await send();
    expect(await told(4)).toEqual(['sent', 'sent', 'delivered', 'delivered']);
    const tokens = emulator.receiver.received
      .filter(isCallback)
      .map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect(tokens[0]).toBe(tokens[1]);
    expect(tokens[1]).not.toBe(tokens[2]);
  });

  it('shuffle them', async () => {
    await faults({ callbacks: { mode: 'shuffle' } });
    await send();
    expect(await told(2)).toEqual(['delivered', 'sent']);
  });

  it('delay them, while the message goes on', async () => {
    await faults({ callbacks: { mode: 'delay', delay_ms: 150 } });
    await send();
    await reached('delivered');
    expect(emulator.receiver.received.filter(isCallback)).toEqual([]);
    expect((await told(2)).toSorted()).toEqual(['delivered', 'sent']);
  });
});

describe('create faults', () => {
  const failure = (sent: Promise<unknown>) =>
    sent.then(
      () => 'none',
      ({ status, code }) => [status, code],
    );

  it.each([
    [{ mode: '429' }, [429, 20429]],
    [{ mode: '500' }, [500, 20500]],
    [{ mode: 'refuse' }, [400, 21211]],
    [{ mode: 'refuse', error_code: 63038 }, [400, 63038]],
    [{ mode: 'refuse', error_code: 20003 }, [401, 20003]],
  ])('%j answers %j and creates nothing', async (create, expected) => {
    await faults({ create });
    expect(await failure(send())).toEqual(expected);
    expect(await outbound()).toEqual([]);
    await faults({ create: { mode: 'none' } });
    expect(await failure(send())).toBe('none');
  });

  it('hang: never answers, and nothing exists', async () => {
    await faults({ create: { mode: 'hang' } });
    const { accountSid, authToken, from } = emulator.options;
    const hurried = twilioAt(emulator.address, accountSid, authToken, 300);
    const sent = hurried.messages.create({ to: PERSON, from, body: 'Hi' });
    expect(await failure(sent)).toEqual([undefined, 'ECONNABORTED']);
    expect(await outbound()).toEqual([]);
  });

  it('accept_hang: never answers, but the message is on its way', async () => {
    await faults({ create: { mode: 'accept_hang' } });
    const sent = failure(send());
    expect(await told(2)).toEqual(['sent', 'delivered']);
    expect(await Promise.race([sent, 'waiting'])).toBe('waiting');
    expect(await outbound()).toMatchObject([{ body: 'Hi', status: 'delivered' }]);
    await emulator.control('DELETE', '');
    expect(await sent).toEqual([undefined, 'ECONNRESET']);
  });

  it('accept_cut: cuts the line, but the message is on its way', async () => {
    await faults({ create: { mode: 'accept_cut' } });
    expect(await failure(send())).toEqual([undefined, 'ECONNRESET']);
    expect(await told(2)).toEqual(['sent', 'delivered']);
    expect(await outbound()).toHaveLength(1);
  });

  it('slow: answers later', async () => {
    await faults({ create: { mode: 'slow', delay_ms: 120 } });
    const start = performance.now();
    expect((await send()).status).toBe('queued');
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  it('hit as many as asked, the same ones for the same seed', async () => {
    const pattern = async () => {
      await faults({ create: { mode: 'refuse', rate: 0.5 }, seed: 7 });
      const results: string[] = [];
      for (let i = 0; i < 20; i++) results.push(String(await failure(send())));
      return results;
    };
    const first = await pattern();
    expect(new Set(first).size).toBe(2);
    expect(await pattern()).toEqual(first);
  });

  it('are refused when they make no sense, and can be read', async () => {
    for (const part of ['create', 'callbacks', 'delivery', 'seed'])
      expect([part, (await faults({ [part]: null })).status]).toEqual([part, 400]);
    expect((await faults({ seed: 2 ** 32 })).status).toBe(400);
    const wrong = await faults({ create: { mode: 'explode', rate: 2 } });
    expect(wrong.status).toBe(400);
    const settings = { callbacks: { mode: 'drop', rate: 0.2, delay_ms: 1000 } };
    await faults({ callbacks: { mode: 'drop', rate: 0.2 } });
    expect((await emulator.control('GET', '/faults')).body).toEqual(settings);
    await emulator.control('DELETE', '');
    expect((await emulator.control('GET', '/faults')).body).toEqual({});
  });
});
