import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** What everybody says. */
const SAID = 'My name is Ada.';

/**
 * Calls the routes of conversations. `conversation` has somebody write, and be answered; `sent` is what
 * they were sent.
 */
export function conversationsRoutes(
  api: () => Api,
  conversation: () => Promise<{ id: string; wa_id: string }>,
  sent: (wa_id: string) => Promise<unknown[]>,
): void {
  it('lists conversations by filters and in pages, and shows one', async () => {
    const { id, wa_id } = await conversation();
    await conversation();
    const one = async () => (await api().conversationsControllerOne({ path: { id } })).data!;
    await expect.poll(async () => (await one()).last_message!.status).toBe('delivered');
    const shown = await one();
    expect(shown).toMatchObject({ id, addresses: [wa_id], mode: 'bot', opted_out: false });
    expect(shown.waiting_since).toBeNull();
    const page = { limit: 1, mode: 'bot', opted_out: 'false', waiting: 'false' } as const;
    const first = (await api().conversationsControllerList({ query: page })).data!;
    const cursor = first.next_cursor!;
    const second = await api().conversationsControllerList({ query: { ...page, cursor } });
    // What is left of the window goes on meanwhile.
    const window = { ...shown.window, remaining_ms: expect.any(Number) };
    expect([...first.items, ...second.data!.items][1]).toEqual({ ...shown, window });
    for (const others of [{ mode: 'human' }, { waiting: 'true' }] as const) {
      const query = { wa_id, ...others };
      expect((await api().conversationsControllerList({ query })).data!.items).toEqual([]);
    }
    const wrong = await api().conversationsControllerList({ query: { cursor: 'x' } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
  });

  it('lists by activity what nobody has read, until somebody has', async () => {
    const { id, wa_id } = await conversation();
    const query = { sort: 'activity', unread: 'true', channel: 'whatsapp', q: wa_id } as const;
    const { data } = await api().conversationsControllerList({ query });
    expect(data!.items).toMatchObject([{ id, unread: 1, last_message: { text: SAID } }]);
    const read = await api().conversationsControllerRead({ path: { id } });
    expect(read.data).toMatchObject({ id, unread: 0 });
    expect((await api().conversationsControllerList({ query })).data!.items).toEqual([]);
    const unknown = await api().conversationsControllerRead({ path: { id: NOBODY } });
    expect(unknown.error).toMatchObject({ status: 404 });
  });

  it('takes over, replies once for each key, and releases', async () => {
    const { id, wa_id } = await conversation();
    await expect.poll(() => sent(wa_id)).toEqual([SAID]);
    const taken = await api().takeoverControllerTakeOver({ path: { id } });
    expect(taken.data).toMatchObject({ id, mode: 'human' });
    const reply = (text: string) =>
      api().takeoverControllerReply({
        path: { id },
        body: { text },
        headers: { 'Idempotency-Key': 'r-1' },
      });
    const { data, response } = await reply('We open at nine.');
    expect([response!.status, data]).toMatchObject([201, { text: 'We open at nine.' }]);
    expect((await reply('We open at nine.')).data).toEqual(data);
    expect((await reply('We open at ten.')).error).toMatchObject({ status: 422 });
    await expect.poll(() => sent(wa_id)).toEqual([SAID, 'We open at nine.']);
    const released = await api().takeoverControllerRelease({ path: { id } });
    expect(released.data).toMatchObject({ id, mode: 'bot' });
  });
}
