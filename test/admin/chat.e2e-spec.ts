import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

withApp('the chat API', { MAX_INBOUND_CHARS: '20' }, (app) => {
  const chat = (body: object) => app().admin('post', '/api/v1/chat', body);
  const ask = async (body: object) => (await chat(body).expect(200)).body;

  it('answers, begins a conversation, and goes on with it', async () => {
    const first = await ask({ text: 'My name is Ada.' });
    expect(first).toEqual({
      conversation_id: expect.stringMatching(UUID),
      answer: 'My name is Ada.',
      sources: [],
      mode: 'llm',
      usage: { model: 'obedient', input_tokens: 1, output_tokens: 1 },
      timings: expect.objectContaining({ total_ms: expect.any(Number) }),
    });
    const { conversation_id } = first;
    const second = await ask({ text: 'And my age is 36?', conversation_id });
    expect(second.conversation_id).toBe(conversation_id);
    const heard = app()
      .model.requests.at(-1)!
      .body.messages.map(({ content }) => content);
    expect(heard.slice(1)).toEqual(['My name is Ada.', 'My name is Ada.', 'And my age is 36?']);
    expect(await app().messages(conversation_id)).toMatchObject([
      { direction: 'inbound', source: 'api', text: 'My name is Ada.', outcome: null, parts: [] },
      { direction: 'outbound', source: 'api', text: 'My name is Ada.' },
      { direction: 'inbound', text: 'And my age is 36?' },
      { direction: 'outbound', text: 'And my age is 36?' },
    ]);
  });

  it('says nothing in a conversation that a person has, which has nobody to reply to', async () => {
    const { conversation_id } = await ask({ text: 'Any bread?' });
    const conversation = `/api/v1/conversations/${conversation_id}`;
    await app().admin('post', `${conversation}/takeover`).expect(200);
    await chat({ text: 'And rolls?', conversation_id }).expect(409);
    const reply = await app().admin('post', `${conversation}/reply`, { text: 'Hi' }).expect(409);
    expect(reply.body.detail).toMatch(/nobody to send to/);
    await app().admin('post', `${conversation}/release`).expect(200);
    expect(await ask({ text: 'And rolls?', conversation_id })).toMatchObject({
      answer: 'And rolls?',
    });
  });

  it('shows what an answer was made from', async () => {
    const text = '# Parking\n\nParking is free for customers.';
    const title = 'Parking';
    const added = await app().admin('post', '/api/v1/knowledge/documents', { title, text });
    const { sources } = await ask({ text: 'Is parking free?' });
    expect(sources).toEqual([
      {
        document_id: added.body.id,
        title,
        quote: expect.stringContaining('Parking is free for customers.'),
        score: expect.any(Number),
      },
    ]);
  });

  it("says nothing in a sender's conversation, and what to do instead", async () => {
    const phone = await app().writer();
    const user = 'whatsapp:US.13491208655302740001';
    const merged = await app().write(user, 'one');
    const kept = await app().write(phone, 'two');
    await app().write(phone, 'three', { ExternalUserId: user });
    const before = await app().messages(kept);
    const asked = app().model.requests.length;
    for (const conversation_id of [kept, merged, kept.toUpperCase()]) {
      const { body } = await chat({ text: 'four', conversation_id }).expect(409);
      expect(body.detail).toMatch(/POST \/api\/v1\/conversations\/[0-9a-f-]{36}\/reply/);
      expect(body.detail).toContain('leave conversation_id out');
    }
    await app().admin('post', `/api/v1/conversations/${kept}/takeover`).expect(200);
    await chat({ text: 'five', conversation_id: kept }).expect(409);
    expect((await app().messages(kept)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(app().model.requests).toHaveLength(asked);
  });

  it('gives the fallback message when the model fails', async () => {
    app().model.mode = '500';
    const answer = await ask({ text: 'My name is Ada.' });
    expect(answer).toMatchObject({ mode: 'fallback', sources: [] });
    expect(answer.answer).toBeTruthy();
  });

  it('stops the model when the caller leaves, and keeps nothing', async () => {
    const { conversation_id } = await ask({ text: 'My name is Ada.' });
    app().model.mode = 'hang';
    const before = app().model.requests.length;
    const call = chat({ text: 'My name is Bob.', conversation_id });
    call.end(() => undefined);
    await app().model.heard(before + 1);
    call.abort();
    await app().model.requests.at(-1)!.abandoned;
    app().model.mode = 'echo';
    const texts = (await app().messages(conversation_id)).map(({ text }) => text);
    expect(texts).toEqual(['My name is Ada.', 'My name is Ada.']);
  });

  it('refuses what it cannot use', async () => {
    const wrong: [object, string][] = [
      [{}, 'text'],
      [{ text: '' }, 'text'],
      [{ text: ' \u0000\n' }, 'text'],
      [{ text: 7 }, 'text'],
      [{ text: 'x'.repeat(21) }, 'text'],
      [{ text: 'x', conversation_id: 'me' }, 'conversation_id'],
      [{ text: 'x', other: 1 }, 'other'],
    ];
    for (const [body, field] of wrong) {
      const refused = await chat(body);
      expect([body, refused.status]).toEqual([body, 400]);
      expect(refused.body.errors).toEqual([{ field, message: expect.any(String) }]);
    }
    await ask({ text: '🥐'.repeat(20) });
    const unknown = await chat({ text: 'x', conversation_id: NOBODY }).expect(404);
    expect(unknown.body.detail).toContain('leave conversation_id out');
    await app().admin('post', '/api/v1/chat', { text: 'x' }, null).expect(401);
  });
});
