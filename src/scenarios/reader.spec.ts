import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseScenario, readScenario, readSet } from './reader.js';
import type { Scenario } from './scenario.js';
import { jsonOf } from './writer.js';

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

it('takes no scenario of a folder for a document', () => {
  mkdirSync(join(folder, 'beside'), { recursive: true });
  for (const name of ['prices.md', 'check.yaml', 'more.YML'])
    writeFileSync(join(folder, 'beside', name), 'x');
  const turn = '{ ask: x, kind: plain, must: [a] }';
  const file = written(`documents: ./beside\nconversations: [{ turns: [${turn}] }]`);
  expect(readSet(file).documents).toEqual([join(folder, 'beside/prices.md')]);
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

it('names the line of what is wrong', () => {
  const file = written('documents: ./shop\nconversations:\n  - turns:\n      - ask: [x]\n');
  expect(() => readSet(file)).toThrow(/\/ask must be string \(line 4\)/);
});

describe('for WhatsApp', () => {
  const read = (turns: string) => {
    const file = written(`conversations: [{ from: whatsapp:+12025550123, turns: [${turns}] }]`);
    return readScenario(file).conversations[0].turns;
  };

  it('needs no documents, kinds or marks, and sends more than texts', () => {
    writeFileSync(join(folder, 'note.ogg'), 'voice');
    const place = '{ latitude: 40.5, longitude: -3.5, label: Shop }';
    expect(
      read(`{ ask: Hi }, { media: [note.ogg] }, { location: ${place}, silence: true },
        { button: { text: "Yes" }, must: [a] }`),
    ).toEqual([
      { ask: 'Hi', kind: 'other' },
      {
        ask: '',
        kind: 'other',
        media: [{ content_type: 'audio/ogg', base64: Buffer.from('voice').toString('base64') }],
      },
      {
        ask: '',
        kind: 'other',
        location: { latitude: 40.5, longitude: -3.5, label: 'Shop' },
        silence: true,
      },
      { ask: '', kind: 'other', button: { text: 'Yes' }, must: ['a'] },
    ]);
  });

  it.each([
    ['{ media: [lost.ogg] }', /a\.tuned\.yaml: lost\.ogg cannot be read \(ENOENT\)/],
    ['{ media: [shop] }', /shop: write its content_type/],
    ['{ media: [{ content_type: audio/ogg }] }', /media\/0 must have required property/],
    ['{ media: [{ content_type: x, base64: "" }] }', /content_type must match pattern/],
    ['{ must: [a] }', /turns\/0 must have required property 'ask'/],
    ['{ ask: x, silence: true, refuse: true }', /must match exactly one/],
    ['{ ask: x, handover: true }, { ask: y }', /goes on after a handover/],
  ])('refuses %s', (turns, says) => {
    expect(() => read(turns)).toThrow(says);
  });

  it('may go on in silence after a handover', () => {
    expect(read('{ ask: x, handover: true }, { ask: y, silence: true }')).toHaveLength(2);
  });

  it('takes steps of the team, after which the bot is heard again', () => {
    const turns = read(`{ ask: x, handover: true }, { ask: y, silence: true },
      { operator: { reply: Hello } }, { operator: release }, { ask: z }, { operator: takeover },
      { ask: Volver al bot, no_sources: true }, { ask: z, must: [a] }`);
    expect(turns[2]).toEqual({ ask: '', kind: 'operator', operator: { reply: 'Hello' } });
    const again = { conversations: [{ turns }] } as Scenario;
    expect(parseScenario(jsonOf(again), 'again').conversations[0].turns).toEqual(turns);
  });

  it.each([
    ['{ operator: go }', /operator must be equal to one of/],
    ['{ operator: { reply: "" } }', /reply must match pattern/],
    ['{ operator: release, ask: x }', /turns\/0 must NOT be valid/],
    ['{ operator: release, silence: true }', /turns\/0 must NOT be valid/],
    ['{ ask: x }, { operator: takeover }, { ask: y }', /goes on after a handover/],
    [
      '{ ask: x }, { operator: handover }, { operator: { reply: Hi } }, { ask: y }',
      /goes on after/,
    ],
  ])('refuses as a step %s', (turns, says) => {
    expect(() => read(turns)).toThrow(says);
  });

  it('reads a text without a file, which has no files beside it', () => {
    const text = 'documents: ./shop\nconversations: [{ turns: [{ ask: Hi }] }]';
    expect(parseScenario(text, 'mine.yaml')).toMatchObject({ name: 'mine.yaml', documents: [] });
    const withFile = 'conversations: [{ turns: [{ media: [note.ogg] }] }]';
    expect(() => parseScenario(withFile, 'mine.yaml')).toThrow(/mine\.yaml: note\.ogg is not here/);
    expect(() => parseScenario('a: [', 'mine.yaml')).toThrow(/mine\.yaml is no YAML: line 1/);
    expect(() => parseScenario('', 'mine.yaml')).toThrow(/must be object/);
  });
});
