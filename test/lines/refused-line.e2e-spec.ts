import { expect, it } from 'vitest';
import { AS_TWILIO, withApp } from '../support/app.js';
import { aNumber, gotFrom, idOf, setUp, writeTo } from './writing.js';

const FAILURES = '/api/v1/failures';
const DIAG = '/api/v1/whatsapp/diag';

withApp('a line whose sender Twilio does not have', {}, (app) => {
  const read = async (path: string) => (await app().admin('get', path).expect(200)).body;
  const heldLines = async () =>
    ((await read(FAILURES)).held_lines as { line: string }[]).map(({ line }) => line);
  /** Writes to a number that isn't one of the account at Twilio. */
  const writeToMissing = (person: string, number: string, text: string) =>
    app().post({ From: person, To: number, Body: text }, { headers: AS_TWILIO }).expect(200);
  /** The account has the number from now on: Twilio knows those that somebody wrote to. */
  async function mend(person: string, number: string): Promise<void> {
    await writeTo(app(), person, number, 'said before', { webhook: false });
    // A changed configuration is tried at once.
    await app().configure({ bot_name: `Luz ${number.slice(-4)}` });
  }

  it('is held alone, and says so; the others answer; and each ends by itself', async () => {
    const [one, two] = [aNumber(), aNumber()];
    const people = Array.from({ length: 4 }, aNumber);
    for (const number of [one, two]) await setUp(app(), number);
    await writeToMissing(people[0], one, 'to the first');
    await expect.poll(heldLines).toEqual([idOf(one)]);
    await writeTo(app(), people[2], app().emulator.options.from, 'to the default one');
    const fromDefault = () => gotFrom(app(), people[2], app().emulator.options.from);
    await expect.poll(fromDefault).toEqual(['to the default one']);
    await writeToMissing(people[1], two, 'to the second');
    await expect.poll(heldLines).toEqual([idOf(one), idOf(two)].toSorted());

    const hold = { line: idOf(one), code: 21606, waiting: 1, action: expect.stringMatching(/\w/) };
    const held_lines = expect.arrayContaining([expect.objectContaining(hold)]);
    expect(await read(FAILURES)).toMatchObject({ account: null, held_lines });
    expect(await read(DIAG)).toMatchObject({ account_hold: null, held_lines });
    const { twilio } = (await read('/health/ready')).details;
    expect(twilio).toMatchObject({ message: expect.stringMatching(/^refuses 2 lines since/) });
    // The hold is stored before the part that waits for its end.
    const metrics = async () => (await app().admin('get', '/metrics').expect(200)).text;
    await expect.poll(metrics).toContain('recado_held_answers 2');
    const text = await metrics();
    expect(text).toContain('recado_account_held 0');
    for (const number of [one, two])
      expect(text).toContain(`recado_line_held{line="${idOf(number)}"} 1`);

    await mend(people[0], one);
    await expect.poll(() => gotFrom(app(), people[0], one)).toEqual(['to the first']);
    await expect.poll(heldLines).toEqual([idOf(two)]);
    await writeTo(app(), people[3], one, 'and now?');
    await expect.poll(() => gotFrom(app(), people[3], one)).toEqual(['and now?']);
    expect(await gotFrom(app(), people[1], two)).toEqual([]);

    await mend(people[1], two);
    await expect.poll(() => gotFrom(app(), people[1], two)).toEqual(['to the second']);
    await expect.poll(heldLines).toEqual([]);
    expect(await read(DIAG)).not.toHaveProperty('held_lines');
  });

  it('is held beside the account, whose end lets the others answer', async () => {
    const { authToken, from } = app().emulator.options;
    const number = aNumber();
    const [first, second] = [aNumber(), aNumber()];
    await setUp(app(), number);
    await writeToMissing(first, number, 'to the line');
    await expect.poll(heldLines).toEqual([idOf(number)]);
    await app().configure({ twilio_auth_token: 'f'.repeat(32) });
    await expect.poll(async () => (await read(FAILURES)).account).toMatchObject({ code: 20003 });
    await app().configure({ twilio_auth_token: authToken });
    await writeTo(app(), second, from, 'to the default one');
    await expect.poll(() => gotFrom(app(), second, from)).toEqual(['to the default one']);
    // Theirs may be what the account was tried with: its hold ends once that is known.
    const lineAlone = { account: null, held_lines: [{ line: idOf(number), code: 21606 }] };
    await expect.poll(() => read(FAILURES)).toMatchObject(lineAlone);
    await mend(first, number);
    await expect.poll(() => gotFrom(app(), first, number)).toEqual(['to the line']);
  });
});
