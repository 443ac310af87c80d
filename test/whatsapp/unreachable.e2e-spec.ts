import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const CONVERSATIONS = '/api/v1/conversations';

withApp('whom nothing reaches', {}, (app) => {
  const show = async (id: string) =>
    (await app().admin('get', `${CONVERSATIONS}/${id}`).expect(200)).body;
  const becomes = async (id: string, ...outcomes: [string, string | null][]) => {
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
  };

  it.each([
    [63014, 'blocked'],
    [63024, 'invalid'],
    [21211, 'invalid'],
  ])('is marked by %i as %s, and nothing more is tried until they write', async (code, reason) => {
    await app().faults({ create: { mode: 'refuse', error_code: code } });
    const from = await app().writer();
    const id = await app().write(from, 'one');
    await becomes(id, ['one', 'dead']);
    const unreachable = { since: expect.any(String), code, reason };
    expect(await show(id)).toMatchObject({ opted_out: false, unreachable });
    await app().faults({});
    const reply = await app().admin('post', `${CONVERSATIONS}/${id}/reply`, { text: 'Hi' });
    expect(reply.status).toBe(409);
    expect(reply.body.detail).toMatch(/blocked this number.*reachable/);
    await app().admin('post', `/api/v1/whatsapp/send-test?to=${from}`).expect(409);
    const list = await app().admin('get', `${CONVERSATIONS}?unreachable=true`).expect(200);
    expect(list.body.items.map((one: { id: string }) => one.id)).toContain(id);
    expect(await app().sent(from)).toEqual([]);
    await app().write(from, 'two');
    await becomes(id, ['one', 'dead'], ['two', 'answered']);
    expect((await show(id)).unreachable).toBeNull();
    expect(await app().sent(from)).toEqual(['two']);
  });

  it('is told by a late callback, too', async () => {
    await app().faults({ delivery: { error_code: 63024, rate: 1 } });
    const from = await app().writer();
    const id = await app().write(from, 'one');
    await expect.poll(async () => (await show(id)).unreachable?.code).toBe(63024);
    await becomes(id, ['one', 'dead']);
  });

  it('is cleared by the operator', async () => {
    await app().faults({ create: { mode: 'refuse', error_code: 63024 } });
    const from = await app().writer();
    const id = await app().write(from, 'one');
    await becomes(id, ['one', 'dead']);
    await app().faults({});
    const path = `${CONVERSATIONS}/${id}`;
    const cleared = await app().admin('post', `${path}/reachable`).expect(200);
    expect(cleared.body).toMatchObject({ id, unreachable: null });
    await app().admin('post', `${path}/reply`, { text: 'Hi' }).expect(201);
    await expect.poll(() => app().sent(from)).toEqual(['Hi']);
    const nobody = `${CONVERSATIONS}/00000000-0000-4000-8000-000000000000/reachable`;
    await app().admin('post', nobody).expect(404);
    await app().admin('get', `${CONVERSATIONS}?unreachable=maybe`).expect(400);
  });
});
