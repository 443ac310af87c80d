import { array, assert, asyncProperty, integer, record } from 'fast-check';
import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { gotFrom, writeTo } from './writing.js';

/** How many messages a minute are answered on each line: the default one's, then the others'. */
const LIMITS = [20, 3, 5];

const someMessages = array(
  record({ line: integer({ min: 0, max: 2 }), person: integer({ min: 0, max: 2 }) }),
  { minLength: 1, maxLength: 24 },
);

withApp('lines, whoever writes to which of them', {}, (app) => {
  it('never mix: each answers its own, from its own number, within its own limit', async () => {
    const numbers = [app().emulator.options.from, `whatsapp:${aPhone()}`, `whatsapp:${aPhone()}`];
    const ids = ['default', ...numbers.slice(1).map((number) => number.replace('whatsapp:', ''))];
    for (const n of [1, 2])
      await app()
        .admin('put', `/api/v1/lines/${ids[n]}/config`, { rate_limit_per_minute: LIMITS[n] })
        .expect(200);
    const run = async (messages: { line: number; person: number }[]) => {
      const people = [0, 1, 2].map(() => `whatsapp:${aPhone()}`);
      const said = messages.map(({ line, person }, n) => ({
        line,
        person,
        text: `${n} to ${line}`,
      }));
      for (const { line, person, text } of said)
        await writeTo(app(), people[person], numbers[line], text);
      for (const [person, address] of people.entries())
        for (const [line, number] of numbers.entries()) {
          const texts = said
            .filter((one) => one.line === line && one.person === person)
            .map(({ text }) => text);
          const path = `wa_id=${encodeURIComponent(address)}&line=${encodeURIComponent(ids[line])}`;
          const { body } = await app().admin('get', `/api/v1/conversations?${path}`).expect(200);
          expect(body.items).toHaveLength(texts.length ? 1 : 0);
          if (!texts.length) continue;
          const outcomes = texts.map((text, n) => [
            text,
            n < LIMITS[line] ? 'answered' : 'limited',
          ]);
          const { id } = body.items[0];
          await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
          const got = (await gotFrom(app(), address, number)).flatMap((one) => one.split('\n'));
          expect(got.filter((one) => / to \d$/.test(one))).toEqual(texts.slice(0, LIMITS[line]));
        }
    };
    await assert(asyncProperty(someMessages, run), { numRuns: 12, seed: 40 });
  });
});
