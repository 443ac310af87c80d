import { writeFileSync } from 'node:fs';
import type { PlayedTurn } from '../../rehearsals/rehearsal.dto.js';
import { NotNow } from '../reach.js';
import { junitOf, type PlayedFile } from './junit.js';

/** Characters of an answer that a line shows. */
const SHOWN = 300;
/** What could act on a terminal, or turn the direction in which it is read. */
const ACTING = /[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]+/gu;

/** Tells how each turn went, as soon as it is played: in words, or in a line of JSON each. */
export class Report {
  private readonly files: PlayedFile[] = [];

  constructor(
    private readonly write: (text: string) => unknown,
    private readonly json = false,
  ) {}

  get failed(): number {
    return this.turns.filter(({ passed }) => !passed).length;
  }

  /** From now on it is about this file. */
  begin(file: string): void {
    this.files.push({ file, turns: [] });
    if (!this.json) this.line(file);
  }

  add(turn: PlayedTurn): void {
    const { file, turns } = this.files.at(-1)!;
    turns.push(turn);
    if (this.json) this.line(JSON.stringify({ file, ...turn }));
    else inWords(turn).forEach((line) => this.line(`  ${line}`));
  }

  /** The counts, last. */
  end(): void {
    const { failed } = this;
    const passed = this.turns.length - failed;
    const counts = { files: this.files.length, turns: this.turns.length, passed, failed };
    this.line(this.json ? JSON.stringify(counts) : `${passed} passed, ${failed} failed`);
  }

  /** Writes a report for a CI. Throws a `NotNow` when it can't. */
  keepJunit(path: string): void {
    try {
      writeFileSync(path, junitOf(this.files));
    } catch (error) {
      throw new NotNow(`${path} cannot be written (${(error as NodeJS.ErrnoException).code})`);
    }
  }

  private get turns(): PlayedTurn[] {
    return this.files.flatMap(({ turns }) => turns);
  }

  private line(text: string): void {
    this.write(`${text}\n`);
  }
}

function inWords(turn: PlayedTurn): string[] {
  const { conversation, turn: number, ask, passed, faults, answer, ms } = turn;
  const asked = ask ? shown(ask) : '(no text)';
  const line = `${passed ? 'ok  ' : 'FAIL'}  ${conversation}.${number}  ${asked}  (${ms} ms)`;
  if (passed) return [line];
  return [
    line,
    ...faults.map((fault) => `      ${shown(fault)}`),
    `      answer: ${shown(answer)}`,
  ];
}

function shown(text: string): string {
  const line = text.replace(ACTING, ' ').replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
