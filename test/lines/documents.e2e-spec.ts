import { array, assert, asyncProperty, constantFrom, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';

const DOCUMENTS = '/api/v1/knowledge/documents';

/** What each document is about, besides what all are about. */
const THINGS = ['oranges', 'lemons', 'cherries', 'walnuts', 'almonds', 'olives', 'peppers', 'figs'];

withApp('documents and answers of lines', {}, (app) => {
  const lines = ['default', aPhone(), aPhone()];
  const put = async (path: string, body: object) =>
    (await app().admin('post', path, body).expect(201)).body as { id: string };

  it('never mix: a line sees its own and the common ones, by search and in answers', async () => {
    const run = async (things: string[], fors: (string | undefined)[]) => {
      const made: { line?: string; thing: string; id: string }[] = [];
      try {
        await runs(things, fors, made);
      } finally {
        for (const { id } of made) await app().admin('delete', `${DOCUMENTS}/${id}`).expect(204);
      }
    };
    const runs = async (
      things: string[],
      fors: (string | undefined)[],
      made: { line?: string; thing: string; id: string }[],
    ) => {
      for (const [n, thing] of things.entries()) {
        const line = fors[n % fors.length];
        const text = `We sell ${thing} at the market. A kilo of ${thing} costs ${n + 2} euros.`;
        // The same name on each line: it is another document.
        const given = { name: `${thing}.md`, title: thing, text, ...(line && { line }) };
        made.push({ line, thing, id: (await put(DOCUMENTS, given)).id });
      }
      for (const line of lines) {
        const visible = made.filter((one) => [undefined, line].includes(one.line));
        const ids = visible.map(({ id }) => id);
        const query = `how much is a kilo of ${things.join(', ')}?`;
        const found = await app().admin('post', '/api/v1/knowledge/search', {
          query,
          limit: 50,
          line,
        });
        const seen = found.body.items.map((one: { document_id: string }) => one.document_id);
        expect(new Set(seen)).toEqual(new Set(ids));
        for (const { thing, id } of made) {
          const text = `How much is a kilo of ${thing}?`;
          const { body } = await app().admin('post', '/api/v1/chat', { text, line }).expect(200);
          const used = body.sources.map((one: { document_id: string }) => one.document_id);
          expect(used.filter((one: string) => !ids.includes(one))).toEqual([]);
          if (ids.includes(id)) expect(used).toContain(id);
        }
      }
    };
    const things = uniqueArray(constantFrom(...THINGS), { minLength: 2, maxLength: 4 });
    const fors = array(constantFrom(undefined, ...lines), { minLength: 1, maxLength: 4 });
    await assert(asyncProperty(things, fors, run), { numRuns: 6, seed: 40 });
  });

  it('of one name are one for each line, and replaced there alone', async () => {
    const given = { name: 'hours.md', title: 'Hours', text: 'Open from nine.' };
    const [common, own] = [
      await put(DOCUMENTS, given),
      await put(DOCUMENTS, { ...given, line: lines[1] }),
    ];
    expect(own).toMatchObject({ name: 'hours.md', line: lines[1] });
    expect(common).toMatchObject({ name: 'hours.md', line: null });
    const changed = { ...given, text: 'Open from ten.', line: lines[1] };
    const again = await app().admin('post', DOCUMENTS, changed).expect(200);
    expect(again.body).toMatchObject({ id: own.id, outcome: 'replaced' });
    const { body } = await app().admin('get', `${DOCUMENTS}/${common.id}`).expect(200);
    expect(body.text).toBe('Open from nine.');
  });

  it("gives a line's own curated answer before the common one", async () => {
    const questions = ['Is there a terrace?'];
    await put('/api/v1/knowledge/answers', { questions, answer: 'Yes, for all.' });
    await put('/api/v1/knowledge/answers', { questions, answer: 'Here not.', line: lines[2] });
    const said = async (line: string) =>
      (await app().admin('post', '/api/v1/chat', { text: questions[0], line })).body.answer;
    expect(await Promise.all(lines.map(said))).toEqual([
      'Yes, for all.',
      'Yes, for all.',
      'Here not.',
    ]);
  });
});
