import { expect, it } from 'vitest';
import type { ReplayView } from '../../src/timeline/replay/replay.dto.js';
import { withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { watching } from './seen.js';

const env = { WEBHOOK_REPLY_WAIT_MS: '0' };
const TEA = { title: 'Tea', text: 'Our jasmine tea costs 7 euros a tin.' };

withApp('a replay', env, (app) => {
  const { writes, becomes } = watching(app);
  const path = (sid: string) => `/api/v1/messages/${sid}/replay`;
  const replay = async (sid: string): Promise<ReplayView> =>
    (await app().admin('post', path(sid)).expect(200)).body as ReplayView;
  const stored = async (id: string) =>
    (await app().messages(id)).map(({ direction, text, created_at }) => [
      direction,
      text,
      created_at,
    ]);

  it('gives the answer of now beside the former one, and neither stores nor sends', async () => {
    await app().admin('post', '/api/v1/knowledge/documents', TEA).expect(201);
    const from = `whatsapp:${aPhone()}`;
    const { model } = app();
    model.mode = 'echo';
    const sid = await writes(from, 'My name is Ada.');
    const { conversation_id: id } = await becomes(sid, 'answered');
    await becomes(await writes(from, 'And I like tea.'), 'answered');
    const before = { said: await stored(id), sent: await app().sent(from) };
    Object.assign(model, { mode: 'fixed', text: 'Hello, Ada!' });
    const asked = model.requests.length;
    const again = await replay(sid);
    expect(again).toMatchObject({
      asked: ['My name is Ada.'],
      former: { text: 'My name is Ada.', mode: 'llm', sources: [] },
      answer: { mode: 'llm', parts: [expect.any(String)], error: null, handover: false },
      same: false,
    });
    expect(again.answer.usage).toMatchObject({ model: 'obedient' });
    expect(again.answer.timings.total_ms).toBeGreaterThanOrEqual(0);
    expect(model.requests.length).toBe(asked + 1);
    expect({ said: await stored(id), sent: await app().sent(from) }).toEqual(before);
    const { body } = await app().admin('get', `/api/v1/conversations/${id}`).expect(200);
    expect(body.waiting_since).toBeNull();
  });

  it('has the history as it was: what came later was not said', async () => {
    const from = `whatsapp:${aPhone()}`;
    const { model } = app();
    const texts = ['My name is Ada.', 'I live in Lima.', 'My cat is Tom.'];
    const sids = [];
    for (const text of texts) {
      sids.push(await writes(from, text));
      await becomes(sids.at(-1)!, 'answered');
    }
    const seen = (at: number) => model.requests.at(at)!.body.messages.slice(1);
    const then = seen(-2);
    expect(await replay(sids[1])).toMatchObject({ same: true });
    expect(seen(-1)).toEqual(then);
    expect(then.map(({ content }) => content)).toEqual([texts[0], texts[0], texts[1]]);
  });

  it('shows what a new document changes', async () => {
    const sid = await writes(`whatsapp:${aPhone()}`, 'How much is the green tea?');
    app().model.mode = 'empty';
    await becomes(sid, 'answered');
    const document = { title: 'Green tea', text: 'The green tea costs 5 euros a tin.' };
    await app().admin('post', '/api/v1/knowledge/documents', document).expect(201);
    Object.assign(app().model, { mode: 'fixed', text: 'The green tea costs 5 euros a tin.' });
    const { answer, same } = await replay(sid);
    expect([same, answer.text]).toEqual([false, 'The green tea costs 5 euros a tin.']);
    expect(answer.sources).toMatchObject([{ title: 'Green tea' }]);
  });

  it('asks for no person, though the sender did', async () => {
    const from = `whatsapp:${aPhone()}`;
    const sid = await writes(from, 'I want to talk to a person');
    const { conversation_id: id } = await becomes(sid, 'answered');
    await app().admin('post', `/api/v1/conversations/${id}/release`).expect(200);
    expect(await replay(sid)).toMatchObject({ same: true, answer: { handover: true } });
    const { body } = await app().admin('get', `/api/v1/conversations/${id}`).expect(200);
    expect(body.waiting_since).toBeNull();
  });

  it('takes the messages of a turn together, and what no one was told', async () => {
    const from = `whatsapp:${aPhone()}`;
    const id = (await becomes(await writes(from, 'Hello?'), 'answered')).conversation_id;
    await app().admin('post', `/api/v1/conversations/${id}/takeover`).expect(200);
    const left = await writes(from, 'My name is Eve.');
    await becomes(left, 'human');
    app().model.mode = 'echo';
    expect(await replay(left)).toMatchObject({ former: null, answer: { text: 'My name is Eve.' } });
    const reply = await app().admin('post', `/api/v1/conversations/${id}/reply`, { text: 'Hi!' });
    await app().admin('post', path(reply.body.id)).expect(409);
    await app()
      .admin('post', path(`SM${'0'.repeat(32)}`))
      .expect(404);
  });
});
