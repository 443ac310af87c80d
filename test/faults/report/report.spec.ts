import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Row } from '../row.js';
import { between } from './between.js';
import { type Result, Results } from './results.js';
import { markdownOf, tableOf } from './table.js';

const row: Row = { name: 'killed', stores: ['sqlite'], least: 2, play: async () => undefined };
const result: Result = {
  row: 'killed',
  store: 'sqlite',
  seed: 1,
  held: true,
  faults: 3,
  acknowledged: 10,
  lost: 0,
  twice: 0,
  disordered: 0,
  stuck: 0,
  uncertain: 1,
  longestRefusal: 20,
  longestUnanswered: 30,
  seconds: 4,
};

it('goes on where it stopped, and shows all runs of a row as one line', () => {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const file = join(directory, 'runs.jsonl');
  new Results(file).add(result);
  new Results(file).add({ ...result, seed: 2, longestRefusal: 50, held: false, lost: 1 });
  const results = new Results(file);
  rmSync(directory, { recursive: true });
  expect(results.heldBy(row, 'sqlite')).toBe(1);
  const [line] = tableOf([[row, 'sqlite']], results);
  expect(line).toMatchObject({
    runs: '1 of 2, 1 failed',
    faults: 6,
    lost: 1,
    uncertain: 2,
    seconds: 8,
  });
  expect(line).toMatchObject({ refusal: '50 ms', unanswered: '30 ms' });
});

it('writes the table between its marks, and nowhere else', () => {
  const results = new Results();
  results.add(result);
  const text = markdownOf(tableOf([[row, 'sqlite']], results));
  expect(text.split('\n')[0]).toMatch(/^\| row +\| store +\| runs held \|/);
  expect(text).toContain('| killed | SQLite | 1 of 2    | 3 ');
  const document = 'Before\n\n<!-- table -->\n\nold\n\n<!-- end of table -->\n\nAfter\n';
  const written = between(document, 'table', text);
  expect(written).toBe(document.replace('old', text));
  expect(between(written, 'table', text)).toBe(written);
  expect(() => between(document, 'other', text)).toThrow('there is no <!-- other -->');
});
