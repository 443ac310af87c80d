import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { namesOf, spanOf, watching } from './seen.js';

const env = { WEBHOOK_REPLY_WAIT_MS: '0' };

withApp('the sends in a timeline', env, (app) => {
  const { timeline, writes, becomes, atTwilio } = watching(app);
  const sender = () => `whatsapp:${aPhone()}`;

  it('tells of a 429, of the next attempt, and of that one', async () => {
    await app().faults({ create: { mode: '429' } });
    const from = sender();
    const sid = await writes(from, 'Are you busy?');
    await expect
      .poll(async () => (await timeline(sid)).parts[0]?.attempts[0]?.ended_at)
      .toBeTruthy();
    const waits = await timeline(sid);
    const [refused] = waits.parts[0].attempts;
    expect(refused).toMatchObject({
      outcome: 'retried',
      http_status: 429,
      error_code: 20429,
      sid: null,
      cause: 'first',
    });
    expect(waits).toMatchObject({ outcome: null, pending: true, ended_at: null });
    await app().faults({});
    const told = await becomes(sid, 'answered');
    const attempts = told.parts[0].attempts;
    expect(attempts.slice(0, -1).every(({ outcome }) => outcome === 'retried')).toBe(true);
    const last = attempts.at(-1)!;
    expect(last).toMatchObject({ outcome: 'accepted', cause: 'retry', http_status: 201 });
    expect(last.number).toBe(attempts.length);
    for (const [n, { next_at }] of attempts.slice(0, -1).entries())
      expect(attempts[n + 1].began_at >= next_at!).toBe(true);
    expect(spanOf(told, 'backoff')).toMatchObject({ part: 1, pending: false });
    const sent = (await atTwilio(from)).filter(({ direction }) => direction === 'outbound');
    expect(sent.map((one) => one.sid)).toEqual([told.parts[0].sid]);
  });

  it('names the next attempt while it is waited for', async () => {
    await app().faults({ create: { mode: '429' } });
    const sid = await writes(sender(), 'How long?');
    await expect.poll(async () => namesOf(await timeline(sid)).includes('backoff')).toBe(true);
    const { spans, parts } = await timeline(sid);
    const pending = spans.filter((span) => span.pending && span.name === 'backoff');
    for (const span of pending) {
      expect(span).toMatchObject({ waits_for: 'next_try', tone: 'warn', part: 1 });
      expect(span.next_at).toBe(parts[0].attempts.at(-1)!.next_at);
    }
    await app().faults({});
    await becomes(sid, 'answered');
  });

  it('tells of what Twilio took and could not deliver, and who may do what about it', async () => {
    await app().faults({ delivery: { error_code: 63013 } });
    const sid = await writes(sender(), 'Is it there?');
    const dead = await becomes(sid, 'dead');
    expect(dead).toMatchObject({
      tone: 'bad',
      failure: { id: dead.turn_id, can_retry: true, can_discard: true },
      parts: [{ state: 'dead', tone: 'bad', error_code: 63013, action: expect.any(String) }],
    });
    const [attempt] = dead.parts[0].attempts;
    expect(attempt).toMatchObject({ outcome: 'dead', http_status: 201, error_code: 63013 });
    expect(attempt.known_by).toBe('callback');
    const told = dead.parts[0].callbacks.at(-1)!;
    expect([told.error_code, told.sid]).toEqual([63013, attempt.sid]);
    await app().faults({});
    await app().admin('post', `/api/v1/failures/${dead.failure!.id}/retry`).expect(204);
    const again = await becomes(sid, 'answered');
    expect(again).toMatchObject({ tone: 'good', failure: null });
    expect(again.parts[0].attempts.map(({ cause, outcome }) => [cause, outcome])).toEqual([
      ['first', 'dead'],
      ['person', 'accepted'],
    ]);
    // By the message that failed, too.
    expect((await timeline(attempt.sid!)).message.id).toBe(sid);
  });

  it.each([
    ['its callback', { mode: 'delay', delay_ms: 1000 }, 'callback'],
    ["Twilio's list", { mode: 'drop' }, 'list'],
  ] as const)(
    'tells of a send that nobody answered, until %s settles it',
    async (_, callbacks, by) => {
      await app().faults({ create: { mode: 'accept_cut' }, callbacks });
      const from = sender();
      const sid = await writes(from, 'Is it there?');
      await expect.poll(() => app().sent(from)).toEqual(['Is it there?']);
      await expect.poll(async () => namesOf(await timeline(sid)).includes('no_word')).toBe(true);
      const doubt = await timeline(sid);
      if (!doubt.outcome) {
        expect(doubt.parts[0]).toMatchObject({
          state: 'sending',
          attempts: [{ outcome: 'unknown', http_status: null, error: expect.any(String) }],
          evidence: { sid: null, to: `whatsapp:…${from.slice(-2)}`, result: expect.any(String) },
        });
        expect(spanOf(doubt, 'no_word')).toMatchObject({ pending: true, waits_for: 'callback' });
      }
      const told = await becomes(sid, 'answered');
      const [attempt] = told.parts[0].attempts;
      const [sent] = (await atTwilio(from)).filter(({ direction }) => direction === 'outbound');
      expect(attempt).toMatchObject({ outcome: 'accepted', known_by: by, sid: sent.sid });
      expect(told.parts[0].callbacks[0]).toMatchObject({ by, sid: sent.sid });
      expect(spanOf(told, 'no_word')).toMatchObject({ pending: false, tone: 'warn' });
    },
  );

  it('tells of what waits for the account, until that works again', async () => {
    const { authToken } = app().emulator.options;
    await app().configure({ twilio_auth_token: 'f'.repeat(32) });
    const from = await app().writer();
    await app().write(from, 'held back', { MessageSid: 'SMheld' });
    await expect.poll(async () => namesOf(await timeline('SMheld')).includes('account')).toBe(true);
    const held = await timeline('SMheld');
    expect(spanOf(held, 'account')).toMatchObject({ pending: true, waits_for: 'account' });
    expect(held.parts[0].attempts).toMatchObject([{ outcome: 'held', http_status: 401 }]);
    await app().configure({ twilio_auth_token: authToken });
    const told = await becomes('SMheld', 'answered');
    expect(told.parts[0].attempts.at(-1)).toMatchObject({ cause: 'account', outcome: 'accepted' });
  });

  it('tells of what a person who takes over has stopped', async () => {
    await app().faults({ create: { mode: '429' } });
    const sid = await writes(sender(), 'Anybody?');
    await expect
      .poll(async () => (await timeline(sid)).parts[0]?.attempts[0]?.ended_at)
      .toBeTruthy();
    const { conversation_id: id } = await timeline(sid);
    await app().admin('post', `/api/v1/conversations/${id}/takeover`).expect(200);
    const told = await becomes(sid, 'human');
    expect(told).toMatchObject({ tone: 'calm', pending: false, failure: null });
    expect(told.parts).toMatchObject([{ state: 'stopped', attempts: [{ outcome: 'retried' }] }]);
  });

  it('tells what a message waits for while an earlier answer cannot be sent', async () => {
    await app().faults({ create: { mode: '429' } });
    const from = sender();
    const first = await writes(from, 'First?');
    await expect
      .poll(async () => (await timeline(first)).parts[0]?.attempts[0]?.ended_at)
      .toBeTruthy();
    const second = await writes(from, 'Second?');
    const waits = spanOf(await timeline(second), 'earlier_turn');
    expect(waits).toMatchObject({ pending: true, waits_for: 'earlier_turn', group: 'waited' });
    await app().faults({});
    const told = await becomes(second, 'answered');
    expect(spanOf(told, 'earlier_turn')).toMatchObject({ pending: false, tone: 'calm' });
    const { settled_at } = await timeline(first);
    expect(spanOf(told, 'earlier_turn').ended_at).toBe(settled_at);
  });
});
