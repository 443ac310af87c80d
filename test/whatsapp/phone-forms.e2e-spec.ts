import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const CONVERSATIONS = '/api/v1/conversations';
const [FORMER, TODAY] = ['+5215587654321', '+525587654321'];

withApp('a phone that is written in two ways', {}, (app) => {
  const listed = async (query: string) => {
    const { body } = await app().admin('get', `${CONVERSATIONS}?${query}`).expect(200);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('is one person, who is answered where they wrote from', async () => {
    const id = await app().write(await app().writer(`whatsapp:${FORMER}`), 'pan y café');
    await expect.poll(() => app().sent(`whatsapp:${FORMER}`)).toEqual(['pan y café']);
    expect(await app().write(await app().writer(`whatsapp:${TODAY}`), 'té')).toBe(id);
    await expect.poll(() => app().sent(`whatsapp:${TODAY}`)).toEqual(['té']);
    expect(await app().sent(`whatsapp:${FORMER}`)).toEqual(['pan y café']);
    for (const form of [FORMER, TODAY]) {
      expect(await listed(`wa_id=${encodeURIComponent(form)}`)).toEqual([id]);
      expect(await listed(`q=${encodeURIComponent(form)}`)).toEqual([id]);
    }
  });

  it('has opted out in both, whoever asks', async () => {
    const id = await app().write(`whatsapp:${TODAY}`, 'BAJA');
    await expect.poll(() => app().sent(`whatsapp:${TODAY}`)).toHaveLength(2);
    const before = await app().sent(`whatsapp:${FORMER}`);
    await app().write(`whatsapp:${FORMER}`, '¿Hay alguien?');
    await expect
      .poll(async () => (await app().outcomes(id)).at(-1))
      .toEqual(['¿Hay alguien?', 'opted_out']);
    await app().admin('post', `${CONVERSATIONS}/${id}/reply`, { text: 'Hola' }).expect(409);
    for (const form of [FORMER, TODAY])
      await app().admin('post', `/api/v1/whatsapp/send-test?to=whatsapp:${form}`).expect(409);
    expect(await app().sent(`whatsapp:${FORMER}`)).toEqual(before);
  });

  it('is exported and erased as one', async () => {
    const [id] = await listed(`wa_id=${encodeURIComponent(FORMER)}`);
    const { body } = await app().admin('get', `${CONVERSATIONS}/${id}/export`).expect(200);
    const inbound = body.messages.filter(
      (one: { direction: string }) => one.direction === 'inbound',
    );
    expect(inbound.map((one: { text: string }) => one.text)).toHaveLength(4);
    await app().admin('delete', `${CONVERSATIONS}/${id}`).expect(204);
    for (const form of [FORMER, TODAY]) {
      expect(await listed(`wa_id=${encodeURIComponent(form)}`)).toEqual([]);
      expect(await listed(`q=${encodeURIComponent(form)}`)).toEqual([]);
    }
  });
});
