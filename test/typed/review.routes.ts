import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

/** The routes of a message's answer, each called by the client that the document gives. */
export function reviewRoutes(api: () => Api): void {
  /** An answer of the chat API, by its own id. */
  async function answered(text: string): Promise<string> {
    const { data } = await api().chatControllerAsk({ body: { text } });
    const id = data!.conversation_id;
    const { data: page } = await api().messagesControllerList({ path: { id } });
    return page!.items.at(-1)!.id;
  }

  it('shows why an answer is as it is, and takes what a person thinks of it', async () => {
    const path = { sid: await answered('When do you open on Sundays?') };
    const shown = (await api().reviewedAnswerControllerOne({ path })).data!;
    expect(shown).toMatchObject({ answer_id: path.sid, source: 'api', cases: [] });
    expect(shown.trace!.steps.map(({ kind }) => kind)).toContain('quote');
    const given = { verdict: 'down', note: 'Not so.' } as const;
    const judged = await api().feedbackControllerJudge({ path, body: given });
    expect(judged.data).toMatchObject(given);
    const { data } = await api().feedbackControllerList({ query: { verdict: 'down', limit: 1 } });
    expect(data!.items).toMatchObject([{ answer_id: path.sid, ...given, correction_id: null }]);
    const body = { question: 'Do you open on Sundays?', answer: 'Only for **friends**.' };
    const { data: correction } = await api().correctionsControllerCorrect({ path, body });
    expect(correction).toMatchObject({ answer: body.answer, message_sid: expect.any(String) });
    const again = (await api().reviewedAnswerControllerOne({ path })).data!;
    expect(again).toMatchObject({ feedback: given, correction });
    await api().answersControllerRemove({ path: { id: correction!.id } });
    const unknown = { sid: `SM${'0'.repeat(32)}` };
    const gone = await api().reviewedAnswerControllerOne({ path: unknown });
    expect(gone.error).toMatchObject({ status: 404 });
    const wrong = await api().feedbackControllerJudge({ path, body: { verdict: 'x' as never } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'verdict' }] });
  });

  it('makes cases for the evaluation, lists them, and writes their file', async () => {
    const none = await api().evaluationControllerFile();
    expect(none.error).toMatchObject({ status: 404 });
    const path = { sid: await answered('How much is a croissant?') };
    const body = { must: ['1', ['€', 'EUR']], must_not: ['2'], kind: 'price' };
    const { data, response } = await api().evaluationControllerAdd({ path, body });
    expect([response!.status, data]).toMatchObject([201, body]);
    const listed = await api().evaluationControllerList({ query: { limit: 200 } });
    expect(listed.data!.items).toContainEqual(data);
    const file = await api().evaluationControllerFile({ parseAs: 'text' });
    expect(file.data).toContain('How much is a croissant?');
    await api().evaluationControllerRemove({ path: { id: data!.id } });
    const gone = await api().evaluationControllerRemove({ path: { id: data!.id } });
    expect(gone.error).toMatchObject({ status: 404 });
  });
}
