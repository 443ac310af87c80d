import { describe, expect, it } from 'vitest';
import {
  FORM,
  type Sent,
  SID,
  twilioSides,
  WEBHOOK,
} from '../../../test/support/twilio/twilio-side.js';
import { RefusedSignatures } from './refused-signatures.js';

const side = twilioSides();
const post = (sent?: Sent) => side().post(sent);
const list = () => side().app.get(RefusedSignatures).list();
const hints = () => list().flatMap(({ hint }) => hint ?? []);
const times = async (count: number, sent: Sent) => {
  for (let n = 0; n < count; n++) await post(sent).expect(403);
};

/** Signed as Twilio signs it, for an address that isn't quite ours. */
const PLAIN = { url: `http://bot.example.com${WEBHOOK}` };

it('explains what Twilio signed for another address, after thirty that nobody signed', async () => {
  await times(30, { token: 'no' });
  await post(PLAIN).expect(403);
  expect(hints()).toEqual([expect.stringContaining('scheme http')]);
  expect(side().logged.at(-1)).toContain('scheme http');
});

it('keeps it through the flood that follows', async () => {
  await times(30, { token: 'no' });
  await post(PLAIN).expect(403);
  await times(30, { token: 'no' });
  await times(30, { token: 'no', form: { ...FORM, AccountSid: `AC${'8'.repeat(32)}` } });
  await times(30, { signature: null });
  expect(list().at(-1)!.hint).toContain('scheme http');
});

it('keeps one of each, however often it is sent again', async () => {
  await post({ url: `https://bot.example.com:8443${WEBHOOK}`, headers: HOST }).expect(403);
  await times(30, PLAIN);
  expect(hints()).toEqual([
    expect.stringContaining('scheme http'),
    expect.stringContaining('host bot.example.com:8443 (Host)'),
  ]);
});

const HOST = { Host: 'bot.example.com:8443' };

it('explains at once what it explained before, however unlikely it was', async () => {
  const forwarded = {
    'X-Forwarded-Host': 'b.example.com:82',
    'X-Forwarded-Prefix': '/p/q',
    Host: 'a.example.com:81',
  };
  const unlikely = { url: `http://b.example.com:82/p/q${WEBHOOK}`, headers: forwarded };
  await times(30, { token: 'no' });
  await post(unlikely).expect(403);
  expect(hints()).toEqual([]);
  side().now += 60_000;
  await post(unlikely).expect(403);
  expect(hints()).toHaveLength(1);
  await times(30, { token: 'no', form: { ...FORM, AccountSid: SID } });
  const again = { ...FORM, Body: 'again' };
  const at = ++side().now;
  await post({ ...unlikely, form: again }).expect(403);
  expect(list().find(({ hint }) => hint)).toMatchObject({ at });
});

describe('a flood without a signature', () => {
  const unsigned = () => post({ signature: null });
  const flooded = async () => {
    await times(120, { signature: null });
    const { headers, body } = await unsigned().expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(body).toMatchObject({ status: 429, detail: expect.stringContaining('signature') });
  };

  it('is told to slow down, and what Twilio signs from the same address never is', async () => {
    await flooded();
    for (let n = 0; n < 20; n++) await post().expect(200);
    // With a wrong token of ours, this is Twilio.
    for (let n = 0; n < 20; n++) await post({ token: 'old' }).expect(403);
    await post({ signature: 'nonsense' }).expect(429);
    expect(side().accepted).toHaveLength(20);
  });

  it('is refused as before a minute later', async () => {
    await flooded();
    side().now += 60_000;
    await unsigned().expect(403);
  });
});
