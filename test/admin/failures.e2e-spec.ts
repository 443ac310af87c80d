import { expect, it } from 'vitest';
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

  it('404 for an unknown one, 400 for what is no id, 401 without the token', async () => {
    for (const what of ['retry', 'discard']) {
      await app().admin('post', `${FAILURES}/${NOBODY}/${what}`).expect(404);
      await app().admin('post', `${FAILURES}/1/${what}`).expect(400);
      await app().admin('post', `${FAILURES}/${NOBODY}/${what}`, undefined, null).expect(401);
    }
  });
});
