import type { Clock } from '../clock.js';
import { inTime } from '../checks/finding.js';
import { type Verdict, verdictOf } from './verdict.js';

/** What is known of a part, and whether it is being looked at. */
export interface Known {
  verdict?: Verdict;
  /** Milliseconds since 1970; undefined before the first verdict. */
  at?: number;
  checking: boolean;
}

export interface Looking {
  look(): Promise<Verdict>;
  /** Milliseconds for which a verdict counts. */
  freshFor(verdict: Verdict): number;
  /** Milliseconds that a look may take, where it isn't the usual. */
  limit?: number;
}

/** Keeps a verdict for a while, and has one look at a time made for a new one. */
export class KeptVerdict {
  private verdict?: Verdict;
  private at?: number;
  private running?: Promise<void>;
  /** Raised when what was seen so far counts no more, also what a look that runs will have seen. */
  private age = 0;

  constructor(
    private readonly looking: Looking,
    private readonly clock: Clock,
  ) {}

  /**
   * What is known. A verdict that is too old, or that was forgotten, is made anew, and waited for at
   * most `patience` milliseconds: until then the old one is told.
   */
  async known(patience: number): Promise<Known> {
    if (!this.isFresh()) await this.within(patience, (this.running ??= this.begin()));
    return { verdict: this.verdict, at: this.at, checking: this.running !== undefined };
  }

  /** The latest verdict, if it still counts. */
  get latest(): Verdict | undefined {
    return this.isFresh() ? this.verdict : undefined;
  }

  /** What was seen counts no more: something was changed. */
  forget(): void {
    this.age++;
    this.running = undefined;
    this.at = undefined;
  }

  private isFresh(): boolean {
    if (!this.verdict || this.at === undefined) return false;
    // A clock that was set back must not keep it for ever.
    return Math.abs(this.clock.now() - this.at) < this.looking.freshFor(this.verdict);
  }

  private async begin(): Promise<void> {
    const { age } = this;
    const { look, limit } = this.looking;
    const found = await inTime(look, limit);
    if (age !== this.age) return;
    this.verdict = 'state' in found ? found : verdictOf(found);
    this.at = this.clock.now();
    this.running = undefined;
  }

  private async within(patience: number, look: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([look, late]);
    clearTimeout(timer);
  }
}
