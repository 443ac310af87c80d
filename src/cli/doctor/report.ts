import type { Finding } from '../../checks/finding.js';
import { colorsOn } from '../terminal.js';
import type { Observer } from './doctor.js';

const MARKS = { ok: '✓', wrong: '✗', skipped: '–' };
const COLORS = { ok: 32, wrong: 31, skipped: 2 };
const NAME = 18;
const CLEAR = '\r\u001B[2K';

interface Output {
  isTTY?: boolean;
  hasColors?(): boolean;
  write(text: string): unknown;
}

/** The findings as lines, each as soon as it is there; a terminal also sees what is under way. */
export class Screen implements Observer {
  constructor(
    private readonly output: Output,
    private readonly lines = true,
  ) {}

  begins(check: string): void {
    if (this.lines && this.output.isTTY) this.output.write(`… ${check}`);
  }

  found(finding: Finding): void {
    if (!this.lines) return;
    if (this.output.isTTY) this.output.write(CLEAR);
    this.output.write(`${this.line(finding)}\n`);
  }

  ending(findings: Finding[]): string {
    const wrong = findings.filter(({ status }) => status === 'wrong').length;
    const verdict = { 0: 'Nothing is wrong.', 1: 'One thing is wrong.' }[wrong];
    return `\n${verdict ?? `${wrong} things are wrong.`}\n`;
  }

  private line({ check, status, detail, cure }: Finding): string {
    const mark = colorsOn(this.output)
      ? `\u001B[${COLORS[status]}m${MARKS[status]}\u001B[0m`
      : MARKS[status];
    const next = cure ? `\n${' '.repeat(NAME + 2)}→ ${cure}` : '';
    return `${mark} ${check.padEnd(NAME)}${detail}${next}`;
  }
}

/** All findings as one JSON document, for programs. */
export function asJson(findings: Finding[]): string {
  const wrong = findings.some(({ status }) => status === 'wrong');
  return `${JSON.stringify({ status: wrong ? 'wrong' : 'ok', checks: findings }, null, 2)}\n`;
}
