import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const KNOWLEDGE = '/api/v1/knowledge';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const PARAGRAPH = 'The bakery makes bread by hand every morning. '.repeat(15);

withApp('passages, served answers and questions', {}, (app) => {
  const get = async (path: string) =>
    (await app().admin('get', `${KNOWLEDGE}/${path}`).expect(200)).body;
  const ask = async (text: string) =>
    (await app().admin('post', '/api/v1/chat', { text }).expect(200)).body;

  it('shows what a document was cut into, page by page', async () => {
    const parts = ['Bread', 'Cakes'].map((name) => `## ${name}\n\n${PARAGRAPH}\n\n${PARAGRAPH}`);
    const document = { title: 'Menu', text: `# Menu\n\n${parts.join('\n\n')}` };
    const { body } = await app().admin('post', `${KNOWLEDGE}/documents`, document).expect(201);
    const passages = `documents/${body.id}/passages`;
    const all = await get(passages);
    expect(all).toMatchObject({ total: body.chunks, next_cursor: null });
    expect(all.items.length).toBe(body.chunks);
    expect(all.items.map(({ position }: { position: number }) => position)).toEqual([0, 1, 2, 3]);
    const [first] = all.items;
    expect(first).toEqual({
      position: 0,
      section: 'Bread',
      page: null,
      text: PARAGRAPH.trim(),
      characters: PARAGRAPH.trim().length,
    });
    const page = await get(`${passages}?limit=3`);
    const rest = await get(`${passages}?limit=3&cursor=${page.next_cursor}`);
    expect([...page.items, ...rest.items]).toEqual(all.items);
    expect(rest.next_cursor).toBeNull();
    await app().admin('get', `${KNOWLEDGE}/${passages}?cursor=x`).expect(400);
    await app().admin('delete', `${KNOWLEDGE}/documents/${body.id}`).expect(204);
    await app().admin('get', `${KNOWLEDGE}/${passages}`).expect(404);
    await app().admin('get', `${KNOWLEDGE}/documents/${NOBODY}/passages`).expect(404);
  });

  it('counts how often a curated answer was given, by WhatsApp and by the chat', async () => {
    const answer = { questions: ['Is there a terrace?'], answer: 'Yes, for 30 people.' };
    const added = await app().admin('post', `${KNOWLEDGE}/answers`, answer).expect(201);
    const { id } = added.body;
    expect(added.body).toMatchObject({ served: 0, last_served_at: null });
    const { conversation_id } = await ask('is there a terrace');
    const from = await app().writer();
    await app().write(from, 'Is there a terrace?');
    await expect.poll(() => app().sent(from)).toEqual([answer.answer]);
    await ask('Something else?');
    const shown = await get(`answers/${id}`);
    expect(shown).toMatchObject({ served: 2, last_served_at: expect.any(String) });
    expect((await get('answers')).items).toContainEqual(shown);
    const { items } = await get('questions?limit=1');
    expect(items).toEqual([expect.objectContaining({ text: 'Something else?', mode: 'llm' })]);
    const [asked] = (await get('questions')).items.slice(1);
    const by = { source: 'whatsapp', outcome: 'answered', mode: 'extractive' };
    expect(asked).toMatchObject({ text: 'Is there a terrace?', times: 2, ...by });
    expect(asked.curated_answer_id).toBe(id);
    await app().admin('delete', `/api/v1/conversations/${asked.conversation_id}`).expect(204);
    const [left] = (await get('questions')).items.slice(1);
    expect(left).toMatchObject({ text: 'is there a terrace', source: 'api', conversation_id });
    expect(left).toMatchObject({ times: 1, outcome: null, curated_answer_id: id });
    await app().admin('delete', `${KNOWLEDGE}/answers/${id}`).expect(204);
  });

  it('wants the token for all of it', async () => {
    for (const path of ['questions', `documents/${NOBODY}/passages`])
      await app().admin('get', `${KNOWLEDGE}/${path}`, undefined, null).expect(401);
    await app().admin('get', `${KNOWLEDGE}/questions?limit=101`).expect(400);
  });
});
