import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

/** The routes of the curated answers, each called by the client that the document gives. */
export function answersRoutes(api: () => Api): void {
  it('adds a curated answer, changes it, and takes it out', async () => {
    const message_sid = `SM${'0'.repeat(32)}`;
    const body = {
      questions: ['Is the attic for hire?'],
      answer: 'Yes, **on Mondays**.',
      message_sid,
    };
    const added = await api().answersControllerAdd({ body });
    expect([added.response!.status, added.data]).toMatchObject([201, body]);
    const path = { id: added.data!.id };
    const asked = { text: 'is the attic for hire??' };
    const chat = await api().chatControllerAsk({ body: asked });
    const source = { document_id: path.id, title: body.questions[0], curated: true };
    expect(chat.data).toMatchObject({ answer: body.answer, mode: 'extractive', sources: [source] });
    const correction = { questions: body.questions, answer: 'No.' };
    const changed = await api().answersControllerChange({ path, body: correction });
    expect(changed.data).toMatchObject({ ...correction, message_sid });
    expect((await api().chatControllerAsk({ body: asked })).data!.answer).toBe('No.');
    expect((await api().answersControllerOne({ path })).data).toEqual(changed.data);
    const listed = await api().answersControllerList({ query: { limit: 200 } });
    expect(listed.data!.items).toContainEqual(changed.data);
    await api().answersControllerRemove({ path });
    const gone = await api().answersControllerRemove({ path });
    expect(gone.error).toMatchObject({ status: 404 });
    const wrong = await api().answersControllerAdd({ body: { questions: [], answer: '' } });
    expect(wrong.error).toMatchObject({ status: 400 });
  });
}
