import { describe, expect, it } from 'vitest';
import { format } from './formatter.js';
import { PART_LIMIT, split, splitWhole } from './splitter.js';

const words = (count: number, word = 'word') => Array(count).fill(word).join(' ');
const row = (n: number) => `| Loaf number ${n} | ${n},95 € | every day of the week |`;
const rows = Array.from({ length: 90 }, (_, n) => row(n));
const table = ['| Loaf | Price | When |', '|---|---|---|', ...rows].join('\n');
const HEAD = 'Loaf | Price | When';

describe('a table over several messages', () => {
  it('has its head in each, and each row once', () => {
    const parts = split(format(table));
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part).toMatch(new RegExp(`^${HEAD.replaceAll('|', '\\|')}\nLoaf number`));
      expect(part.length).toBeLessThanOrEqual(PART_LIMIT);
    }
    const said = parts.flatMap((part) => part.split('\n').slice(1)).join('\n');
    expect(format(table).startsWith(`${HEAD}\n${said.replace(/…$/, '')}`)).toBe(true);
  });

  it('has its head once when it begins the second message', () => {
    const short = ['| Loaf | Price |', '|---|---|', '| Spelt | 5 € |', '| Rye | 4 € |'].join('\n');
    const parts = split(format(`${words(297)}\n\n${short}`));
    expect(parts).toEqual([words(297), 'Loaf | Price\nSpelt | 5 €\nRye | 4 €']);
  });

  it('never ends a message with its head alone', () => {
    for (let count = 285; count < 300; count++) {
      const parts = split(format(`${words(count)}\n${table}`));
      expect(parts[0].endsWith(HEAD)).toBe(false);
    }
  });

  it("repeats nothing of a person's text", () => {
    const text = format(table);
    expect(splitWhole(text).join('\n')).toBe(text);
  });
});

describe('a heading', () => {
  it.each(['## Hours', '**Hours**', '# A\n\n## Hours'])(
    '%j goes with what follows it',
    (heading) => {
      for (let count = 280; count < 300; count++) {
        const parts = split(format(`${words(count)}\n\n${heading}\n\n${words(100)}`));
        for (const part of parts) expect(part).not.toMatch(/\*$/);
        expect(parts.join(' ')).toContain('*Hours*\n\nword');
      }
    },
  );

  it('ends no message that is shortened', () => {
    for (let count = 770; count < 800; count++)
      expect(split(format(`${words(count)}\n\n## Hours\n\n${words(90)}`)).at(-1)).not.toMatch(
        /\*Hours\*…$/,
      );
  });

  it('is cut from what follows when there is nothing else', () => {
    const headings = Array.from({ length: 300 }, (_, n) => `## Heading ${n}`).join('\n');
    for (const part of split(format(headings))) expect(part.length).toBeLessThanOrEqual(PART_LIMIT);
  });
});
