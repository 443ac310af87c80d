import { expect, it } from 'vitest';
import { ADMIN_TOKEN, withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { namesOf, spanOf, watching } from './seen.js';

const env = { WEBHOOK_REPLY_WAIT_MS: '0', RATE_LIMIT_PER_MINUTE: '3' };

withApp("a message's timeline", env, (app) => {
  const { timeline, writes, becomes, atTwilio } = watching(app);

  it('tells every step of an answer, and agrees with what Twilio has', async () => {
    const from = `whatsapp:${aPhone()}`;
    const sid = await writes(from, 'When do you open?', { profile_name: 'Ana' });
    await expect.poll(async () => (await timeline(sid)).parts[0]?.status).toBe('delivered');
    const told = await becomes(sid, 'answered');
    expect(told).toMatchObject({
      tone: 'good',
      message: { id: sid, direction: 'inbound', text: 'When do you open?', outcome: 'answered' },
      answer: { direction: 'outbound', text: 'When do you open?', id: told.turn_id },
      mode: 'llm',
      siblings: [],
      failure: null,
      error: null,
      work: { visits: 1, crashes: 0, failures: 0, interrupted: 0 },
    });
    expect(namesOf(told)).toEqual(expect.arrayContaining(['request', 'visit', 'model', 'attempt']));
    expect(told.spans.every(({ ended_at, began_at }) => ended_at && ended_at >= began_at)).toBe(
      true,
    );
    expect([told.pending, told.ended_at! >= told.settled_at!]).toEqual([false, true]);
    const { acknowledged_ms, request } = told.received!;
    expect(acknowledged_ms).toBeGreaterThan(0);
    expect(spanOf(told, 'request').duration_ms).toBe(acknowledged_ms);
    expect(told.request_id).toBe(request!.request_id);

    const [part] = told.parts;
    const [sent] = (await atTwilio(from)).filter(({ direction }) => direction === 'outbound');
    expect(part).toMatchObject({ number: 1, text: sent.body, sid: sent.sid, status: sent.status });
    const [attempt, ...others] = part.attempts;
    expect(others).toEqual([]);
    expect(attempt).toMatchObject({
      number: 1,
      cause: 'first',
      outcome: 'accepted',
      sid: sent.sid,
      http_status: 201,
      error_code: null,
      error: null,
      next_at: null,
      crashes: 0,
    });
    // By whichever is stored first: Twilio's answer, or the callback that it sends at the same moment.
    expect(['answer', 'callback']).toContain(attempt.known_by);
    const created = Date.parse(sent.created_at);
    expect(created).toBeGreaterThanOrEqual(Date.parse(attempt.began_at) - 5);
    expect(created).toBeLessThanOrEqual(Date.parse(attempt.ended_at!) + 5);
    expect(part.callbacks.map(({ status, by }) => [status, by])).toEqual(
      expect.arrayContaining([
        ['sent', 'callback'],
        ['delivered', 'callback'],
      ]),
    );
  });

  it('is found by each name of the message and of its answer, and by no other', async () => {
    const sid = await writes(`whatsapp:${aPhone()}`, 'By which name?');
    const told = await becomes(sid, 'answered');
    const names = [told.parts[0].sid!, told.turn_id!, told.turn_id!.toUpperCase()];
    for (const name of names) {
      const same = await timeline(name);
      expect([same.message, same.turn_id]).toEqual([told.message, told.turn_id]);
    }
    const get = (name: string, token?: null) =>
      app().admin('get', `/api/v1/messages/${name}/timeline`, undefined, token);
    await get(`SM${'0'.repeat(32)}`).expect(404);
    await get('a%20b').expect(400);
    await get(sid, null).expect(401);
    await app().admin('get', `/api/v1/messages/${sid}/timeline?reveal=maybe`).expect(400);
  });

  it('shows the request as it came: without secrets, and people masked until asked for', async () => {
    const from = `whatsapp:${aPhone()}`;
    const sid = await writes(from, 'Who am I?', { profile_name: 'Ana Ruiz' });
    const told = await becomes(sid, 'answered');
    const { request, via } = told.received!;
    expect([via, request]).toMatchObject([
      'webhook',
      {
        method: 'POST',
        path: '/api/v1/whatsapp/webhook',
        signed_by: 'the auth token',
        form: { Body: 'Who am I?', MessageSid: sid, From: `whatsapp:…${from.slice(-2)}` },
        headers: { 'x-twilio-signature': '••••••' },
        cut: false,
      },
    ]);
    const masked = JSON.stringify(told);
    const { authToken, accountSid } = app().emulator.options;
    for (const secret of [
      from.slice('whatsapp:+'.length),
      'Ana Ruiz',
      authToken,
      accountSid,
      ADMIN_TOKEN,
    ])
      expect(masked).not.toContain(secret);
    const { received } = await timeline(sid, '?reveal=true');
    expect(received!.request!.form).toMatchObject({ From: from, ProfileName: 'Ana Ruiz' });
  });

  it('names what the same turn answers, and counts the answers that were given up', async () => {
    const { model } = app();
    const from = `whatsapp:${aPhone()}`;
    const before = model.requests.length;
    model.mode = 'hang';
    const first = await writes(from, 'Do you have tea?');
    await model.heard(before + 1);
    const made = await timeline(first);
    expect(made).toMatchObject({ outcome: null, tone: 'calm', pending: true, turn_id: null });
    expect(spanOf(made, 'visit')).toMatchObject({ pending: true, waits_for: 'answer' });
    expect(made.received!.acknowledged_ms).toBeGreaterThan(0);
    const second = await writes(from, 'The green one?');
    await model.heard(before + 2);
    model.mode = 'echo';
    model.release();
    const told = await becomes(first, 'answered');
    expect(told.siblings).toMatchObject([{ id: second, text: 'The green one?' }]);
    expect(told.work).toMatchObject({ visits: 1, interrupted: 1 });
    expect(spanOf(told, 'interrupted')).toMatchObject({ group: 'worked', tone: 'warn' });
    const other = await timeline(second);
    expect(other).toMatchObject({ turn_id: told.turn_id, siblings: [{ id: first }] });
    expect(other.received!.acknowledged_ms).toBeGreaterThan(0);
    expect((await timeline(told.parts[0].sid!)).message.id).toBe(first);
  });

  it('tells of what is over the limit', async () => {
    const from = `whatsapp:${aPhone()}`;
    for (const text of ['One?', 'Two?', 'Three?'])
      await becomes(await writes(from, text), 'answered');
    const fourth = await becomes(await writes(from, 'Four?'), 'limited');
    expect(fourth).toMatchObject({ tone: 'calm', parts: [{ state: 'accepted' }] });
    const fifth = await becomes(await writes(from, 'Five?'), 'limited');
    expect(fifth).toMatchObject({ parts: [], answer: null, pending: false });
    expect(namesOf(fifth)).toEqual(expect.arrayContaining(['request', 'visit', 'store']));
  });

  it('tells of a person who takes over, and of what a person wrote', async () => {
    const { model } = app();
    const from = `whatsapp:${aPhone()}`;
    const id = (await becomes(await writes(from, 'Hello?'), 'answered')).conversation_id;
    await app().admin('post', `/api/v1/conversations/${id}/takeover`).expect(200);
    const left = await becomes(await writes(from, 'Is a person there?'), 'human');
    expect(left).toMatchObject({ tone: 'calm', parts: [], answer: null });
    const text = 'Yes, here I am.';
    const reply = await app().admin('post', `/api/v1/conversations/${id}/reply`, { text });
    const told = await becomes(reply.body.id, 'answered');
    expect(told).toMatchObject({
      mode: 'person',
      received: null,
      answer: null,
      message: { direction: 'outbound', text },
      parts: [{ state: 'accepted', attempts: [{ cause: 'first' }] }],
    });
    expect(namesOf(told)).not.toContain('request');
    expect(model.requests.at(-1)!.body.messages.at(-1)!.content).not.toBe('Is a person there?');
  });

  it('tells of what the chat API was asked', async () => {
    const { body } = await app().admin('post', '/api/v1/chat', { text: 'Any tea?' }).expect(200);
    const [asked, said] = await app().messages(body.conversation_id);
    for (const { id } of [asked, said])
      expect(await timeline(id)).toMatchObject({
        message: { id: asked.id, source: 'api' },
        answer: { id: said.id, text: 'Any tea?' },
        mode: 'llm',
        turn_id: null,
        received: null,
        tone: 'good',
        parts: [],
        pending: false,
        spans: [{ group: 'received' }, { group: 'generated', name: 'answer' }],
      });
  });
});
