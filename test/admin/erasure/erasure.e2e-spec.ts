import { expect, it } from 'vitest';
import { withApp } from '../../support/app.js';
import { aSid } from '../../support/stores/mailboxes.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const CONVERSATIONS = '/api/v1/conversations';

withApp('a sender’s data', {}, (app) => {
  const answered = async (MessageSid: string, from: string) => {
    const id = await app().write(from, 'pan y café', { MessageSid, ProfileName: 'Ana' });
    await expect.poll(() => app().outcomes(id)).toEqual([['pan y café', 'answered']]);
    return id;
  };

  it('is handed over as a whole', async () => {
    const from = await app().writer();
    const id = await answered(aSid(), from);
    const { body } = await app().admin('get', `${CONVERSATIONS}/${id}/export`).expect(200);
    expect(body).toMatchObject({
      exported_at: expect.any(String),
      conversation: { id, mode: 'bot' },
      addresses: [{ wa_id: from.replace('whatsapp:', ''), profile_name: 'Ana' }],
      messages: [
        {
          direction: 'inbound',
          text: 'pan y café',
          outcome: 'answered',
          sends: [],
          received: { via: 'webhook', request: { form: { From: from, ProfileName: 'Ana' } } },
        },
        {
          direction: 'outbound',
          text: 'pan y café',
          received: null,
          parts: [{ state: 'accepted' }],
          sends: [{ attempts: [{ cause: 'first', outcome: 'accepted', http_status: 201 }] }],
        },
      ],
    });
    await app().admin('get', `${CONVERSATIONS}/${NOBODY}/export`).expect(404);
  });

  it('is erased, and a repeated webhook brings nothing of it back', async () => {
    const [from, sid] = [await app().writer(), aSid()];
    const id = await answered(sid, from);
    const path = `${CONVERSATIONS}/${id}`;
    await app().admin('delete', path).expect(204);
    for (const what of ['', '/messages', '/export']) {
      await app()
        .admin('get', path + what)
        .expect(404);
    }
    await app().admin('delete', path).expect(404);
    const repeated = { From: from, Body: 'pan y café', MessageSid: sid };
    const { body } = await app().post(repeated).expect(200);
    expect(body).toMatchObject({ status: 'ok', response_preview: null });
    const list = await app().admin('get', `${CONVERSATIONS}?wa_id=${from}`).expect(200);
    expect(list.body.items).toEqual([]);
    expect(await app().sent(from)).toEqual(['pan y café']);
    const fresh = await answered(aSid(), from);
    expect(fresh).not.toBe(id);
  });

  it('is erased while an answer is being made: nothing is sent', async () => {
    const from = await app().writer();
    const before = app().model.requests.length;
    app().model.mode = 'hang';
    const asked = app().post({ From: from, Body: 'Any bread?' });
    const answer = asked.then(({ body }) => body);
    await app().model.heard(before + 1);
    const list = await app().admin('get', `${CONVERSATIONS}?wa_id=${from}`).expect(200);
    await app().admin('delete', `${CONVERSATIONS}/${list.body.items[0].id}`).expect(204);
    app().model.mode = 'echo';
    app().model.release();
    expect(await answer).toMatchObject({ status: 'ok', response_preview: null });
    await answered(aSid(), await app().writer());
    expect(await app().sent(from)).toEqual([]);
  });
});
