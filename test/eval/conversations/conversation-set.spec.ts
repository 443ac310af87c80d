import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSet } from './conversation-set.js';
import { keeps, readThresholds } from './thresholds.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recado-'));
  mkdirSync(join(folder, 'shop/en'), { recursive: true });
  writeFileSync(join(folder, 'shop/en/hours.md'), '# Hours');
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, 'a.tuned.yaml');
  writeFileSync(file, text);
  return file;
}
const withTurn = (turn: string) =>
  written(`documents: ./shop\nconversations: [{ turns: [${turn}] }]`);

it('reads documents, time and turns', () => {
  const file = written(`
documents: ./shop
now: 2026-11-28T10:05:00+01:00
config: { bot_name: Ana }
conversations:
  - turns: [{ ask: hours, kind: one-word, must: [a, [b, c]], must_not: [d] }]`);
  const turn = { ask: 'hours', kind: 'one-word', must: ['a', ['b', 'c']], must_not: ['d'] };
  expect(readSet(file)).toEqual({
    name: 'a.tuned.yaml',
    documents: [join(folder, 'shop/en/hours.md')],
    now: Date.UTC(2026, 10, 28, 9, 5),
    config: { bot_name: 'Ana' },
    conversations: [{ turns: [turn] }],
  });
});

it.each([
  ['{ ask: x, kind: plain, musst: [a] }', /turns\/0 must NOT have additional properties: musst/],
  ['{ ask: x, kind: plain, must: [] }', /turns\/0\/must must NOT have fewer than 1 items/],
  ['{ ask: x, kind: plain, must: [""] }', /turns\/0\/must\/0 must match/],
  ['{ ask: x, kind: plain, must: [3,50] }', /turns\/0\/must\/0 must be string/],
  ['{ ask: x, kind: plain }', /turns\/0 must match a schema in anyOf/],
  ['{ ask: x, kind: Plain, must: [a] }', /turns\/0\/kind must match/],
  ['{ ask: x, kind: person, handover: false }', /turns\/0\/handover must be equal to constant/],
  ['{ ask: x, kind: person, handover: true, refuse: true }', /turns\/0 must match exactly one/],
  [
    '{ ask: x, kind: person, handover: true }, { ask: y, kind: yes, must: [a] }',
    /after a handover/,
  ],
])('refuses %s', (turn, says) => {
  expect(() => readSet(withTurn(turn))).toThrow(says);
});

it.each(['no_sources', 'handover'])('marks by %s alone', (mark) => {
  const { conversations } = readSet(withTurn(`{ ask: x, kind: person, ${mark}: true }`));
  expect(conversations[0].turns).toEqual([{ ask: 'x', kind: 'person', [mark]: true }]);
});

it('takes several folders', () => {
  mkdirSync(join(folder, 'more'), { recursive: true });
  writeFileSync(join(folder, 'more/b.md'), 'x');
  const turn = '{ ask: x, kind: plain, must: [a] }';
  const file = written(`documents: [./shop, more]\nconversations: [{ turns: [${turn}] }]`);
  expect(readSet(file).documents).toEqual([
    join(folder, 'shop/en/hours.md'),
    join(folder, 'more/b.md'),
  ]);
});

it('refuses two documents of one name', () => {
  mkdirSync(join(folder, 'twice/es'), { recursive: true });
  for (const path of ['twice/a.md', 'twice/es/a.md']) writeFileSync(join(folder, path), 'x');
  const file = written('documents: ./twice\nconversations: [{ turns: [] }]');
  expect(() => readSet(file)).toThrow(/turns must NOT have fewer/);
  const turn = '{ ask: x, kind: plain, must: [a] }';
  const other = written(`documents: ./twice\nconversations: [{ turns: [${turn}] }]`);
  expect(() => readSet(other)).toThrow(/two documents have the name a.md/);
});

it('reads thresholds, and holds counts against them', () => {
  const file = join(folder, 'thresholds.yaml');
  writeFileSync(file, 'default: { min: 0.9, max_harmful: 0 }\nb.yaml: {}');
  const { default: standard, 'b.yaml': none } = readThresholds(file);
  expect(keeps({ share: 0.9, harmful: 0 }, standard)).toBe(true);
  expect(keeps({ share: 0.89, harmful: 0 }, standard)).toBe(false);
  expect(keeps({ share: 1, harmful: 1 }, standard)).toBe(false);
  expect(keeps({ share: 0, harmful: 9 }, none)).toBe(true);
  writeFileSync(file, 'default: { least: 0.9 }');
  expect(() => readThresholds(file)).toThrow(/form of thresholds/);
});
