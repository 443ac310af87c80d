import { AsyncLocalStorage } from 'node:async_hooks';
import { bounded } from './bounded.js';
import type { Reason, TraceOutcome } from './outcome.js';
import type { Trace, TraceStep } from './trace.js';

/** Node carries it along every asynchronous call, as it does the log's context. */
const running = new AsyncLocalStorage<Recorder>();

type Untimed<S> = S extends unknown ? Omit<S, 'at_ms' | 'ms'> : never;

/** What is said of a step when it ends. */
export type Ended = Untimed<TraceStep>;

/** Where a passage stands. */
export interface Place {
  documentId: string;
  position: number;
}

/** Takes down the steps by which one answer is made. */
export class Recorder {
  private readonly steps: TraceStep[] = [];
  private readonly known = new Set<string>();
  /** What is said of a step that has not ended when the answer is made. */
  private readonly open = new Map<(ended: Ended) => void, Ended>();
  private readonly began = performance.now();
  private over = false;

  /** Runs `work`, whose steps are taken down, however deep they are. */
  run<T>(work: () => T): T {
    return running.run(this, work);
  }

  /** Begins a step. What ends after the answer is taken down as `otherwise` says, or not at all. */
  begin(otherwise?: Ended): (ended: Ended) => void {
    const began = performance.now();
    const end = (ended: Ended): void => {
      this.open.delete(end);
      if (this.over || this.repeats(ended)) return;
      const at_ms = Math.round(began - this.began);
      this.steps.push({ ...ended, at_ms, ms: Math.round(performance.now() - began) });
    };
    if (otherwise) this.open.set(end, otherwise);
    return end;
  }

  /** The trace, once the answer is made from these passages. */
  end(made: Pick<Trace, 'outcome' | 'timings' | 'usage'>, used: Place[]): Trace {
    for (const [end, otherwise] of this.open) end(otherwise);
    this.over = true;
    const keys = new Set(used.map(({ documentId, position }) => `${documentId}#${position}`));
    for (const passage of this.passages)
      passage.used = keys.has(`${passage.document_id}#${passage.position}`);
    const outcome = this.explained(made.outcome);
    return bounded({ ...made, outcome, steps: this.steps, cut: false });
  }

  /** Whether a model was asked. */
  get askedModel(): boolean {
    return this.steps.some(({ kind }) => kind === 'generation') || this.open.size > 0;
  }

  private get passages() {
    return this.steps.flatMap((step) => (step.kind === 'search' ? step.passages : []));
  }

  /** A refusal is explained by what the searches found. */
  private explained(outcome: TraceOutcome): TraceOutcome {
    if (outcome.branch !== 'refusal' || outcome.why) return outcome;
    return { ...outcome, why: this.whyRefused() };
  }

  private whyRefused(): Reason {
    const { passages } = this;
    if (!passages.length) return 'nothing_found';
    const threshold = this.steps.find((step) => step.kind === 'search')!.threshold;
    const enough = passages.some(({ relevance }) => relevance >= threshold);
    return enough ? 'no_words_fit' : 'below_threshold';
  }

  /** What is looked up again, in place of an answer that failed, says nothing new. */
  private repeats(ended: Ended): boolean {
    if (ended.kind === 'generation') return false;
    const key = JSON.stringify(ended);
    return this.known.has(key) || !this.known.add(key);
  }
}

/**
 * Begins a step of the answer that is being made; what it returns ends it. Outside of one it does
 * nothing. `otherwise`: what is said of it if it never ends.
 */
export function beginStep(otherwise?: Ended): (ended: Ended) => void {
  return running.getStore()?.begin(otherwise) ?? (() => undefined);
}

/** Runs `work` outside of the answer that is being made: its steps are not the answer's. */
export function unrecorded<T>(work: () => T): T {
  return running.exit(work);
}
