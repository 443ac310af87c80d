import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');

/** The rows of the two lists: what holds, how it is tested, what isn't done. */
const rows = text
  .split(/^## OWASP /m)
  .slice(1)
  .flatMap((section) => section.split('\n').filter((line) => /^\| (\d|V)/.test(line)))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, rule, holds, tested]) => ({ rule, holds, tested }));

const pathsIn = (cell: string) =>
  [...cell.matchAll(/`((?:test|src)\/[^`]+)`/g)].map(([, path]) => path);

describe('docs/security.md', () => {
  it('has both lists whole', () => {
    expect(rows.map(({ rule }) => rule.split(' ')[0])).toEqual([
      ...Array.from({ length: 10 }, (_, n) => `${n + 1}`),
      ...Array.from({ length: 17 }, (_, n) => `V${n + 1}`),
    ]);
  });

  it.each(rows)('says how "$rule" is tested, where something holds', ({ holds, tested }) => {
    if (!holds.startsWith('none')) expect(pathsIn(tested)).not.toEqual([]);
  });

  it('names only what is there: a folder with a slash at its end, a file by its whole name', () => {
    const all = pathsIn(text);
    expect(all.length).toBeGreaterThan(50);
    const wrong = all.filter(
      (path) => !existsSync(path) || statSync(path).isDirectory() !== path.endsWith('/'),
    );
    expect(wrong).toEqual([]);
  });
});
