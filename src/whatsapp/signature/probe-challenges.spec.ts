import { expect, it } from 'vitest';
import { FORM, SID, STATUS, twilioSides } from '../../../test/support/twilio/twilio-side.js';
import { Secrets } from '../../config/secrets/secrets.js';
import { AcceptedSignatures } from './accepted-signatures.js';
import { ProbeChallenges } from './probe-challenges.js';

const PROOF = 'x-recado-proof';
const BODY = 'Recado doctor';

const side = twilioSides();
const challenges = () => side().app.get(ProbeChallenges);
const form = (challenge: string, more = {}) => ({
  AccountSid: SID,
  Body: BODY,
  RecadoChallenge: challenge,
  ...more,
});

it('is answered with what only this installation can read, and nothing comes of it', async () => {
  const { challenge, proof } = await challenges().make();
  expect(challenge).not.toContain(proof);
  const answer = await side()
    .post({ form: form(challenge) })
    .expect(204);
  expect(answer.headers[PROOF]).toBe(proof);
  expect(side().accepted).toEqual([]);
  expect(side().app.get(AcceptedSignatures).last()).toBeUndefined();
});

it('is answered to whoever calls it, too: by any node, as Twilio or not', async () => {
  const { challenge, proof } = await challenges().make();
  const headers = { 'I-Twilio-Idempotency-Token': 'x' };
  expect((await side().post({ form: form(challenge), headers })).headers[PROOF]).toBe(proof);
});

it('says nothing to who has no right signature', async () => {
  const { challenge } = await challenges().make();
  for (const wrong of [{ token: 'another' }, { signature: null }]) {
    const answer = await side()
      .post({ form: form(challenge), ...wrong })
      .expect(403);
    expect(answer.headers[PROOF]).toBeUndefined();
  }
});

it.each<[string, () => Promise<string>]>([
  ['of another installation', () => theirs()],
  ['that is made up', async () => 'v1.AAAA'],
  ['that was changed', async () => `${(await challenges().make()).challenge.slice(0, -2)}AA`],
  ['that is empty', async () => ''],
  ['of another purpose', async () => side().secrets.seal(`${side().now} word`, 'bot_config/x')],
])('proves nothing to a challenge %s', async (_, made) => {
  const answer = await side()
    .post({ form: form(await made()) })
    .expect(400);
  expect(answer.headers[PROOF]).toBeUndefined();
  expect(answer.body.errors).toMatchObject([{ field: 'From' }]);
  expect(side().accepted).toEqual([]);
});

async function theirs(): Promise<string> {
  const { secrets } = side();
  side().secrets = new Secrets(Buffer.alloc(32, 8));
  const { challenge } = await challenges().make();
  side().secrets = secrets;
  return challenge;
}

it('is no use when it is old, by either clock', async () => {
  const { challenge } = await challenges().make();
  for (const later of [60_001, -60_001]) {
    side().now += later;
    await side()
      .post({ form: form(challenge) })
      .expect(400);
    side().now -= later;
  }
  side().now += 60_000;
  await side()
    .post({ form: form(challenge) })
    .expect(204);
});

it('hides no message: what names a sender is one, whatever else it holds', async () => {
  const { challenge } = await challenges().make();
  const message = form(challenge, { From: FORM.From });
  const answer = await side().post({ form: message }).expect(200);
  expect(answer.headers[PROOF]).toBeUndefined();
  expect(side().accepted).toMatchObject([{ text: BODY }]);
});

it('is for the webhook alone', async () => {
  const { challenge } = await challenges().make();
  const answer = await side()
    .post({ form: form(challenge), path: STATUS })
    .expect(400);
  expect(answer.headers[PROOF]).toBeUndefined();
  expect([side().updates, side().accepted]).toEqual([[], []]);
});
