import { describe, expect, it } from 'vitest';
import type { Passage } from '../../knowledge/search/passage.js';
import { shownOf } from './evidence.js';

const HEAD = '| Cake | Price |\n| --- | --- |\n';
const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `| Cake ${from + at} | ${from + at} € |`).join('\n');

function passage(position: number, text: string, section = 'Cakes'): Passage {
  const evidence = { words: 1, matched: [], missing: [] };
  const place = { documentId: 'd', title: 'Prices', section, position };
  return { ...place, text, score: 1, coverage: 1, relevance: 1, evidence };
}

describe('what the model reads', () => {
  const shown = (found: Passage[], all: Passage[]) =>
    shownOf(found, new Map([['d', all]])).map(({ text }) => text);

  it('is the whole table of a found part, once', () => {
    const all = [passage(0, HEAD + rows(0, 5)), passage(1, HEAD + rows(5, 9))];
    const whole = HEAD + rows(0, 9);
    expect(shown([all[1]], all)).toEqual([whole]);
    expect(shown([all[1], all[0]], all)).toEqual([whole]);
  });

  it('says how many rows are missing where the whole has no room', () => {
    const all = [0, 50, 100, 150, 200].map((from, at) => passage(at, HEAD + rows(from, from + 50)));
    const [text] = shown([all[2]], all);
    expect(text).toContain('| Cake 120 |');
    expect(text).toMatch(/\n\(200 more rows are not shown\)$/);
  });

  it('says that text is missing', () => {
    const all = [passage(0, 'a'.repeat(900)), passage(1, 'b'.repeat(2500))];
    expect(shown([all[0]], all)[0]).toMatch(/a\n\(The rest of the section is not shown\)$/);
  });

  it('has the found passages first, and whole sections of what is left', () => {
    const all = [
      passage(0, 'a'.repeat(1000)),
      passage(1, 'A'.repeat(1500)),
      passage(2, 'b'.repeat(1000), 'Breads'),
      passage(3, 'B'.repeat(1000), 'Breads'),
    ];
    const [cakes, breads] = shown([all[0], all[2]], all);
    expect(cakes).toMatch(/not shown/);
    expect(breads).toContain('B');
  });

  it('leaves out what is too long, not the first', () => {
    const all = [passage(0, 'a'.repeat(5000)), passage(1, 'b'.repeat(100), 'Breads')];
    expect(shown(all, all)).toEqual(['a'.repeat(5000)]);
  });
});
