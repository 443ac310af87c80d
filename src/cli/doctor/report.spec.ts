import { expect, it } from 'vitest';
import { asJson, Screen } from './report.js';

const good = { check: 'store', status: 'ok' as const, detail: 'SQLite' };
const bad = { check: 'twilio', status: 'wrong' as const, detail: 'HTTP 401', cure: 'Copy it.' };

function shown(isTTY: boolean, lines = true): string {
  let text = '';
  const screen = new Screen({ isTTY, write: (more) => (text += more) }, lines);
  for (const finding of [good, bad]) {
    screen.begins(finding.check);
    screen.found(finding);
  }
  return text;
}

it('shows a line for each finding, and the cure below what is wrong', () => {
  expect(shown(false)).toBe(
    `✓ store             SQLite\n✗ twilio            HTTP 401\n${' '.repeat(20)}→ Copy it.\n`,
  );
});

it('shows a terminal what is under way, and takes it away again', () => {
  expect(shown(true)).toMatch(/^… store\r\u001B\[2K\u001B\[32m✓\u001B\[0m store +SQLite\n… twilio/);
});

it('ends with how many things are wrong', () => {
  const screen = new Screen({ write: () => undefined });
  expect(screen.ending([good])).toBe('\nNothing is wrong.\n');
  expect(screen.ending([good, bad])).toBe('\nOne thing is wrong.\n');
  expect(screen.ending([bad, bad])).toBe('\n2 things are wrong.\n');
});

it('shows no lines to a program, but one document', () => {
  expect(shown(true, false)).toBe('');
  expect(JSON.parse(asJson([good, bad]))).toEqual({ status: 'wrong', checks: [good, bad] });
  expect(JSON.parse(asJson([good])).status).toBe('ok');
});
