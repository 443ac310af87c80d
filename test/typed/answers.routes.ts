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
    const answer = { answer: body.answer, mode: 'extractive', sources: [source] };
    expect(chat.data).toMatchObject(answer);
    const tried = await api().tryControllerAsk({ body: { question: asked.text } });
    expect(tried.data).toMatchObject({ ...answer, handover: false, passages: [] });
    const correction = { questions: body.questions, answer: 'No.' };
    const changed = await api().answersControllerChange({ path, body: correction });
    expect(changed.data).toMatchObject({ ...correction, message_sid });
    expect((await api().chatControllerAsk({ body: asked })).data!.answer).toBe('No.');
    const shown = await api().answersControllerOne({ path });
    const { last_served_at: _, ...kept } = changed.data!;
    expect(shown.data).toMatchObject({ ...kept, served: 2 });
    const latest = await api().questionsControllerLatest({ query: { limit: 5 } });
    const same = { ...asked, times: 2, mode: 'extractive', curated_answer_id: path.id };
    expect(latest.data!.items[0]).toMatchObject(same);
    const listed = await api().answersControllerList({ query: { limit: 200 } });
    expect(listed.data!.items).toContainEqual(shown.data);
    await api().answersControllerRemove({ path });
    const gone = await api().answersControllerRemove({ path });
    expect(gone.error).toMatchObject({ status: 404 });
    const wrong = await api().answersControllerAdd({ body: { questions: [], answer: '' } });
    expect(wrong.error).toMatchObject({ status: 400 });
  });
}
