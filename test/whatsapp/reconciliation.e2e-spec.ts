import { afterEach, expect, it, vi } from 'vitest';
import { aPhone } from '../support/stores/mailboxes.js';
import { AS_TWILIO, withApp } from '../support/app.js';
import { atMinutes } from '../support/time/at-minutes.js';

const env = { WEBHOOK_REPLY_WAIT_MS: '0', RATE_LIMIT_PER_MINUTE: '1000' };

withApp('reconciliation', env, (app) => {
  afterEach(() => void vi.restoreAllMocks());

  /** Whether it came or not, Twilio has it. */
  const receives = async (from: string, body: string, webhook: boolean, more = {}) => {
    const message = { from, body, webhook, ...more };
    const { status } = await app().emulator.control('POST', '/messages', message);
    expect(status).toBe(200);
  };
  const conversationOf = async (from: string) => {
    const path = `/api/v1/conversations?wa_id=${encodeURIComponent(from.slice('whatsapp:'.length))}`;
    return (await app().admin('get', path).expect(200)).body.items as { id: string }[];
  };

  it.each(['accept_cut', 'accept_hang'])(
    'settles a send that ends with %s by the list, without its callback and a second send',
    async (mode) => {
      await app().faults({ create: { mode }, callbacks: { mode: 'drop' } });
      const from = await app().writer();
      const id = await app().write(from, 'is it there?');
      await expect.poll(() => app().outcomes(id)).toEqual([['is it there?', 'answered']]);
      expect(await app().sent(from)).toEqual(['is it there?']);
      expect(await app().failures(id)).toEqual([]);
      const { body: diag } = await app().admin('get', '/api/v1/whatsapp/diag').expect(200);
      expect(diag.message_log).toMatchObject({ problem: null });
    },
  );

  it('takes in what came to Twilio only, each message once', async () => {
    const { from: number } = app().emulator.options;
    atMinutes(-3);
    const people = Array.from({ length: 50 }, () => `whatsapp:${aPhone()}`);
    for (const [n, from] of people.entries()) await receives(from, `missed ${n}`, false);
    await receives(people[0], 'and more', false);
    const answered = `whatsapp:${aPhone()}`;
    await receives(answered, 'answered by another', false);
    const { accountSid, authToken } = app().emulator.options;
    const elsewhere = await fetch(
      `${app().emulator.address}/2010-04-01/Accounts/${accountSid}/Messages.json`,
      {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
        body: new URLSearchParams({ From: number, To: answered, Body: 'by another' }),
      },
    );
    expect(elsewhere.status).toBe(201);
    // Nobody looks before it: so all of this is there at the first look.
    atMinutes(-10);
    await app().post(
      { From: `whatsapp:${aPhone()}`, To: number, Body: 'first' },
      { headers: AS_TWILIO },
    );
    atMinutes(-3);
    const known = `whatsapp:${aPhone()}`;
    await receives(known, 'it came', true);
    atMinutes(2);
    for (const [n, from] of people.entries())
      await expect.poll(() => app().sent(from)).toContain(n ? `missed ${n}` : 'and more');
    vi.restoreAllMocks();
    for (const from of people) {
      const [{ id }, ...others] = await conversationOf(from);
      expect(others).toEqual([]);
      const unsettled = async () =>
        (await app().outcomes(id)).filter(([, end]) => end !== 'answered');
      await expect.poll(unsettled).toEqual([]);
      if (from !== people[0]) expect(await app().sent(from)).toHaveLength(1);
    }
    const [{ id }] = await conversationOf(people[0]);
    expect((await app().outcomes(id)).map(([text]) => text)).toEqual(['missed 0', 'and more']);
    expect(await app().sent(known)).toEqual(['it came']);
    expect(await conversationOf(answered)).toEqual([]);
  });
});
