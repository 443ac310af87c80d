import { expect, it, vi } from 'vitest';
import { VisitService } from '../../src/mailbox/worker/visit/visit.service.js';
import { withApp } from '../support/app.js';

/** Nobody waits for the preview here. */
const env = { WEBHOOK_REPLY_WAIT_MS: '0' };

withApp('sending', env, (app) => {
  const becomes = async (id: string, ...outcomes: [string, string | null][]) => {
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
  };
  /** The states of all that was sent in a conversation. */
  const states = async (id: string) =>
    (await app().messages(id)).flatMap(({ parts }) => parts.map(({ state }) => state));

  it('sends again what Twilio was too busy for, and answers once', async () => {
    await app().faults({ create: { mode: '429' } });
    const from = await app().writer();
    const id = await app().write(from, 'busy');
    await expect
      .poll(async () => (await app().messages(id)).at(-1)?.parts)
      .toMatchObject([{ state: 'pending', error_code: 20429 }]);
    expect(await app().outcomes(id)).toEqual([['busy', null]]);
    await app().faults({});
    await becomes(id, ['busy', 'answered']);
    expect(await app().sent(from)).toEqual(['busy']);
    expect(await app().failures(id)).toEqual([]);
  });

  it('works on a message once, whatever Twilio then tells of it', async () => {
    const visits = vi.spyOn(VisitService.prototype, 'visit');
    const id = await app().write(await app().writer(), 'once');
    const status = async () => (await app().messages(id)).at(-1)?.parts[0]?.status;
    await expect.poll(status).toBe('delivered');
    const all = visits.mock.calls.filter(([{ conversationId }]) => conversationId === id);
    expect(all).toHaveLength(1);
  });

  it('gives up what Twilio refuses for good, and goes on with the next turn', async () => {
    await app().faults({ create: { mode: 'refuse', error_code: 21211 } });
    const from = await app().writer();
    const id = await app().write(from, 'refused');
    await becomes(id, ['refused', 'dead']);
    expect(await app().failures(id)).toMatchObject([
      { kind: 'dead', code: 21211, action: expect.stringMatching(/\w/) },
    ]);
    await app().faults({});
    await app().write(from, 'taken');
    await becomes(id, ['refused', 'dead'], ['taken', 'answered']);
    expect(await app().sent(from)).toEqual(['taken']);
  });

  it.each(['accept_cut', 'accept_hang'])(
    'leaves a send that ends with %s open, until its callback settles it',
    async (mode) => {
      await app().faults({
        create: { mode },
        callbacks: { mode: 'delay', delay_ms: 1000 },
      });
      const from = await app().writer();
      const id = await app().write(from, 'who knows');
      await expect.poll(() => app().sent(from)).toEqual(['who knows']);
      expect([await states(id), await app().outcomes(id)]).toEqual([
        ['sending'],
        [['who knows', null]],
      ]);
      await becomes(id, ['who knows', 'answered']);
      expect(await app().sent(from)).toEqual(['who knows']);
      expect(await app().failures(id)).toEqual([]);
    },
  );

  it('never sends again by itself what may have been sent', async () => {
    await app().faults({ create: { mode: 'accept_cut' }, callbacks: { mode: 'drop' } });
    const from = await app().writer();
    const id = await app().write(from, 'sent or not');
    await expect.poll(() => app().sent(from)).toEqual(['sent or not']);
    await app().faults({ callbacks: { mode: 'drop' } });
    // Whatever wakes the worker: a message of the same sender, a change of the configuration.
    await app().write(from, 'and this?');
    await app().configure({ bot_name: 'Someone' });
    const other = await app().writer();
    await becomes(await app().write(other, 'later'), ['later', 'answered']);
    // Twilio's list shows it, so that it needs no callback and no second send.
    await becomes(id, ['sent or not', 'answered'], ['and this?', 'answered']);
    expect(await app().sent(from)).toEqual(['sent or not', 'and this?']);
    expect(await app().failures(id)).toEqual([]);
  });

  it('corrects the outcome when a message that Twilio took cannot be delivered', async () => {
    await app().faults({
      delivery: { error_code: 63016 },
      callbacks: { mode: 'delay', delay_ms: 1000 },
    });
    const from = await app().writer();
    const id = await app().write(from, 'too late');
    await becomes(id, ['too late', 'answered']);
    await becomes(id, ['too late', 'dead']);
    expect(await app().failures(id)).toMatchObject([{ kind: 'dead', code: 63016 }]);
    expect(await app().sent(from)).toEqual(['too late']);
  });

  it('sends a long answer in several parts, in their order', async () => {
    app().model.mode = 'fixed';
    const letters = [...'abcdefghijklmnopqrst'];
    const paragraphs = letters.map((letter) => `${letter}: ${'word '.repeat(30).trim()}.`);
    app().model.text = paragraphs.join('\n\n');
    const from = await app().writer();
    const id = await app().write(from, 'Tell me every word');
    await becomes(id, ['Tell me every word', 'answered']);
    app().model.mode = 'echo';
    const sent = await app().sent(from);
    expect(sent.length).toBeGreaterThan(2);
    for (const part of sent) expect(part.length).toBeLessThanOrEqual(1500);
    expect(sent.join('\n\n')).toBe(paragraphs.join('\n\n'));
    expect(await states(id)).toEqual(sent.map(() => 'accepted'));
  });

  it('stops a long answer at a part that is refused', async () => {
    app().model.mode = 'fixed';
    app().model.text = Array(4).fill('word '.repeat(190).trim()).join('\n\n');
    await app().faults({ create: { mode: 'refuse', error_code: 21211 } });
    const id = await app().write(await app().writer(), 'Tell me every word');
    await becomes(id, ['Tell me every word', 'dead']);
    app().model.mode = 'echo';
    expect(await states(id)).toEqual(['dead', 'stopped', 'stopped', 'stopped']);
  });

  it('holds back while the account is refused, and sends when the token is right again', async () => {
    const { authToken } = app().emulator.options;
    await app().configure({ twilio_auth_token: 'f'.repeat(32) });
    const writers = [await app().writer(), await app().writer()];
    const ids = await Promise.all(writers.map((from) => app().write(from, 'held back')));
    const [first] = ids;
    await expect
      .poll(async () => (await app().messages(first)).at(-1)?.parts)
      .toMatchObject([{ state: 'pending', error_code: 20003 }]);
    expect((await app().admin('get', '/api/v1/whatsapp/test')).body.message).toBe('HTTP 401');
    for (const id of ids) expect(await app().outcomes(id)).toEqual([['held back', null]]);
    await app().configure({ twilio_auth_token: authToken });
    for (const id of ids) await becomes(id, ['held back', 'answered']);
    for (const from of writers) expect(await app().sent(from)).toEqual(['held back']);
    expect(await app().failures(first)).toEqual([]);
  });

  /** What the failures say of the account. */
  const hold = async () => (await app().admin('get', '/api/v1/failures').expect(200)).body.account;

  it('holds the account that a code nobody knows refuses, and says so wherever one looks', async () => {
    await app().faults({ create: { mode: 'refuse', error_code: 99999 } });
    const writers = [await app().writer(), await app().writer(), await app().writer()];
    const ids = await Promise.all(writers.map((from) => app().write(from, 'not lost')));
    await expect.poll(hold).toMatchObject({ code: 99999, action: expect.stringMatching(/99999/) });
    const ready = await app().admin('get', '/health/ready', undefined, null).expect(200);
    expect(ready.body.details.twilio).toMatchObject({ status: 'up' });
    const { text } = await app().admin('get', '/metrics').expect(200);
    expect(text).toContain('recado_account_held 1\n');
    // Somebody who writes now is answered later, too.
    const later = await app().writer();
    ids.push(await app().write(later, 'not lost'));
    await expect.poll(async () => (await hold())?.waiting).toBeGreaterThan(1);
    await app().faults({});
    await app().configure({ bot_name: 'Mended' });
    for (const id of ids) await becomes(id, ['not lost', 'answered']);
    expect(await hold()).toBeNull();
    for (const from of [...writers, later]) expect(await app().sent(from)).toEqual(['not lost']);
  });

  it('holds it also when only the callbacks say so, until one says that a message went', async () => {
    await app().faults({ delivery: { error_code: 63001 } });
    const from = await app().writer();
    const id = await app().write(from, 'again');
    await expect.poll(hold).toMatchObject({ code: 63001, waiting: 1 });
    expect(await app().failures(id)).toEqual([]);
    await app().faults({});
    await app().configure({ bot_name: 'Connected anew' });
    await becomes(id, ['again', 'answered']);
    await expect.poll(hold).toBeNull();
    expect(await app().sent(from)).toEqual(['again', 'again']);
  });
});
