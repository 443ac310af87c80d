import type { PlayedTurn } from '../../rehearsals/rehearsal.dto.js';

/** A scenario's file, and its turns as they were played. */
export interface PlayedFile {
  file: string;
  turns: PlayedTurn[];
}

/** What XML 1.0 can't hold, not even as a reference (w3.org/TR/xml, 2.2). */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** A report in the form of JUnit's, which CIs show: a suite for each file, a case for each turn. */
export function junitOf(files: PlayedFile[]): string {
  const all = files.flatMap(({ turns }) => turns);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="recado simulate" ${counts(all)}>`,
    ...files.flatMap(({ file, turns }) => [
      `  <testsuite name="${attribute(file)}" ${counts(turns)}>`,
      ...turns.flatMap((turn) => caseOf(file, turn)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf(file: string, turn: PlayedTurn): string[] {
  const { conversation, turn: number, ask, passed, faults, answer, ms } = turn;
  const name = attribute(`${conversation}.${number} ${ask}`);
  const open = `    <testcase classname="${attribute(file)}" name="${name}" time="${ms / 1000}"`;
  if (passed) return [`${open}/>`];
  const message = attribute(faults.join('; '));
  const text = attribute(`answer: ${answer}`);
  return [`${open}>`, `      <failure message="${message}">${text}</failure>`, '    </testcase>'];
}

function counts(turns: PlayedTurn[]): string {
  const failed = turns.filter(({ passed }) => !passed).length;
  const seconds = turns.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  return `tests="${turns.length}" failures="${failed}" errors="0" time="${seconds}"`;
}

/** A text that is safe in an attribute, and between elements. */
function attribute(text: string): string {
  return text
    .toWellFormed()
    .replace(NO_XML, '\uFFFD')
    .replace(/[&<>"\n\r\t]/g, (character) => REFERENCES[character]);
}
