import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

/** The routes of suggested answers, each called by the client that the document gives. */
export function suggestionRoutes(
  api: () => Api,
  conversation: (text?: string) => Promise<{ from: string; id: string }>,
): void {
  it('suggests what people answered, and takes a decision', async () => {
    const ask = async (question: string) => {
      const { from, id } = await conversation();
      await api().takeoverControllerTakeOver({ path: { id } });
      await api().controlControllerSend({ body: { from, body: question } });
      const last = async () => {
        const all = await api().messagesControllerList({ path: { id }, query: { limit: 200 } });
        return all.data!.items.at(-1)?.outcome;
      };
      await expect.poll(last).toBe('human');
      await api().takeoverControllerReply({ path: { id }, body: { text: 'Yes.' } });
    };
    await ask('Do you have a lift for wheelchairs?');
    await ask('Is there a carousel?');
    const [one, two] = (await api().suggestionsControllerList()).data!.items;
    const approved = await api().suggestionsControllerApprove({ path: { id: one.id }, body: {} });
    expect(approved.data).toMatchObject({ questions: one.questions, answer: 'Yes.' });
    const dismissed = await api().suggestionsControllerDismiss({ path: { id: two.id } });
    expect(dismissed.response!.status).toBe(204);
    expect((await api().suggestionsControllerList()).data!.items).toEqual([]);
    await api().answersControllerRemove({ path: { id: approved.data!.id } });
  });
}
