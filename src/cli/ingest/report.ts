/** What became of one thing that was given. */
export interface Result {
  name: string;
  outcome: Outcome;
  /** Of what was refused: why, and what to do. */
  error?: string;
}

export const OUTCOMES = ['new', 'replaced', 'unchanged', 'removed', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const BAR = 24;
const CLEAR = '\r\u001B[2K';
/** What could act on a terminal, or turn the direction in which it is read. */
const ACTING = /[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]+/gu;

/**
 * Tells what becomes of each thing: a line each, or a line of JSON each; on a terminal a bar instead,
 * and lines for what was refused.
 */
export class Report {
  private readonly counts = new Map<Outcome, number>();
  private total = 0;
  private done = 0;

  constructor(
    private readonly output: Output,
    private readonly json = false,
  ) {}

  /** So many more are to come. */
  expect(count: number): void {
    this.total += count;
    // Drawn anew as each is done; ten thousand are expected at once.
    if (this.total === count) this.draw();
  }

  add(result: Result): void {
    this.done++;
    this.counts.set(result.outcome, this.count(result.outcome) + 1);
    if (this.json) this.output.write(`${JSON.stringify(result)}\n`);
    else if (!this.bar || result.error) this.line(result);
    this.draw();
  }

  /** A line between the others, for people. */
  say(text: string): void {
    if (this.json) return;
    this.output.write(`${this.bar ? CLEAR : ''}${text}\n`);
    this.draw();
  }

  /** The counts, last. */
  end(): void {
    const counts = Object.fromEntries(OUTCOMES.map((one) => [one, this.count(one)]));
    if (this.json) this.output.write(`${JSON.stringify({ counts })}\n`);
    else this.output.write(`${this.bar ? CLEAR : ''}${this.inWords()}\n`);
  }

  count(outcome: Outcome): number {
    return this.counts.get(outcome) ?? 0;
  }

  private line({ name, outcome, error }: Result): void {
    const text = `${outcome.padEnd(10)}${plain(name)}${error ? `: ${plain(error)}` : ''}`;
    this.output.write(`${this.bar ? CLEAR : ''}${text}\n`);
  }

  private inWords(): string {
    const told = OUTCOMES.filter((one) => one !== 'removed' || this.count(one));
    return told.map((one) => `${this.count(one)} ${one}`).join(', ');
  }

  private get bar(): boolean {
    return !this.json && !!this.output.isTTY;
  }

  private draw(): void {
    if (!this.bar || !this.total) return;
    const full = Math.round((BAR * this.done) / this.total);
    const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
    this.output.write(`${CLEAR}${bar} ${this.done} of ${this.total}`);
  }
}

function plain(text: string): string {
  return text.replace(ACTING, '?');
}
