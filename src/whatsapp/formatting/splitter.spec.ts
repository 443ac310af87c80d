import { describe, expect, it } from 'vitest';
import { formattingSpans } from './formatting-spans.js';
import { format } from './formatter.js';
import { ANSWER_LIMIT, PART_LIMIT, split } from './splitter.js';

const words = (count: number, word = 'word') => Array(count).fill(word).join(' ');
const FAMILY = '👩‍👩‍👧‍👦';

describe('split', () => {
  it('leaves a short answer as it is', () => {
    expect(split('  Hola,\n\n adiós ')).toEqual(['  Hola,\n\n adiós ']);
    expect(split('a'.repeat(PART_LIMIT))).toEqual(['a'.repeat(PART_LIMIT)]);
  });

  it('makes no empty part', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n ')).toEqual([]);
    expect(split(' '.repeat(5000))).toEqual([]);
    expect(split(`${' '.repeat(1600)}a${' '.repeat(1600)}`)).toEqual(['a']);
  });

  it('cuts at a paragraph before a line, a line before a sentence, a sentence before a word', () => {
    const paragraph = `${words(200)}.`;
    expect(split(`${paragraph}\n\n${words(50)}\n${words(60)}`)[0]).toBe(paragraph);
    expect(split(`${words(200)}\n${words(50)}. ${words(60)}`)[0]).toBe(words(200));
    expect(split(`${words(200)}. ${words(110)}`)).toEqual([`${words(200)}.`, words(110)]);
    expect(split(words(400))).toEqual([words(300), words(100)]);
  });

  it('prefers a fuller part to a better place', () => {
    expect(split(`One.\n\n${words(400)}`)[0].length).toBeGreaterThan(PART_LIMIT - 10);
  });

  it('cuts a sentence without spaces at its end', () => {
    expect(split(`${'字'.repeat(1000)}。${'字'.repeat(900)}`)[0]).toBe(`${'字'.repeat(1000)}。`);
  });

  it('cuts a word only when it must, and never a character', () => {
    expect(split('a'.repeat(3100)).map((part) => part.length)).toEqual([1500, 1500, 100]);
    for (const character of ['😀', '🇪🇸', FAMILY, 'e\u0301', '👍🏽', 'நி']) {
      const parts = split(character.repeat(Math.floor(3900 / character.length)));
      for (const part of parts) expect(part.length % character.length).toBe(0);
      expect(parts.join('')).toBe(character.repeat(Math.floor(3900 / character.length)));
    }
  });

  it('cuts an endless character at a code point', () => {
    const endless = `a${'\u{1d165}'.repeat(900)}`;
    const parts = split(endless);
    expect(parts.join('')).toBe(endless);
    for (const part of parts) expect(part.isWellFormed()).toBe(true);
  });

  it.each(['*', '_', '~', '`', '```'])('cuts before a pair of %s', (mark) => {
    const pair = mark + words(20) + mark;
    expect(split(`${words(290)} ${pair} ${words(50)}`)).toEqual([
      words(290),
      `${pair} ${words(50)}`,
    ]);
  });

  it('cuts before the outer of nested pairs', () => {
    const pair = `*${words(10)} _${words(10)}_*`;
    expect(split(`${words(290)} ${pair} ${words(9)}`)).toEqual([words(290), `${pair} ${words(9)}`]);
  });

  it('does not take lone marks for a pair', () => {
    expect(split(`2 * 3 ${words(298)} * 4 ${words(50)}`)[0].length).toBeGreaterThan(1490);
  });

  it.each(['*', '_', '~', '`', '```'])(
    'closes and opens again a pair of %s longer than a part',
    (mark) => {
      const parts = split(`${words(100)} ${mark}${words(500)}${mark} ${words(20)}`);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(PART_LIMIT);
        expect(part.split(mark).length % 2).toBe(1);
      }
      expect(parts.join(' ').replaceAll(mark, '')).toBe(words(620));
      expect(parts[0].endsWith(mark)).toBe(true);
      expect(parts[1].startsWith(mark + 'word')).toBe(true);
    },
  );

  it('keeps the indentation and the blank lines of code', () => {
    const lines = Array.from({ length: 150 }, (_, n) => `    line ${n};${n % 7 ? '' : '\n'}`);
    const parts = split(`\`\`\`js\n${lines.join('\n')}\n\`\`\``);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part).toMatch(/^```(js)?\n[^]+\n```$/);
    const code = parts.map((part) => part.replace(/^```(js)?\n/, '').replace(/\n```$/, ''));
    expect(code.join('\n')).toBe(lines.join('\n'));
  });

  it('shortens what is longer than 4,000, at a word, with an ellipsis', () => {
    const parts = split(words(2000));
    expect(parts.at(-1)).toMatch(/word…$/);
    expect(parts.join(' ').length).toBeLessThanOrEqual(ANSWER_LIMIT);
    expect(parts.join(' ').length).toBeGreaterThan(ANSWER_LIMIT - 10);
    expect(split(words(800))).not.toContain('…');
  });

  it('closes the pair that the ellipsis falls into', () => {
    expect(split(`*${words(2000)}*`).at(-1)).toMatch(/^\*word.*word\*…$/);
    expect(split(`${words(790)} *${words(30)}*`).join(' ')).toBe(`${words(790)}…`);
  });
});

describe('split, on random texts', () => {
  const PIECES = [
    ['a', 'word', 'palabra', '字', '。', '.', '!', ' ', ' ', ' ', '\n', '\n\n', '\t', '  ', '\r\n'],
    ['*', '_', '~', '`', '```', '```\n', '*bold*', '_it al_', '~x~', '`code`', '- ', '1. ', '# '],
    ['😀', FAMILY, '🇪🇸', '🇪', 'e\u0301', '\u0301', '\u200d', '\ufe0f', '👍🏽', '\u{1d165}', 'נ', '('],
    ['https://example.com/a_b', '[t](https://example.com)', 'longer'.repeat(60)],
  ].flat();
  let seed = 20261115;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const text = () => {
    const some = Array.from({ length: 1 + random(8) }, () => PIECES[random(PIECES.length)]);
    const length = random(5000);
    let all = '';
    while (all.length < length)
      all += random(6) ? some[random(some.length)] : PIECES[random(PIECES.length)];
    return all;
  };
  const bare = (whole: string) => whole.replace(/[\s*_~`]/g, '');
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const starts = (whole: string) => new Set(Array.from(graphemes.segment(whole), (s) => s.index));

  it('keeps every promise', () => {
    for (let run = 0; run < 600; run++) {
      const answer = run % 2 ? text() : format(text());
      const parts = split(answer);
      const said = `run ${run}: ${JSON.stringify(answer)}`;
      for (const part of parts) {
        expect(part.length, said).toBeLessThanOrEqual(PART_LIMIT);
        expect(part.trim(), said).not.toBe('');
        expect(part.isWellFormed(), said).toBe(true);
      }
      if (answer.length <= ANSWER_LIMIT) expect(bare(parts.join('')), said).toBe(bare(answer));
      else expect(bare(answer).startsWith(bare(parts.join('')).replace(/…$/, '')), said).toBe(true);
      if (answer.length > PART_LIMIT && answer.length <= ANSWER_LIMIT)
        noneIsBroken(answer, parts, said);
    }
  }, 60_000);

  /** Each cut, found again in the answer, lies between characters and outside of short pairs. */
  function noneIsBroken(answer: string, parts: string[], said: string) {
    const whole = starts(answer);
    const pairs = formattingSpans(answer);
    let at = 0;
    for (const part of parts.slice(0, -1)) {
      const from = answer.indexOf(part, at);
      if (from < 0) return; // a long pair was closed and opened again
      at = from + part.length;
      expect(whole.has(at) || hasEndless(answer), said).toBe(true);
      const broken = pairs.filter(
        (p) => p.start < at && at < p.end && p.end - p.start <= PART_LIMIT,
      );
      expect(broken, said).toEqual([]);
    }
  }

  function hasEndless(answer: string): boolean {
    return Array.from(graphemes.segment(answer)).some((s) => s.segment.length > PART_LIMIT / 2);
  }
});
