import { expect, it } from 'vitest';
import { ADMIN_TOKEN, withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { aNumber, gotFrom, idOf, setUp, writeTo } from './writing.js';

const LINES = '/api/v1/lines';
const CONVERSATIONS = '/api/v1/conversations';

withApp('the lines of a business', {}, (app) => {
  const listed = async (id: string) => {
    const { body } = await app().admin('get', `${LINES}?limit=200`).expect(200);
    return body.items.find((one: { id: string }) => one.id === id);
  };
  const conversationsOn = async (line: string) =>
    (
      await app()
        .admin('get', `${CONVERSATIONS}?line=${encodeURIComponent(line)}`)
        .expect(200)
    ).body.items;

  it('keeps what comes to a number that is not set up, lists it, and answers nobody', async () => {
    const [number, person] = [aNumber(), aNumber()];
    await writeTo(app(), person, number, 'pan y café');
    await writeTo(app(), person, number, 'té con leche');
    await expect
      .poll(() => listed(idOf(number)))
      .toMatchObject({
        state: 'unknown',
        number,
        conversations: 1,
        waiting: 2,
      });
    const [{ id, line }] = await conversationsOn(idOf(number));
    expect(line).toBe(idOf(number));
    const reply = await app().admin('post', `${CONVERSATIONS}/${id}/reply`, { text: 'Yes' });
    expect([reply.status, reply.body.detail]).toEqual([409, expect.stringContaining('lines')]);
    const { text } = await app().admin('get', '/metrics').expect(200);
    expect(text).toMatch(/^recado_unset_lines\{of="numbers"\} [1-9]/m);
    expect(text).toMatch(/^recado_unset_lines\{of="messages"\} [2-9]/m);
    const diag = await app().admin('get', '/api/v1/whatsapp/diag').expect(200);
    expect(diag.body.unset_lines).toContain(idOf(number));
    expect(diag.body.unset_waiting).toBeGreaterThanOrEqual(2);
    await app()
      .admin('get', `${LINES}/${idOf(number)}/config`)
      .expect(404);
    expect(await app().sent(person)).toEqual([]);

    await setUp(app(), number, { name: 'Valencia' });
    await expect
      .poll(() => gotFrom(app(), person, number))
      .toEqual([expect.stringContaining('té con leche')]);
    expect(await listed(idOf(number))).toMatchObject({ state: 'set_up', name: 'Valencia' });
    await expect
      .poll(() => app().outcomes(id))
      .toEqual([
        ['pan y café', 'answered'],
        ['té con leche', 'answered'],
      ]);
  });

  it('holds a conversation with a person on each line, and answers from the one written to', async () => {
    const [number, person] = [aNumber(), aNumber()];
    const { from } = app().emulator.options;
    await setUp(app(), number);
    await writeTo(app(), person, number, 'to the new one');
    await writeTo(app(), person, from, 'to the first one');
    await expect.poll(() => gotFrom(app(), person, number)).toEqual(['to the new one']);
    await expect.poll(() => gotFrom(app(), person, from)).toEqual(['to the first one']);
    const [own, ...more] = await conversationsOn(idOf(number));
    expect(more).toEqual([]);
    const byAddress = `${CONVERSATIONS}?wa_id=${encodeURIComponent(idOf(person))}`;
    const { body } = await app().admin('get', byAddress).expect(200);
    const found: { id: string; line: string }[] = body.items;
    expect(found.map(({ line }) => line).toSorted()).toEqual([idOf(number), 'default'].toSorted());
    // A person's reply leaves from there, too.
    await app().admin('post', `${CONVERSATIONS}/${own.id}/reply`, { text: 'I am here.' });
    await expect.poll(() => gotFrom(app(), person, number)).toContain('I am here.');
    // Opting out of one leaves the other as it is, and so does erasing.
    await writeTo(app(), person, number, 'STOP');
    await expect
      .poll(async () => (await conversationsOn(idOf(number)))[0])
      .toMatchObject({ opted_out: true });
    await writeTo(app(), person, from, 'still there');
    await expect.poll(() => gotFrom(app(), person, from)).toContain('still there');
    const sendTest = `/api/v1/whatsapp/send-test?to=${person}&text=test`;
    await app()
      .admin('post', `${sendTest}&line=${idOf(number)}`, undefined, ADMIN_TOKEN)
      .expect(409);
    await app().admin('post', sendTest, undefined, ADMIN_TOKEN).expect(200);
    await app().admin('delete', `${CONVERSATIONS}/${own.id}`).expect(204);
    expect(await conversationsOn(idOf(number))).toEqual([]);
    const other = found.find(({ line }) => line === 'default')!;
    await app().admin('get', `${CONVERSATIONS}/${other.id}`).expect(200);
  });

  it('has settings of its own before the common ones', async () => {
    const number = aNumber();
    await setUp(app(), number, { bot_name: 'Luz', rate_limit_per_minute: 1 });
    const path = `${LINES}/${idOf(number)}/config`;
    const { body } = await app().admin('get', path).expect(200);
    expect(body).toMatchObject({ id: idOf(number), bot_name: 'Luz', rate_limit_per_minute: 1 });
    expect(body.sources).toMatchObject({ bot_name: 'line', language: 'default', name: 'default' });
    const service = { twilio_messaging_service_sid: `MG${'5'.repeat(32)}` };
    await app().configure({ language: 'es', bot_name: 'Sol', ...service });
    const { body: after } = await app().admin('get', path).expect(200);
    const shown = { bot_name: 'Luz', language: 'es', twilio_messaging_service_sid: null };
    expect(after).toMatchObject(shown);
    expect(after.sources).toMatchObject({ bot_name: 'line', language: 'stored' });
    await setUp(app(), number, { bot_name: null });
    expect((await app().admin('get', path)).body).toMatchObject({ bot_name: 'Sol' });
    const none = { twilio_messaging_service_sid: null };
    await app().configure({ language: null, bot_name: null, ...none });
    const { body: history } = await app().admin('get', '/api/v1/bot/config/history').expect(200);
    expect(history.items.map(({ field }: { field: string }) => field)).toContain(
      `lines.${idOf(number)}.bot_name`,
    );
    // Its limit is its own.
    const { from } = app().emulator.options;
    const person = aNumber();
    for (const text of ['one', 'two']) await writeTo(app(), person, number, text);
    for (const text of ['three', 'four']) await writeTo(app(), person, from, text);
    const [conversation] = await conversationsOn(idOf(number));
    await expect
      .poll(() => app().outcomes(conversation.id))
      .toEqual([
        ['one', 'answered'],
        ['two', 'limited'],
      ]);
    await expect
      .poll(async () => (await gotFrom(app(), person, from)).join('\n'))
      .toBe('three\nfour');
  });

  it('refuses what is no line, the default one, and what a line may not have', async () => {
    const { from } = app().emulator.options;
    await app().admin('put', `${LINES}/me/config`, {}).expect(400);
    await app()
      .admin('put', `${LINES}/${idOf(from)}/config`, {})
      .expect(409);
    await app().admin('put', `${LINES}/${aPhone()}/config`, { chat_model: 'x' }).expect(400);
    await app().admin('delete', `${LINES}/${aPhone()}`).expect(404);
    await app().admin('get', `${CONVERSATIONS}?line=me`).expect(400);
  });

  it('leaves a line that is taken away as one that is not set up', async () => {
    const [number, person] = [aNumber(), aNumber()];
    await setUp(app(), number);
    await app()
      .admin('delete', `${LINES}/${idOf(number)}`)
      .expect(204);
    expect(await listed(idOf(number))).toBeUndefined();
    await writeTo(app(), person, number, 'té con leche');
    await expect.poll(() => listed(idOf(number))).toMatchObject({ state: 'unknown', waiting: 1 });
    expect(await app().sent(person)).toEqual([]);
  });
});
