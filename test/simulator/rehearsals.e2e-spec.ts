import { expect, it, vi } from 'vitest';
import { withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { PATIENCE_MS, playing, REHEARSALS, SIMULATED } from './playing.js';

vi.setConfig({ testTimeout: 2 * PATIENCE_MS });

withApp('scenarios', SIMULATED, (app) => {
  const played = playing(app);
  const control = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    app().admin(method, `/simulator/control/${path}`, body).expect(200);

  it('plays each conversation with somebody new, and holds the answers against it', async () => {
    const view = await played(`
conversations:
  - turns:
      - { ask: What are your opening hours?, must: ['7:30', ['20:00', 8 pm]] }
      - { ask: Hello, no_sources: true }
  - turns:
      - { ask: What are your opening hours?, kind: wrong, must: ['6:66'], must_not: ['7:30'] }
      - { ask: Who won the world cup in 1954?, refuse: true }
      - { ask: I want to talk to a person, handover: true }
      - { ask: Are you there?, silence: true }`);
    expect(view).toMatchObject({ state: 'done', turns_in_all: 6, passed: 5, failed: 1 });
    expect(
      view.turns.map(({ conversation, turn, passed }) => [conversation, turn, passed]),
    ).toEqual([
      [1, 1, true],
      [1, 2, true],
      [2, 1, false],
      [2, 2, true],
      [2, 3, true],
      [2, 4, true],
    ]);
    expect(view.turns[2]).toMatchObject({
      kind: 'wrong',
      answer: expect.stringContaining('7:30'),
      faults: ['misses "6:66"', 'must not hold "7:30"'],
    });
    const ids = view.turns.map(({ conversation_id }) => conversation_id);
    expect(new Set(ids).size).toBe(2);
    const first = await app().admin('get', `/api/v1/conversations/${ids[0]}/messages`).expect(200);
    expect(first.body.items).toHaveLength(4);
  });

  it('writes as who is named, with files, places and buttons', async () => {
    const from = `whatsapp:${aPhone()}`;
    const base64 = Buffer.from('# Wifi\n\nThe wifi is free.').toString('base64');
    const view = await played(`
conversations:
  - from: ${from}
    name: Ana
    turns:
      - media: [{ content_type: text/plain, base64: ${base64} }]
      - location: { latitude: 40.4, longitude: -3.7, label: Here }
      - button: { text: Opening hours, payload: hours }
        must: ['7:30']`);
    expect(view.turns.map(({ faults }) => faults)).toEqual([[], [], []]);
    const listed = await control('get', `messages?conversation=${encodeURIComponent(from)}`);
    const sent = listed.body.items.filter(({ direction }: any) => direction === 'inbound');
    expect(sent).toMatchObject([
      { media: [{ content_type: 'text/plain' }], profile_name: 'Ana', message_type: 'document' },
      { latitude: 40.4, longitude: -3.7, label: 'Here', message_type: 'location' },
      { button_text: 'Opening hours', button_payload: 'hours', message_type: 'button' },
    ]);
  });

  it('tells why an answer did not come', async () => {
    await control('put', 'faults', { inbound: { bad_signature: true } });
    const forged = await played('conversations: [{ turns: [{ ask: Hello }] }]');
    expect(forged.turns[0].faults).toEqual([
      expect.stringMatching(/^the webhook answered 403/),
      'does not answer',
    ]);
    await control('put', 'faults', { create: { mode: 'refuse', error_code: 21211 } });
    const refused = await played('conversations: [{ turns: [{ ask: Hello }] }]');
    expect(refused.turns[0].faults[0]).toMatch(/^was given up: /);
    await control('put', 'faults', {});
  });

  it('saves a conversation so that it passes when it is played again', async () => {
    const from = `whatsapp:${aPhone()}`;
    const base64 = Buffer.from('Do you have parking?').toString('base64');
    const media = [{ content_type: 'text/plain', base64 }];
    for (const message of [
      { body: 'What are your opening hours?' },
      { body: 'Hello' },
      { body: 'And this?', media },
      { body: 'Who won the world cup in 1954?' },
      { body: 'I want to talk to a person' },
    ]) {
      await control('post', 'messages', { from, ...message });
      await expect.poll(() => open(from)).toBe(0);
    }
    const { id } = await conversationOf(from);
    const saved = await app().admin('get', `/api/v1/conversations/${id}/scenario`).expect(200);
    expect(saved.headers).toMatchObject({
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="conversation-${id.slice(0, 8)}.yaml"`,
    });
    const text = saved.text ?? saved.body.toString();
    expect(text).toMatch(/^# A conversation with Recado, saved on \d{4}-\d\d-\d\d\.\n/);
    expect(text).toMatch(
      /# Answered: .*7:30.*\n +- ask: "What are your opening hours\?"\n +must:\n/,
    );
    expect(text).toMatch(/no_sources: true[^]*base64: "RG8[^]*refuse: true[^]*handover: true/);
    const again = await played(text);
    expect(again.turns.map(({ faults }) => faults)).toEqual([[], [], [], [], []]);
    const broken = await played(text.replace('"7:30"', '"6:66"'));
    expect(broken).toMatchObject({ passed: 4, failed: 1 });
  });

  it('has nothing to save of an unknown conversation, or of one without a word', async () => {
    const path = '/api/v1/conversations/00000000-0000-4000-8000-000000000000/scenario';
    await app().admin('get', path).expect(404);
    const from = `whatsapp:${aPhone()}`;
    await control('put', 'faults', { create: { mode: 'refuse', error_code: 21211 } });
    await control('post', 'messages', { from, body: 'Hello' });
    await expect.poll(() => open(from)).toBe(0);
    await control('put', 'faults', {});
    const { id } = await conversationOf(from);
    await app().admin('get', `/api/v1/conversations/${id}/scenario`).expect(409);
  });

  it('refuses what is no scenario, and says where', async () => {
    const scenario = 'conversations:\n  - turns:\n      - { ask: Hi, musst: [a] }';
    const { body } = await app()
      .admin('post', REHEARSALS, { name: 'mine.yaml', scenario })
      .expect(400);
    expect(body.errors).toEqual([
      {
        field: 'scenario',
        message: expect.stringContaining(
          '/conversations/0/turns/0 must NOT have additional properties: musst (line 3)',
        ),
      },
    ]);
  });

  it('lists them, the latest first, and stops one', async () => {
    await control('put', 'faults', { create: { mode: 'slow', delay_ms: 600 } });
    const turns = Array.from({ length: 100 }, () => ({ ask: 'Hello' }));
    const scenario = JSON.stringify({ conversations: [{ turns }] });
    const { body } = await app()
      .admin('post', REHEARSALS, { name: 'long.json', scenario })
      .expect(202);
    const { body: list } = await app().admin('get', `${REHEARSALS}?limit=1`).expect(200);
    expect(list.items).toMatchObject([{ id: body.id, name: 'long.json' }]);
    const next = `${REHEARSALS}?limit=200&cursor=${list.next_cursor}`;
    const { body: rest } = await app().admin('get', next).expect(200);
    expect(rest.items.length).toBeGreaterThan(0);
    await app().admin('post', `${REHEARSALS}/${body.id}/stop`).expect(200);
    const look = async () => (await app().admin('get', `${REHEARSALS}/${body.id}`)).body;
    await expect.poll(async () => (await look()).state).toBe('stopped');
    expect((await look()).ended_at).toMatch(/Z$/);
    await control('put', 'faults', {});
  });

  async function conversationOf(from: string): Promise<{ id: string }> {
    const waId = encodeURIComponent(from.replace('whatsapp:', ''));
    const { body } = await app().admin('get', `/api/v1/conversations?wa_id=${waId}`).expect(200);
    return body.items[0];
  }

  /** How many of somebody's messages have no outcome yet. */
  async function open(from: string): Promise<number> {
    const { id } = await conversationOf(from);
    const { body } = await app().admin('get', `/api/v1/conversations/${id}/messages`).expect(200);
    return body.items.filter(({ outcome }: any) => outcome === null).length;
  }
});
