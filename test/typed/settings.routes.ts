import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

/** The calls that try settings, tell who changed them, and show what is set up. */
export function settingsRoutes(api: () => Api): void {
  it('tells who changed which setting, page by page', async () => {
    await api().botConfigControllerUpdate({ body: { bot_name: 'Eva' } });
    await api().botConfigControllerUpdate({ body: { bot_name: null } });
    const first = (await api().historyControllerList({ query: { limit: 1 } })).data!;
    expect(first.items).toMatchObject([
      { field: 'bot_name', by: 'token', from: { value: 'Eva', source: 'stored' } },
    ]);
    const cursor = first.next_cursor!;
    const second = await api().historyControllerList({ query: { limit: 1, cursor } });
    expect(second.data!.items).toMatchObject([{ to: { value: 'Eva' } }]);
    const wrong = await api().historyControllerList({ query: { cursor: 'x' } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
  });

  it('tries a configuration without saving it', async () => {
    const body = { chat_model: 'another', opening_hours: 'Mo-Fr 09:00-14:00' };
    const { data } = await api().proposedControllerTest({ body });
    expect(data!.items.map(({ name, status }) => [name, status])).toEqual([
      ['twilio', 'skipped'],
      ['sender', 'skipped'],
      ['model', 'ok'],
      ['opening_hours', 'ok'],
    ]);
    const wrong = await api().proposedControllerTest({ body: { llm_timeout_ms: 1 } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'llm_timeout_ms' }] });
  });

  it('shows what is set up, looks anew, and sends itself a signed test', async () => {
    const view = async () => (await api().setUpControllerView()).data!;
    await expect.poll(async () => (await view()).complete).toBe(true);
    const twilio = (await view()).items.find(({ id }) => id === 'twilio');
    expect(twilio).toMatchObject({ state: 'ok', simulated: true });
    const checked = await api().setUpControllerCheck({ path: { part: 'webhook' } });
    expect(checked.data).toMatchObject({ id: 'webhook', state: 'ok', cause: null });
    expect((await api().setUpControllerTest()).data).toMatchObject({ state: 'ok', cause: null });
    const unknown = await api().setUpControllerCheck({ path: { part: 'x' as 'store' } });
    expect(unknown.error).toMatchObject({ status: 404 });
  });
}
