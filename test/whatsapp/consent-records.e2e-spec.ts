import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const CONVERSATIONS = '/api/v1/conversations';

withApp('the record of consent', {}, (app) => {
  const recordsOf = async (id: string) => {
    const path = `${CONVERSATIONS}/${id}/consent-records`;
    return (await app().admin('get', path).expect(200)).body.items;
  };
  const becomes = async (id: string, count: number) => {
    await expect.poll(async () => (await recordsOf(id)).length).toBe(count);
  };

  it('says who opted out and in, when, and by which words', async () => {
    const from = await app().writer();
    const id = await app().write(from, '¡BAJA!', { MessageSid: `SM${'a1'.repeat(16)}` });
    await becomes(id, 1);
    await app().write(from, 'START', { OptOutType: 'START', MessageSid: `SM${'b2'.repeat(16)}` });
    await becomes(id, 2);
    const why = { reason: 'Asked for it by phone.' };
    const out = await app().admin('post', `${CONVERSATIONS}/${id}/opt-out`, why).expect(200);
    expect(out.body.opted_out).toBe(true);
    await app().admin('post', `${CONVERSATIONS}/${id}/opt-out`, {}).expect(200);
    await app().admin('post', `${CONVERSATIONS}/${id}/reply`, { text: 'Hi' }).expect(409);
    const back = await app().admin('post', `${CONVERSATIONS}/${id}/opt-in`, why).expect(200);
    expect(back.body.opted_out).toBe(false);
    const records = await recordsOf(id);
    const address = from.replace('whatsapp:', '');
    const call = (route: string) => `POST ${CONVERSATIONS}/${id}/${route}`;
    expect(records).toMatchObject([
      { kind: 'opted_out', by: 'sender', words: '¡BAJA!', message_sid: `SM${'a1'.repeat(16)}` },
      { kind: 'opted_in', by: 'sender', words: 'START', opt_out_type: 'START' },
      { kind: 'opted_out', by: 'operator', call: call('opt-out'), ...why },
      { kind: 'opted_in', by: 'operator', call: call('opt-in'), ...why },
    ]);
    for (const one of records)
      expect(one).toMatchObject({ conversation_id: id, address, at: expect.stringMatching(/Z$/) });
    const { body } = await app().admin('get', `${CONVERSATIONS}/${id}/export`).expect(200);
    expect(body.consent).toEqual(records);
  });

  it('has what Twilio said', async () => {
    await app().faults({ create: { mode: 'refuse', error_code: 21610 } });
    const from = await app().writer();
    const id = await app().write(from, 'one');
    await becomes(id, 1);
    expect(await recordsOf(id)).toMatchObject([
      { kind: 'opted_out', by: 'channel', code: 21610, words: null },
    ]);
  });

  it('is paged, and a file', async () => {
    const all = (await app().admin('get', '/api/v1/consent-records').expect(200)).body.items;
    const paged = [];
    for (let cursor = '', next: string | null = ''; next !== null; cursor = `&cursor=${next}`) {
      const path = `/api/v1/consent-records?limit=2${cursor}`;
      const { body } = await app().admin('get', path).expect(200);
      paged.push(...body.items);
      next = body.next_cursor;
    }
    expect(paged).toEqual(all);
    const file = await app().admin('get', '/api/v1/consent-records/file').expect(200);
    expect(file.headers['content-type']).toMatch(/^text\/csv/);
    expect(file.text.trim().split('\r\n')).toHaveLength(all.length + 1);
    expect(file.text).toContain('"¡BAJA!"');
    await app().admin('get', '/api/v1/consent-records?cursor=x').expect(400);
    const nobody = `${CONVERSATIONS}/00000000-0000-4000-8000-000000000000`;
    await app().admin('get', `${nobody}/consent-records`).expect(404);
    await app().admin('post', `${nobody}/opt-out`, {}).expect(404);
    await app().admin('post', `${nobody}/opt-in`, { reason: 7 }).expect(400);
  });

  it('outlives an erasure without who it was, and so does the opt-out', async () => {
    const [form, other] = ['+5215512340001', '+525512340001'];
    const id = await app().write(await app().writer(`whatsapp:${form}`), 'BAJA ya');
    await becomes(id, 1);
    await app().admin('delete', `${CONVERSATIONS}/${id}`).expect(204);
    const { body } = await app().admin('get', '/api/v1/consent-records?limit=200').expect(200);
    const kept = body.items.at(-1);
    expect(kept).toMatchObject({ kind: 'opted_out', by: 'sender', words: null, address: null });
    expect(kept).toMatchObject({ message_sid: null, conversation_id: null });
    expect(kept.person).toMatch(/^[\w-]{43}$/);
    expect(kept.erased_at).not.toBeNull();
    expect(JSON.stringify(body)).not.toContain('5512340001');
    await app().admin('post', `/api/v1/whatsapp/send-test?to=whatsapp:${other}`).expect(409);
    const anew = await app().write(await app().writer(`whatsapp:${other}`), '¿Hola?');
    await expect.poll(() => app().outcomes(anew)).toEqual([['¿Hola?', 'opted_out']]);
    expect(await recordsOf(anew)).toMatchObject(
      [{ kind: 'opted_out', reason: /erased/ }].map((one) => ({
        ...one,
        reason: expect.stringMatching(one.reason),
      })),
    );
    await app().write(`whatsapp:${other}`, 'START');
    await expect.poll(() => app().sent(`whatsapp:${other}`)).toHaveLength(1);
  });
});
