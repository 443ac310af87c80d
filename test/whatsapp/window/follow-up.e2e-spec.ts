import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FollowUpService } from '../../../src/templates/follow-up/follow-up.service.js';
import { STORES } from '../../support/stores/app-settings.js';
import { madeTemplate } from '../../support/twilio/templates.js';
import { DayLater } from './a-day-later.js';

const CONVERSATIONS = '/api/v1/conversations';
const TEXT = 'Hello Ana, we have not forgotten you.';

describe.each(STORES)('The follow-up, on %s', (store) => {
  const later = new DayLater(store);
  let sid: string;
  const app = () => later.app;
  beforeAll(async () => {
    await later.start();
    const body = 'Hello {{1}}, we have not forgotten you.';
    sid = await madeTemplate(app().emulator, {
      name: 'we_are_here',
      body,
      variables: { 1: 'Ana' },
    });
    const follow_up_variables = '1={name|there}';
    await app().configure({ follow_up_content_sid: sid, follow_up_variables, language: 'en' });
  });
  afterEach(() => app()?.calm());
  afterAll(() => later.close());

  const round = () => app().part(FollowUpService).round();
  const post = (id: string, what: string, body?: object) =>
    app().admin('post', `${CONVERSATIONS}/${id}/${what}`, body);
  const last = async (id: string) => (await app().messages(id)).at(-1)!;

  /** What is on its way when the day is over would come too late. */
  async function isDelivered(id: string): Promise<void> {
    await expect.poll(() => last(id)).toMatchObject({ parts: [{ status: 'delivered' }] });
  }

  /** Somebody who waits for a person, and what they have got until then. */
  async function waiting() {
    const from = await app().writer();
    const id = await app().write(from, 'I want to talk to a person', { ProfileName: 'Ana' });
    await isDelivered(id);
    return { from, id };
  }
  /** How often somebody has got the template. */
  const got = async ({ from }: { from: string }) =>
    (await app().sent(from)).filter((text) => text === TEXT).length;
  /** The next who is due gets theirs, so that whoever should have got one has. */
  async function everybodyHas() {
    const other = await waiting();
    await later.passes(other.id);
    await round();
    await expect.poll(() => got(other)).toBe(1);
  }

  it('goes out as a template when its time has come, where a text is refused, and once', async () => {
    const one = await waiting();
    await round();
    await later.passes(one.id);
    await post(one.id, 'reply', { text: 'Hello?' }).expect(409);
    await Promise.all([round(), round(), round()]);
    await expect
      .poll(() => last(one.id))
      .toMatchObject({
        text: TEXT,
        mode: 'follow_up',
        outcome: 'answered',
        parts: [{ content_sid: sid, status: 'delivered' }],
      });
    await round();
    await everybodyHas();
    expect(await got(one)).toBe(1);
    const { text } = await app().admin('get', '/metrics').expect(200);
    expect(text).toMatch(/^recado_follow_ups_total [1-9]/m);
  });

  it('goes out where the answer came too late, and to whom a person left unanswered', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'one', { ProfileName: 'Ana' });
    await isDelivered(id);
    await app().faults({ delivery: { error_code: 63016 } });
    await app().write(from, 'two');
    await expect.poll(async () => (await app().failures(id)).length).toBe(1);
    await app().faults({});
    const left = await app().writer();
    const other = await app().write(left, 'one', { ProfileName: 'Ana' });
    await post(other, 'takeover').expect(200);
    await app().write(left, 'Is anybody there?');
    await expect.poll(async () => (await app().outcomes(other)).at(-1)?.[1]).toBe('human');
    await later.passes(id, other);
    await round();
    await expect.poll(() => got({ from })).toBe(1);
    await expect.poll(() => got({ from: left })).toBe(1);
  });

  it('never goes to who opted out, was erased, was answered, or has written again', async () => {
    const [out, erased, answered, back] = [
      await waiting(),
      await waiting(),
      await waiting(),
      await waiting(),
    ];
    await app().write(out.from, 'STOP');
    await post(answered.id, 'reply', { text: 'Here I am.' }).expect(201);
    await isDelivered(answered.id);
    await later.passes(out.id, erased.id, answered.id, back.id);
    await app().admin('delete', `${CONVERSATIONS}/${erased.id}`).expect(204);
    await app().write(back.from, 'Are you there?');
    await round();
    await everybodyHas();
    expect(await Promise.all([out, erased, answered, back].map(got))).toEqual([0, 0, 0, 0]);
  });

  it('waits while the account is refused, and not for whom a person takes over then', async () => {
    const [one, taken, out] = [await waiting(), await waiting(), await waiting()];
    await later.passes(one.id, taken.id, out.id);
    await app().faults({ create: { mode: 'refuse', error_code: 20003 } });
    await round();
    for (const { id } of [one, taken, out])
      await expect
        .poll(async () => (await last(id)).parts)
        .toMatchObject([{ state: 'pending', error_code: 20003 }]);
    await round();
    await post(taken.id, 'takeover').expect(200);
    await app().write(out.from, 'STOP');
    await expect.poll(async () => (await last(taken.id)).outcome).toBe('human');
    await app().faults({});
    await app().configure({ bot_name: 'Sol' });
    await expect.poll(() => got(one)).toBe(1);
    await everybodyHas();
    expect([await got(one), await got(taken), await got(out)]).toEqual([1, 0, 0]);
  });

  it('is sent by the next process where one ends before it sends, and once', async () => {
    const one = await waiting();
    await later.passes(one.id);
    await app().restart({ WORKER_CONCURRENCY: '0' });
    await round();
    expect((await last(one.id)).parts).toMatchObject([{ state: 'pending' }]);
    await app().restart();
    await round();
    await expect.poll(() => got(one)).toBe(1);
    await everybodyHas();
    expect(await got(one)).toBe(1);
  });
});
