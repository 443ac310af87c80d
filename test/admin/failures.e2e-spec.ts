import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { FailurePage } from '../../src/failures/failure.dto.js';
import { withApp } from '../support/app.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const FAILURES = '/api/v1/failures';

withApp('failures', { WEBHOOK_REPLY_WAIT_MS: '0' }, (app) => {
  const becomes = async (id: string, ...outcomes: [string, string | null][]) => {
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
  };
  const refused = async (from: string, text: string) => {
    await app().faults({ create: { mode: 'refuse', error_code: 21211 } });
    const id = await app().write(from, text);
    await becomes(id, [text, 'dead']);
    await app().faults({});
    const [failure] = await app().failures(id);
    return { id, failure: failure.id };
  };

  it('sends again what a person retries, behind a newer answer too', async () => {
    const from = await app().writer();
    const { id, failure } = await refused(from, 'refused');
    await app().write(from, 'taken');
    await becomes(id, ['refused', 'dead'], ['taken', 'answered']);
    await app().admin('post', `${FAILURES}/${failure}/retry`).expect(204);
    await becomes(id, ['refused', 'answered'], ['taken', 'answered']);
    expect(await app().sent(from)).toEqual(['taken', 'refused']);
    expect(await app().failures(id)).toEqual([]);
    const { body } = await app().admin('post', `${FAILURES}/${failure}/retry`).expect(409);
    expect(body).toMatchObject({ status: 409, detail: expect.stringMatching(/left to send/) });
  });

  it('takes off the list what a person discards, and keeps its outcome', async () => {
    const { id, failure } = await refused(await app().writer(), 'refused');
    await app().admin('post', `${FAILURES}/${failure}/discard`).expect(204);
    expect(await app().failures(id)).toEqual([]);
    await becomes(id, ['refused', 'dead']);
  });

  it('decides about many at once, and says of each what became of it', async () => {
    const from = await app().writer();
    const one = await refused(from, 'one');
    const two = await refused(await app().writer(), 'two');
    const many = (what: string, ids: string[]) =>
      app().admin('post', `${FAILURES}/${what}`, { ids }).expect(200);
    const retried = await many('retry', [one.failure.toUpperCase(), NOBODY, one.failure]);
    expect(retried.body).toEqual({
      done: 1,
      refused: 1,
      items: [
        { id: one.failure, result: 'done', reason: null },
        { id: NOBODY, result: 'refused', reason: 'There is no failure of this id.' },
      ],
    });
    await becomes(one.id, ['one', 'answered']);
    expect(await app().sent(from)).toEqual(['one']);
    const discarded = await many('discard', [two.failure, one.failure]);
    expect(discarded.body).toMatchObject({ done: 1, refused: 1 });
    expect(await app().failures(two.id)).toEqual([]);
    const again = await many('retry', [one.failure]);
    expect(again.body).toMatchObject({
      done: 0,
      items: [{ reason: expect.stringMatching(/left to send/) }],
    });
  });

  it('lists one kind, says how many there are, and what was asked', async () => {
    const { id, failure } = await refused(await app().writer(), 'refused');
    const list = async (kind: string) =>
      (await app().admin('get', `${FAILURES}?limit=1&kind=${kind}`).expect(200))
        .body as FailurePage;
    const { items, total, counts } = await list('dead');
    expect([total, total]).toEqual([counts.dead, 1]);
    const shown = { id: failure, kind: 'dead', question: 'refused', answer: 'refused' };
    expect(items).toMatchObject([{ ...shown, conversation_id: id, mode: 'llm' }]);
    expect(items[0].message_id).toBe((await app().messages(id))[0].id);
    expect(await list('uncertain')).toMatchObject({ total: 0, items: [], counts });
    await app().admin('get', `${FAILURES}?kind=lost`).expect(400);
  });

  it('404 for an unknown one, 400 for what is no id, 401 without the token', async () => {
    for (const what of ['retry', 'discard']) {
      await app().admin('post', `${FAILURES}/${NOBODY}/${what}`).expect(404);
      await app().admin('post', `${FAILURES}/1/${what}`).expect(400);
      await app().admin('post', `${FAILURES}/${NOBODY}/${what}`, undefined, null).expect(401);
      for (const ids of [
        undefined,
        [],
        'x',
        ['x'],
        [1],
        Array(201)
          .fill(0)
          .map(() => randomUUID()),
      ])
        await app().admin('post', `${FAILURES}/${what}`, { ids }).expect(400);
    }
  });
});
