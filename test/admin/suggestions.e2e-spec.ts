import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const SUGGESTIONS = '/api/v1/knowledge/suggestions';
const NOBODY = '00000000-0000-4000-8000-000000000000';

withApp('suggested answers', {}, (app) => {
  const list = async () => (await app().admin('get', SUGGESTIONS).expect(200)).body.items;
  const chat = async (text: string) =>
    (await app().admin('post', '/api/v1/chat', { text }).expect(200)).body;
  const approve = (id: string, body: object = {}) =>
    app().admin('post', `${SUGGESTIONS}/${id}/approve`, body);

  /** Somebody asks while a person has the conversation, who replies. */
  async function replied(question: string, reply: string) {
    const from = await app().writer();
    const id = await app().write(from, 'hello');
    await app().admin('post', `/api/v1/conversations/${id}/takeover`).expect(200);
    await app().write(from, question);
    await expect.poll(async () => (await app().outcomes(id)).at(-1)?.[1]).toBe('human');
    const { body } = await app().admin('post', `/api/v1/conversations/${id}/reply`, {
      text: reply,
    });
    return { conversation: id, reply: body.id as string, from };
  }

  it('are grouped, unused until they are approved, and then a curated answer', async () => {
    const first = await replied('Do you repair bicycles?', 'Yes, on Mondays.');
    const second = await replied('do you repair a bicycle', 'Yes, every Monday.');
    await app().admin('post', `/api/v1/conversations/${first.conversation}/reply`, {
      text: 'Bye!',
    });
    const [group, ...others] = await list();
    expect(others).toEqual([]);
    expect(group).toMatchObject({ id: second.reply, times: 2, answer: 'Yes, every Monday.' });
    expect(group.questions).toEqual(['do you repair a bicycle', 'Do you repair bicycles?']);
    expect(group.replies[1]).toMatchObject({ reply_id: first.reply, answer: 'Yes, on Mondays.' });
    expect((await chat('Do you repair bicycles?')).sources).toEqual([]);
    const exported = await app().admin('get', `/api/v1/conversations/${first.conversation}/export`);
    expect(exported.body.suggestions).toEqual([group.replies[1]]);
    await approve(first.reply, { answer: '' }).expect(400);
    await approve(first.reply, { questions: null }).expect(400);
    const { body } = await approve(first.reply, { answer: 'Yes, **on Mondays**.' }).expect(201);
    expect(body).toMatchObject({ questions: group.questions, answer: 'Yes, **on Mondays**.' });
    expect((await chat('Do you repair bicycles?')).answer).toBe('Yes, **on Mondays**.');
    expect(await list()).toEqual([]);
    await approve(second.reply).expect(404);
    await app().admin('delete', `/api/v1/knowledge/answers/${body.id}`).expect(204);
  });

  it('are taken as they are, or dismissed, and are gone with their sender', async () => {
    const kept = await replied('Is there a terrace?', 'Yes, behind the house.');
    const dismissed = await replied('Do you sell wedding cakes?', 'Not for you, Ada.');
    const erased = await replied('Where can I park my caravan?', 'At my place.');
    expect((await list()).length).toBe(3);
    await app().admin('delete', `/api/v1/conversations/${erased.conversation}`).expect(204);
    await app().admin('post', `${SUGGESTIONS}/${dismissed.reply}/dismiss`).expect(204);
    expect(await list()).toMatchObject([{ id: kept.reply }]);
    const { body } = await approve(kept.reply).expect(201);
    expect(body).toMatchObject({
      questions: ['Is there a terrace?'],
      answer: 'Yes, behind the house.',
      message_sid: null,
    });
    expect(await list()).toEqual([]);
    for (const what of ['approve', 'dismiss'])
      await app().admin('post', `${SUGGESTIONS}/${NOBODY}/${what}`, {}).expect(404);
    await app().admin('get', SUGGESTIONS, undefined, null).expect(401);
  });

  it('are not made of what asks nothing, nor of what the bot answered', async () => {
    await replied('thanks, see you', 'See you!');
    const from = await app().writer();
    const id = await app().write(from, 'My name is Ada.');
    await expect.poll(async () => (await app().outcomes(id)).at(-1)?.[1]).toBe('answered');
    await app().admin('post', `/api/v1/conversations/${id}/reply`, { text: 'Hello Ada' });
    expect(await list()).toEqual([]);
  });
});
