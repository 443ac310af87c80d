import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('ARCHITECTURE.md', 'utf8');

/** The rows of the table below a heading, as their cells. */
function tableBelow(heading: string): string[][] {
  const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const pathsIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path);

/** On the road a name without a folder lies beside the one before it. */
function filesOf(cell: string): string[] {
  let folder = '';
  return pathsIn(cell).map((path) => {
    if (path.includes('/')) folder = path.slice(0, path.lastIndexOf('/'));
    return path.includes('/') ? `src/${path}` : `src/${folder}/${path}`;
  });
}

describe('the map of ARCHITECTURE.md', () => {
  const changes = tableBelow('To change X, go to Y');
  const road = tableBelow('The road of a message, file by file');

  it('has twenty rows and more, each with a place', () => {
    expect(changes.length).toBeGreaterThanOrEqual(20);
    for (const [what, place] of changes) expect(pathsIn(place), what).not.toEqual([]);
  });

  it.each(changes)('to change %s: %s is there', (_what, place) => {
    for (const path of pathsIn(place)) {
      expect(existsSync(path), path).toBe(true);
    }
  });

  it.each(road.filter(([, place]) => place))('%s %s is there', (_step, place) => {
    for (const path of filesOf(place)) expect(existsSync(path), path).toBe(true);
  });

  it('fits on a page', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(130);
  });
});
