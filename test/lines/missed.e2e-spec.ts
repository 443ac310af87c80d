import { afterEach, expect, it, vi } from 'vitest';
import { AS_TWILIO, withApp } from '../support/app.js';
import { atMinutes } from '../support/time/at-minutes.js';
import { aNumber, gotFrom, idOf, setUp, writeTo } from './writing.js';

const env = { WEBHOOK_REPLY_WAIT_MS: '0' };

withApp('what did not come, of several numbers', env, (app) => {
  afterEach(() => void vi.restoreAllMocks());

  /** Twilio has it; its webhook doesn't come. */
  const misses = (person: string, number: string, body: string) =>
    writeTo(app(), person, number, body, { webhook: false });
  /** A genuine webhook for a number, which may be its first. */
  const comes = (number: string) =>
    app()
      .post({ From: aNumber(), To: number, Body: 'it came' }, { headers: AS_TWILIO })
      .expect(200);
  const conversations = async (person: string) => {
    const path = `/api/v1/conversations?wa_id=${encodeURIComponent(idOf(person))}`;
    return (await app().admin('get', path).expect(200)).body.items as {
      id: string;
      line: string;
    }[];
  };

  it('is taken in on the line that it was written to, for each number from its first webhook on', async () => {
    const { from: own } = app().emulator.options;
    const [set, late, unknown, never] = [aNumber(), aNumber(), aNumber(), aNumber()];
    for (const number of [set, late]) await setUp(app(), number);
    const people = Array.from({ length: 3 }, aNumber);
    const [ofLate, ofUnknown, ofNever] = [aNumber(), aNumber(), aNumber()];
    atMinutes(-10);
    for (const number of [own, set, unknown]) await comes(number);
    atMinutes(-5);
    for (const [n, person] of people.entries())
      for (const number of [own, set]) await misses(person, number, `${n} to ${number}`);
    await misses(ofLate, late, 'before its first webhook');
    await misses(ofUnknown, unknown, 'té con leche');
    await misses(ofNever, never, 'to a number that never told us');
    atMinutes(-4);
    await comes(late);
    atMinutes(-3);
    await misses(ofLate, late, 'after it');
    atMinutes(2);
    for (const [n, person] of people.entries())
      for (const number of [own, set])
        await expect.poll(() => gotFrom(app(), person, number)).toEqual([`${n} to ${number}`]);
    await expect.poll(() => gotFrom(app(), ofLate, late)).toEqual(['after it']);
    await expect.poll(async () => (await conversations(ofUnknown)).length).toBe(1);
    expect(await app().sent(ofUnknown)).toEqual([]);
    vi.restoreAllMocks();

    for (const person of people) {
      const lines = (await conversations(person)).map(({ line }) => line);
      expect(lines.toSorted()).toEqual([idOf(set), 'default'].toSorted());
    }
    const [{ id }] = await conversations(ofLate);
    await expect.poll(() => app().outcomes(id)).toEqual([['after it', 'answered']]);
    expect(await conversations(ofNever)).toEqual([]);
    const [waiting] = await conversations(ofUnknown);
    expect(waiting.line).toBe(idOf(unknown));
    expect(await app().outcomes(waiting.id)).toEqual([['té con leche', null]]);
    await setUp(app(), unknown);
    await expect.poll(() => gotFrom(app(), ofUnknown, unknown)).toEqual(['té con leche']);
  });
});
