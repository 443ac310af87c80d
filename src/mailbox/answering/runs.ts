import type { Clock } from '../../clock.js';
import type { Run } from '../turns/work.js';

/** The goes at one answer, as its turn keeps them: those that were given up, and the last one. */
export class Runs {
  private readonly interrupted: Run[] = [];
  private began = 0;
  private timings?: Record<string, number>;

  constructor(private readonly clock: Clock) {}

  /** Begins a go. */
  begin(): void {
    this.began = this.clock.now();
    this.timings = undefined;
  }

  /** Milliseconds since this go began. */
  get ms(): number {
    return Math.max(0, this.clock.now() - this.began);
  }

  /** Adds the milliseconds of the stages of what the chat was asked. */
  asked(timings: Record<string, number>): void {
    const sum = { ...this.timings };
    for (const [stage, ms] of Object.entries(timings)) sum[stage] = (sum[stage] ?? 0) + ms;
    this.timings = sum;
  }

  /** Ends a go that came to nothing, because more had come in. */
  interrupt(): void {
    this.interrupted.push({ at: this.began, ms: this.ms, end: 'interrupted' });
  }

  /** All goes, of which this one has come to an answer. */
  answered(): Run[] {
    const { began: at, ms, timings } = this;
    return [...this.interrupted, { at, ms, end: 'answered', ...(timings && { timings }) }];
  }
}
