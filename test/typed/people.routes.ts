import { expect, it } from 'vitest';
import { handedOver } from '../support/answers/handed-over.js';
import type { Api } from './generated-client.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** What everybody says. */
const SAID = 'My name is Ada.';

/**
 * Calls the routes by which an operator decides about a sender, and the templates. `conversation` has
 * somebody write; `sent` is what they were sent; `template` makes an approved template by its name and
 * its text, and returns its ContentSid.
 */
export function peopleRoutes(
  api: () => Api,
  conversation: () => Promise<{ id: string; wa_id: string }>,
  sent: (wa_id: string) => Promise<unknown[]>,
  template: (name: string, body: string) => Promise<string>,
): void {
  it('has a sender wait for a person', async () => {
    const { id, wa_id } = await conversation();
    await expect.poll(() => sent(wa_id)).toEqual([SAID]);
    const { data } = await api().takeoverControllerHandOver({ path: { id } });
    expect(data).toMatchObject({ id, mode: 'bot', waiting_reason: 'operator' });
    await expect.poll(() => sent(wa_id)).toEqual([SAID, handedOver('en')]);
    const unknown = await api().takeoverControllerHandOver({ path: { id: NOBODY } });
    expect(unknown.error).toMatchObject({ status: 404 });
  });

  it('says that a sender whom nothing reached can be reached again', async () => {
    const create = { mode: 'refuse', error_code: 63024 } as const;
    await api().controlControllerSetFaults({ body: { create } });
    const { id } = await conversation();
    const path = { id };
    const one = async () => (await api().conversationsControllerOne({ path })).data!;
    const unreachable = { code: 63024, reason: 'invalid' };
    await expect.poll(one).toMatchObject({ unreachable });
    await api().controlControllerSetFaults({ body: {} });
    const refused = await api().takeoverControllerReply({ path, body: { text: 'Hi' } });
    expect(refused.error).toMatchObject({ status: 409 });
    const cleared = await api().reachableControllerClear({ path });
    expect(cleared.data).toMatchObject({ id, unreachable: null });
    const unknown = await api().reachableControllerClear({ path: { id: NOBODY } });
    expect(unknown.error).toMatchObject({ status: 404 });
  });

  it('opts a sender out and in, and has the record of it, as a file too', async () => {
    const { id, wa_id } = await conversation();
    await expect.poll(() => sent(wa_id)).toEqual([SAID]);
    const path = { id };
    const body = { reason: 'Asked for it by phone.' };
    const out = await api().consentRecordsControllerOptOut({ path, body });
    expect(out.data).toMatchObject({ id, opted_out: true });
    const refused = await api().takeoverControllerReply({ path, body: { text: 'Hi' } });
    expect(refused.error).toMatchObject({ status: 409 });
    const back = await api().consentRecordsControllerOptIn({ path, body });
    expect(back.data).toMatchObject({ id, opted_out: false });
    const records = (await api().consentRecordsControllerOfConversation({ path })).data!.items;
    const common = { by: 'operator', address: wa_id, conversation_id: id, ...body };
    expect(records).toMatchObject([
      { kind: 'opted_out', ...common },
      { kind: 'opted_in', ...common },
    ]);
    const all = await api().consentRecordsControllerList({ query: { limit: 200 } });
    expect(all.data!.items.slice(-2)).toEqual(records);
    const file = await api().consentRecordsControllerFile({ parseAs: 'text' });
    expect(file.data).toContain(body.reason);
    const wrong = await api().consentRecordsControllerList({ query: { cursor: 'x' } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
    for (const { error } of [
      await api().consentRecordsControllerOptOut({ path: { id: NOBODY }, body }),
      await api().consentRecordsControllerOptIn({ path: { id: NOBODY }, body }),
      await api().consentRecordsControllerOfConversation({ path: { id: NOBODY } }),
    ])
      expect(error).toMatchObject({ status: 404 });
  });

  it('lists templates, and replies with one', async () => {
    const text = 'Hello {{1}}, it is ready.';
    const content_sid = await template('order_ready', text);
    const query = { fresh: true, status: 'approved' };
    const { data } = await api().templatesControllerList({ query });
    const shown = { content_sid, name: 'order_ready', text, approved: true, category: 'UTILITY' };
    expect(data!.items).toMatchObject([shown]);
    const { id, wa_id } = await conversation();
    await expect.poll(() => sent(wa_id)).toEqual([SAID]);
    const path = { id };
    const wrong = await api().templateReplyControllerSend({ path, body: { content_sid } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'variables.1' }] });
    const body = { content_sid, variables: { 1: 'Ana' } };
    const { data: reply, response } = await api().templateReplyControllerSend({ path, body });
    expect([response!.status, reply!.text]).toEqual([201, 'Hello Ana, it is ready.']);
    await expect.poll(() => sent(wa_id)).toEqual([SAID, 'Hello Ana, it is ready.']);
    const unknown = { content_sid: `HX${'0'.repeat(32)}` };
    const none = await api().templateReplyControllerSend({ path, body: unknown });
    expect(none.error).toMatchObject({ status: 404 });
  });
}
