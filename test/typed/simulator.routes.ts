import { expect, it } from 'vitest';
import { aPhone } from '../support/stores/mailboxes.js';
import type { Api } from './generated-client.js';

/** The routes of the simulator's control. The last of them empties it. */
export function simulatorRoutes(api: () => Api): void {
  it('writes with a file, and fetches it; writes as several', async () => {
    const [from, other] = [`whatsapp:${aPhone()}`, `whatsapp:${aPhone()}`];
    const media = [{ content_type: 'text/plain', base64: 'SGVsbG8=' }];
    const sent = await api().controlControllerSend({ body: { from, media, delay_ms: 1 } });
    expect(sent.data).toMatchObject({ status: 200, request: { method: 'POST' } });
    const messages = [from, other].map((from) => ({ from, body: 'Hi' }));
    const burst = await api().controlControllerSendAll({ body: { messages } });
    expect(burst.data!.items).toMatchObject([{ status: 200 }, { status: 200 }]);

    const query = { conversation: from, first: 'oldest' } as const;
    const [item] = (await api().controlControllerList({ query })).data!.items;
    const path = { message: item.sid, media: item.media[0].sid };
    const file = await api().controlControllerFile({ path, parseAs: 'text' });
    expect(file.data).toBe('Hello');
    const none = await api().controlControllerFile({ path: { ...path, media: 'x' } });
    expect(none.error).toMatchObject({ status: 404 });
    const typing = (await api().controlControllerTyping()).data!.items;
    for (const { to } of typing) expect(to).toMatch(/^whatsapp:\+/);
  });

  it('plays a scenario, and saves a conversation as one', async () => {
    const scenario = 'conversations: [{ turns: [{ ask: My name is Ada. }] }]';
    const body = { name: 'hello.yaml', scenario };
    const { id } = (await api().rehearsalsControllerBegin({ body })).data!;
    const look = async () => (await api().rehearsalsControllerOne({ path: { id } })).data!;
    await expect.poll(async () => (await look()).state).toBe('done');
    const [turn] = (await look()).turns;
    expect(turn).toMatchObject({ ask: 'My name is Ada.', passed: true, faults: [] });
    const { data } = await api().rehearsalsControllerList({ query: { limit: 1 } });
    expect(data).toMatchObject({ items: [{ id, passed: 1 }], next_cursor: null });
    expect((await api().rehearsalsControllerStop({ path: { id } })).data!.state).toBe('done');

    const path = { id: turn.conversation_id! };
    const saved = await api().savingControllerScenario({ path, parseAs: 'text' });
    expect(saved.data).toContain('ask: "My name is Ada."');
    const wrong = { ...body, scenario: 'turns: []' };
    expect((await api().rehearsalsControllerBegin({ body: wrong })).error).toMatchObject({
      status: 400,
      errors: [{ field: 'scenario' }],
    });
  });

  it('sets, shows and clears what goes wrong', async () => {
    const inbound = { times: 2, overtake_ms: 10 };
    const faults = { create: { mode: '429', rate: 0.5 }, inbound, seed: 1 } as const;
    const { data } = await api().controlControllerSetFaults({ body: faults });
    expect(data).toMatchObject(faults);
    expect((await api().controlControllerFaults()).data).toEqual(data);
    await api().controlControllerEmpty();
    expect((await api().controlControllerFaults()).data).toEqual({});
    expect((await api().controlControllerList()).data!.items).toEqual([]);
  });
}
