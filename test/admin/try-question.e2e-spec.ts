import { expect, it } from 'vitest';
import type { TriedAnswer } from '../../src/questions/try.dto.js';
import { withApp } from '../support/app.js';

const KNOWLEDGE = '/api/v1/knowledge';
const WIFI = { title: 'Coworking', text: 'The password of the guest network is on the fridge.' };
const ASKED = 'Where is the password of the guest network?';

withApp('a question that is tried', {}, (app) => {
  const tried = async (question: string) => {
    const { body } = await app().admin('post', `${KNOWLEDGE}/try`, { question }).expect(200);
    return body as TriedAnswer;
  };
  const chat = async (text: string) =>
    (await app().admin('post', '/api/v1/chat', { text }).expect(200)).body;
  const listed = async (path: string) => (await app().admin('get', path).expect(200)).body.items;
  const kept = async () =>
    Promise.all([listed('/api/v1/conversations?limit=200'), listed(`${KNOWLEDGE}/questions`)]);

  it('is answered as in a chat, with what was found beside the threshold, and not kept', async () => {
    await app().admin('post', `${KNOWLEDGE}/documents`, WIFI).expect(201);
    const before = await kept();
    const question = ASKED;
    const answer = await tried(question);
    expect(await kept()).toEqual(before);
    const { answer: said, mode, sources } = await chat(question);
    expect(answer).toMatchObject({ answer: said, mode, sources, handover: false });
    expect(answer.parts.join('\n\n')).toContain('fridge');
    expect(answer.threshold).toBe(0.45);
    const [passage] = answer.passages;
    expect(passage).toMatchObject({ title: 'Coworking', position: 0, text: WIFI.text });
    expect(passage.relevance).toBeGreaterThan(answer.threshold);
    expect(answer.passages).toHaveLength(1);
    expect(answer.trace.steps.length).toBeGreaterThan(1);
  });

  it('is answered by the documents where the model fails, and by the fallback message', async () => {
    app().model.mode = '500';
    expect(await tried('When does the shop open on Sundays?')).toMatchObject({
      mode: 'extractive',
    });
    const none = await tried('My name is Ada.');
    expect(none).toMatchObject({ mode: 'fallback', sources: [] });
    expect(none.trace.outcome).toMatchObject({ branch: 'fallback', why: 'model_failed' });
  });

  it('shows a curated answer, which is not counted as given', async () => {
    const curated = { questions: ['Is there wifi?'], answer: 'Yes, and it is free.' };
    const { id } = (await app().admin('post', `${KNOWLEDGE}/answers`, curated).expect(201)).body;
    const answer = await tried('is there WIFI');
    const source = { document_id: id, title: curated.questions[0], curated: true };
    expect(answer).toMatchObject({ answer: curated.answer, sources: [source], passages: [] });
    const shown = await app().admin('get', `${KNOWLEDGE}/answers/${id}`).expect(200);
    expect(shown.body).toMatchObject({ served: 0, last_served_at: null });
  });

  it('may ask for a person, and nobody waits', async () => {
    const before = await listed('/api/v1/conversations?waiting=true');
    expect((await tried('I want to talk to a person')).handover).toBe(true);
    expect(await listed('/api/v1/conversations?waiting=true')).toEqual(before);
  });

  it('refuses what is no question, or too long, and callers without the token', async () => {
    for (const body of [{}, { question: ' ' }, { question: 1 }, { question: 'x'.repeat(4097) }])
      await app().admin('post', `${KNOWLEDGE}/try`, body).expect(400);
    await app().admin('post', `${KNOWLEDGE}/try`, { question: 'x' }, null).expect(401);
  });
});
