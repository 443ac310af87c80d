import { expect, it } from 'vitest';
import { AS_TWILIO, withApp } from '../support/app.js';

const CONVERSATIONS = '/api/v1/conversations';
const SPANISH = /^No recibirás más mensajes/;

withApp('opting out', { WEBHOOK_REPLY_WAIT_MS: '3000' }, (app) => {
  const becomes = async (id: string, ...outcomes: [string, string | null][]) => {
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
  };

  it('is confirmed once, and then nothing is sent until START, whoever asks', async () => {
    const from = await app().writer();
    const before = app().model.requests.length;
    const id = await app().write(from, 'Stop.');
    await becomes(id, ['Stop.', 'opted_out']);
    await app().write(from, 'STOP');
    await app().write(from, 'Hello?');
    await becomes(id, ['Stop.', 'opted_out'], ['STOP', 'opted_out'], ['Hello?', 'opted_out']);
    const path = `${CONVERSATIONS}/${id}`;
    await app().admin('post', `${path}/reply`, { text: 'Hi' }).expect(409);
    await app().admin('post', `/api/v1/whatsapp/send-test?to=${from}`).expect(409);
    expect((await app().admin('get', path).expect(200)).body.opted_out).toBe(true);
    const list = await app().admin('get', `${CONVERSATIONS}?opted_out=true`).expect(200);
    expect(list.body.items.map((one: { id: string }) => one.id)).toContain(id);
    expect(await app().sent(from)).toEqual([expect.stringMatching(/^You will get no more/)]);
    expect(app().model.requests.length).toBe(before);
    await app().write(from, 'start');
    await expect.poll(() => app().sent(from)).toHaveLength(2);
    await app().write(from, 'Yes');
    await expect
      .poll(async () => (await app().outcomes(id)).slice(3))
      .toEqual([
        ['start', 'answered'],
        ['Yes', 'answered'],
      ]);
    expect((await app().sent(from))[2]).toBe('Yes');
  });

  it('is confirmed in the language of the sender', async () => {
    const from = await app().writer();
    await app().write(from, '¿Cuándo abren las tiendas?');
    await expect.poll(() => app().sent(from)).toHaveLength(1);
    await app().write(from, 'STOP');
    await expect.poll(() => app().sent(from)).toHaveLength(2);
    expect((await app().sent(from))[1]).toMatch(SPANISH);
    await app().write(from, 'Sí');
    await expect.poll(() => app().sent(from)).toHaveLength(3);
    expect((await app().sent(from))[2]).toMatch(/^Vuelves a recibir/);
  });

  it('is asked back where it may mean an order, and a yes to that opts out', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'quiero cancelar');
    await becomes(id, ['quiero cancelar', 'answered']);
    await app().write(from, 'sí, por favor');
    await becomes(id, ['quiero cancelar', 'answered'], ['sí, por favor', 'opted_out']);
    expect(await app().sent(from)).toEqual([
      '¿Quieres dejar de recibir nuestros mensajes?',
      expect.stringMatching(SPANISH),
    ]);
    await app().write(from, 'quiero volver a recibir vuestros mensajes');
    await expect.poll(() => app().sent(from)).toHaveLength(3);
    expect((await app().sent(from))[2]).toMatch(/^Vuelves a recibir/);
  });

  it('leaves out of a question what Twilio has answered meanwhile', async () => {
    const from = await app().writer();
    const heard = app().model.requests.length;
    app().model.hangOn = 'Sunday';
    await app().post({ From: from, Body: 'Sunday hours?' }, { headers: AS_TWILIO });
    await app().model.heard(heard + 1);
    const help = { From: from, Body: 'HELP', OptOutType: 'HELP' };
    const answer = app()
      .post(help)
      .then(({ body }) => body);
    await app().model.heard(heard + 2);
    app().model.hangOn = undefined;
    app().model.release();
    const { conversation_id: id } = await answer;
    await becomes(id, ['Sunday hours?', 'answered'], ['HELP', 'answered']);
    expect(await app().sent(from)).toEqual(['Sunday hours?']);
  });

  it('is silent where Twilio has answered already', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'STOP', { OptOutType: 'STOP' });
    await becomes(id, ['STOP', 'opted_out']);
    await app().write(from, 'START', { OptOutType: 'START' });
    await becomes(id, ['STOP', 'opted_out'], ['START', 'answered']);
    expect(await app().sent(from)).toEqual([]);
    await app().write(from, 'pan y café');
    await expect.poll(() => app().sent(from)).toEqual(['pan y café']);
  });

  it('is silent at HELP, which changes nothing, whichever the state', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'HELP', { OptOutType: 'HELP' });
    await becomes(id, ['HELP', 'answered']);
    const path = `${CONVERSATIONS}/${id}`;
    const optedOut = async () => (await app().admin('get', path).expect(200)).body.opted_out;
    expect(await optedOut()).toBe(false);
    await app().write(from, 'START', { OptOutType: 'START' });
    await app().write(from, 'BAJA', { OptOutType: 'STOP' });
    await app().write(from, 'HELP', { OptOutType: 'HELP' });
    await becomes(
      id,
      ['HELP', 'answered'],
      ['START', 'answered'],
      ['BAJA', 'opted_out'],
      ['HELP', 'opted_out'],
    );
    expect(await optedOut()).toBe(true);
    expect(await app().sent(from)).toEqual([]);
  });

  it('cuts into an answer that is being made', async () => {
    const from = await app().writer();
    const before = app().model.requests.length;
    app().model.mode = 'hang';
    const asked = app().post({ From: from, Body: 'Any bread?' });
    const answer = asked.then(({ body }) => body);
    await app().model.heard(before + 1);
    const id = await app().write(from, 'BAJA');
    app().model.mode = 'echo';
    app().model.release();
    await becomes(id, ['Any bread?', 'opted_out'], ['BAJA', 'opted_out']);
    await answer;
    expect(await app().sent(from)).toEqual([expect.stringMatching(SPANISH)]);
  });

  it('cancels what waits to be sent', async () => {
    await app().faults({ create: { mode: '429' } });
    const from = await app().writer();
    const id = await app().write(from, 'busy');
    await expect
      .poll(async () => (await app().messages(id)).at(-1)?.parts)
      .toMatchObject([{ state: 'pending' }]);
    await app().post({ From: from, Body: 'STOP' }).expect(200);
    await app().faults({});
    await becomes(id, ['busy', 'opted_out'], ['STOP', 'opted_out']);
    expect(await app().sent(from)).toEqual([expect.stringMatching(/^You will get no more/)]);
  });

  it('counts when Twilio says so', async () => {
    await app().faults({ create: { mode: 'refuse', error_code: 21610 } });
    const from = await app().writer();
    const id = await app().write(from, 'one');
    await becomes(id, ['one', 'dead']);
    await app().faults({});
    await app().write(from, 'two');
    await becomes(id, ['one', 'dead'], ['two', 'opted_out']);
    const [{ id: failure }] = await app().failures(id);
    await app().admin('post', `/api/v1/failures/${failure}/retry`).expect(409);
    expect(await app().sent(from)).toEqual([]);
  });
});
