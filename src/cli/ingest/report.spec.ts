import { beforeEach, expect, it } from 'vitest';
import { Report } from './report.js';

let written: string;
const output = (isTTY: boolean) => ({ isTTY, write: (text: string) => (written += text) });

beforeEach(() => void (written = ''));

function fill(report: Report): void {
  report.expect(4);
  report.add({ name: 'a.md', outcome: 'new' });
  report.add({ name: 'b.md', outcome: 'unchanged' });
  report.add({ name: 'c.pdf', outcome: 'refused', error: 'It is encrypted.' });
  report.say('Watching.');
  report.add({ name: 'd.md', outcome: 'removed' });
  report.end();
}

it('has a line for each, and the counts', () => {
  fill(new Report(output(false)));
  expect(written).toBe(
    [
      'new       a.md',
      'unchanged b.md',
      'refused   c.pdf: It is encrypted.',
      'Watching.',
      'removed   d.md',
      '1 new, 0 replaced, 1 unchanged, 1 removed, 1 refused\n',
    ].join('\n'),
  );
});

it('has a bar on a terminal, and lines for what was refused', () => {
  fill(new Report(output(true)));
  const shown = written.split('\r\u001B[2K').map((line) => line.trimEnd());
  expect(shown).toContain('████████████░░░░░░░░░░░░ 2 of 4');
  expect(shown).toContain('refused   c.pdf: It is encrypted.');
  expect(shown.at(-1)).toBe('1 new, 0 replaced, 1 unchanged, 1 removed, 1 refused');
  expect(written).not.toContain('a.md');
});

it('has a line of JSON for each, and one for the counts', () => {
  fill(new Report(output(true), true));
  const lines = written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toHaveLength(5);
  expect(lines[2]).toEqual({ name: 'c.pdf', outcome: 'refused', error: 'It is encrypted.' });
  const counts = { new: 1, replaced: 0, unchanged: 1, removed: 1, refused: 1 };
  expect(lines[4]).toEqual({ counts });
});

it('shows no name that acts on the terminal', () => {
  new Report(output(false)).add({ name: 'a\u001B[2J\u202Efdp.md', outcome: 'new' });
  expect(written).toBe('new       a?[2J?fdp.md\n');
});
