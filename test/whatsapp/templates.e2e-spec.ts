import { beforeAll, expect, it } from 'vitest';
import { withApp } from '../support/app.js';
import { atContent, madeTemplate } from '../support/twilio/templates.js';

const CONVERSATIONS = '/api/v1/conversations';
const DAY = 24 * 3_600_000;

withApp('templates and the 24-hour window', {}, (app) => {
  let ready: string;
  let draft: string;
  beforeAll(async () => {
    const { emulator } = app();
    const body = 'Hello {{1}}, your order {{2}} is ready.';
    const variables = { 1: 'Ana', 2: '12' };
    ready = await madeTemplate(emulator, { name: 'order_ready', body, variables });
    draft = await madeTemplate(emulator, { name: 'draft', body: 'Soon.', submitted: false });
    await madeTemplate(emulator, { name: 'edge', body: '{{1}} is ready', language: 'es' });
  });
  const post = (id: string, what: string, body: object) =>
    app().admin('post', `${CONVERSATIONS}/${id}/${what}`, body);
  const shown = async (id: string) =>
    (await app().admin('get', `${CONVERSATIONS}/${id}`).expect(200)).body;
  const list = async (query = '') =>
    (await app().admin('get', `/api/v1/templates${query}`).expect(200)).body;
  const values = { 1: 'Ana', 2: '17' };

  /** Somebody to whom WhatsApp says that the window is closed, after it took the text. */
  async function closed() {
    const from = await app().writer();
    const id = await app().write(from, 'one');
    await expect.poll(() => app().sent(from)).toEqual(['one']);
    await app().faults({ delivery: { error_code: 63016 } });
    await post(id, 'reply', { text: 'too late' }).expect(201);
    await expect.poll(async () => (await shown(id)).window.open).toBe(false);
    await app().faults({});
    return { from, id };
  }

  it('lists them with their variables and what WhatsApp decided, page by page', async () => {
    const { items } = await list('?fresh=true');
    expect(items.map(({ name, status }: Record<string, string>) => [name, status])).toEqual([
      ['draft', 'unsubmitted'],
      ['edge', 'rejected'],
      ['order_ready', 'approved'],
    ]);
    expect(items[2]).toEqual({
      content_sid: ready,
      name: 'order_ready',
      language: 'en',
      kind: 'twilio/text',
      text: 'Hello {{1}}, your order {{2}} is ready.',
      buttons: [],
      variables: [
        { name: '1', example: 'Ana' },
        { name: '2', example: '12' },
      ],
      status: 'approved',
      approved: true,
      category: 'UTILITY',
      rejection_reason: null,
    });
    expect(items[1].rejection_reason).toMatch(/start or end/);
    const { next_cursor } = await list('?limit=2');
    expect((await list(`?limit=2&cursor=${next_cursor}`)).items).toEqual([items[2]]);
    expect((await list('?status=approved')).items).toEqual([items[2]]);
    await app().admin('get', '/api/v1/templates?cursor=x').expect(400);
  });

  it('shows how much of the window is left', async () => {
    const id = await app().write(await app().writer(), 'one');
    const { window, window_ends_at } = await shown(id);
    expect(window).toEqual({
      open: true,
      closes_at: window_ends_at,
      remaining_ms: expect.any(Number),
      refused_at: null,
    });
    expect(window.remaining_ms).toBeGreaterThan(DAY - 60_000);
    const chat = await app().admin('post', '/api/v1/chat', { text: 'one' });
    expect((await shown(chat.body.conversation_id)).window).toBeNull();
  });

  it('takes 63016 that comes late: refuses texts, sends a template, and nothing twice', async () => {
    const { from, id } = await closed();
    const { window } = await shown(id);
    expect(window).toMatchObject({ open: false, remaining_ms: 0, refused_at: expect.any(String) });
    const [failure] = await app().failures(id);
    expect(failure).toMatchObject({ code: 63016, action: expect.stringMatching(/template/) });
    const refused = await post(id, 'reply', { text: 'again' }).expect(409);
    expect(refused.body).toMatchObject({ type: 'urn:recado:problem:window-closed' });
    expect(refused.body.detail).toMatch(/\/template/);
    await app().admin('post', `/api/v1/failures/${failure.id}/retry`).expect(409);
    await app()
      .admin('post', `/api/v1/whatsapp/send-test?to=${encodeURIComponent(from)}`)
      .expect(409);
    await post(id, 'template', { content_sid: draft }).expect(409);
    const send = () =>
      post(id, 'template', { content_sid: ready, variables: values }).set('Idempotency-Key', 't');
    const sent = await send().expect(201);
    expect(sent.body.text).toBe('Hello Ana, your order 17 is ready.');
    expect((await send().expect(201)).body).toEqual(sent.body);
    await expect
      .poll(() => app().sent(from))
      .toEqual(['one', 'too late', 'Hello Ana, your order 17 is ready.']);
    await expect
      .poll(async () => (await app().messages(id)).at(-1))
      .toMatchObject({
        outcome: 'answered',
        mode: 'person',
        parts: [{ content_sid: ready, status: 'delivered' }],
      });
    await app().write(from, 'two');
    expect((await shown(id)).window).toMatchObject({ open: true, refused_at: null });
    await post(id, 'reply', { text: 'Hi' }).expect(201);
  });

  it('names each value that would not be taken', async () => {
    const id = await app().write(await app().writer(), 'one');
    const wrong = async (variables: object) => {
      const { body } = await post(id, 'template', { content_sid: ready, variables }).expect(400);
      return body.errors.map(({ field }: { field: string }) => field);
    };
    expect(await wrong({})).toEqual(['variables.1', 'variables.2']);
    expect(await wrong({ ...values, 3: 'x' })).toEqual(['variables.3']);
    for (const value of ['', ' ', 'a\nb', 'a\tb', 'a     b', 'x'.repeat(256), 7])
      expect(await wrong({ ...values, 2: value })).toEqual(['variables.2']);
    await post(id, 'template', { content_sid: 'HX1' }).expect(400);
    await post(id, 'template', { content_sid: `HX${'0'.repeat(32)}` }).expect(404);
  });

  it('is not sent to who opted out, and once where Twilio gave no answer', async () => {
    const out = await app().writer();
    const id = await app().write(out, 'STOP');
    await post(id, 'template', { content_sid: ready, variables: values }).expect(409);
    const from = await app().writer();
    const other = await app().write(from, 'one');
    await expect.poll(() => app().sent(from)).toEqual(['one']);
    await app().faults({ create: { mode: 'accept_cut' } });
    await post(other, 'template', { content_sid: ready, variables: values }).expect(201);
    await expect
      .poll(async () => (await app().messages(other)).at(-1)?.parts[0])
      .toMatchObject({ state: 'accepted', status: 'delivered' });
    await app().faults({});
    expect(await app().sent(from)).toHaveLength(2);
  });

  it('says that Twilio can not be asked', async () => {
    await app().faults({ content: { mode: '500' } });
    const { body } = await app().admin('get', '/api/v1/templates?fresh=true').expect(503);
    expect(body.detail).toMatch(/500/);
    await app().faults({});
    await list();
  });

  it('keeps what its own buttons are made of out of the list', async () => {
    const types = { 'twilio/text': { body: 'x' } };
    const ours = { friendly_name: 'recado_choices_1', language: 'en', types };
    await atContent(app().emulator, 'POST', '/Content', ours);
    expect((await list('?fresh=true')).items).toHaveLength(3);
  });
});
