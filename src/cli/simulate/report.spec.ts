import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PlayedTurn } from '../../rehearsals/rehearsal.dto.js';
import { Report } from './report.js';

const right: PlayedTurn = {
  conversation: 1,
  turn: 1,
  kind: 'other',
  ask: 'When do\nyou open?',
  answer: 'At 7:30',
  passed: true,
  faults: [],
  sid: 'SM1',
  conversation_id: null,
  ms: 1500,
};
const wrong: PlayedTurn = {
  ...right,
  turn: 2,
  ask: '',
  answer: 'At <8> & \u0007"9"\u001b[31m\u202e',
  passed: false,
  faults: ['misses "7:30"', 'refuses'],
  ms: 250,
};

function told(json: boolean) {
  let text = '';
  const report = new Report((more) => (text += more), json);
  report.begin('a.yaml');
  report.add(right);
  report.begin('b.yaml');
  report.add(wrong);
  report.end();
  return { report, lines: text.split('\n').slice(0, -1) };
}

it('tells each turn in a line, what is wrong below it, and nothing that acts on a terminal', () => {
  const { report, lines } = told(false);
  expect(report.failed).toBe(1);
  expect(lines).toEqual([
    'a.yaml',
    '  ok    1.1  When do you open?  (1500 ms)',
    'b.yaml',
    '  FAIL  1.2  (no text)  (250 ms)',
    '        misses "7:30"',
    '        refuses',
    '        answer: At <8> & "9" [31m',
    '1 passed, 1 failed',
  ]);
});

it('tells it in JSON, a line each', () => {
  const lines = told(true).lines.map((line) => JSON.parse(line));
  expect(lines).toEqual([
    { file: 'a.yaml', ...right },
    { file: 'b.yaml', ...wrong },
    { files: 2, turns: 2, passed: 1, failed: 1 },
  ]);
});

it('writes what a CI reads, whatever an answer holds', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'recado-')), 'report.xml');
  told(false).report.keepJunit(path);
  expect(readFileSync(path, 'utf8')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="recado simulate" tests="2" failures="1" errors="0" time="1.75">
  <testsuite name="a.yaml" tests="1" failures="0" errors="0" time="1.5">
    <testcase classname="a.yaml" name="1.1 When do&#10;you open?" time="1.5"/>
  </testsuite>
  <testsuite name="b.yaml" tests="1" failures="1" errors="0" time="0.25">
    <testcase classname="b.yaml" name="1.2 " time="0.25">
      <failure message="misses &quot;7:30&quot;; refuses">answer: At &lt;8&gt; &amp; \uFFFD&quot;9&quot;\uFFFD[31m\u202e</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  expect(() => told(false).report.keepJunit('/nowhere/at/all.xml')).toThrow(/cannot be written/);
});
