import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Calls the routes of the failures. `conversation`: one that began with a text, by its id. */
export function failureRoutes(
  api: () => Api,
  conversation: (text: string) => Promise<string>,
): void {
  it('lists failures, sends one again, and takes one off the list', async () => {
    await api().controlControllerSetFaults({
      body: { create: { mode: 'refuse', error_code: 21211 } },
    });
    const ids = [await conversation('one'), await conversation('two')];
    const listed = async () => {
      const { data } = await api().failuresControllerList({ query: { limit: 200 } });
      return data!.items.filter((one) => ids.includes(one.conversation_id));
    };
    await expect.poll(listed).toMatchObject([{ kind: 'dead', code: 21211 }, { kind: 'dead' }]);
    await api().controlControllerSetFaults({ body: {} });
    const [second, first] = await listed();
    await api().failuresControllerRetry({ path: { id: first.id } });
    await api().failuresControllerDiscard({ path: { id: second.id } });
    await expect.poll(listed).toEqual([]);
    const again = await api().failuresControllerRetry({ path: { id: first.id } });
    expect(again.error).toMatchObject({ status: 409 });
    const unknown = await api().failuresControllerDiscard({ path: { id: NOBODY } });
    expect(unknown.error).toMatchObject({ status: 404 });
    const { data } = await api().failuresControllerRetryAll({ body: { ids: [first.id] } });
    expect(data).toMatchObject({ done: 0, refused: 1, items: [{ id: first.id }] });
    const discarded = await api().failuresControllerDiscardAll({ body: { ids: [second.id] } });
    expect(discarded.data).toMatchObject({ done: 1, items: [{ result: 'done', reason: null }] });
  });
}
