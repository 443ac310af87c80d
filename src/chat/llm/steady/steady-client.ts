import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Clock } from '../../../clock.js';
import { modelCircuits } from '../../../metrics.js';
import { Breaker, type Trial } from './breaker.js';
import { failureOf } from './failure.js';
import type { Said, Tokens } from '../completions.js';
import { type ModelAnswer, type ModelClient, ModelError } from '../model-client.js';

/** How often a server that stumbled is asked again. */
const RETRIES = 1;
/** Milliseconds to wait for it at most where another model could be asked instead. */
const MOST_PAUSE_MS = 1000;
/** A time-out says something of a model that had so much of an answer's whole time, or more. */
const FAIR_SHARE = 0.3;

/** The time of a call of a model. */
export interface Time {
  /** Aborts the call. */
  signal: AbortSignal;
  /** Milliseconds for it, and for a whole answer. */
  ms: number;
  wholeMs: number;
  /** Whether another model can be asked after this one: `ms` ends it then, and not only `signal`. */
  isShare: boolean;
}

/**
 * One model that is asked again where that helps and time is left, and that isn't asked for a while
 * after it failed several times in a row.
 */
export class SteadyClient {
  private readonly logger = new Logger('Model');
  private readonly breaker: Breaker;

  constructor(
    private readonly client: ModelClient,
    clock: Clock,
  ) {
    modelCircuits.set(this.labels, 0);
    this.breaker = new Breaker(clock, (opened) => {
      const { model, server } = this.labels;
      modelCircuits.set(this.labels, opened ? 1 : 0);
      if (!opened) return this.logger.log(`${model} of ${server} answers again`);
      const pause = `it isn't asked for ${Math.round(opened.ms / 1000)} s`;
      this.logger.warn(`${model} of ${server} failed: ${opened.why}; ${pause}`);
    });
  }

  /** The model's name. */
  get name(): string {
    return this.client.endpoint.name;
  }

  /** Whether it may be asked now. */
  get admits(): boolean {
    return this.breaker.admits;
  }

  /**
   * One answer to these messages; `used` is told what each request used. Throws a `ModelError`, also when
   * its share of the time is over, or the signal's reason when that aborts.
   */
  async ask(messages: Said[], time: Time, used: (tokens: Tokens) => void): Promise<ModelAnswer> {
    const trial = this.breaker.begin();
    const share = time.isShare ? AbortSignal.timeout(Math.floor(time.ms)) : undefined;
    const signal = share ? AbortSignal.any([time.signal, share]) : time.signal;
    try {
      const answer = await this.patiently(
        () => this.client.ask(messages, signal, used),
        signal,
        time,
      );
      trial.succeeded();
      return answer;
    } catch (error) {
      const failed = signal.aborted ? whyAborted(signal, time) : error;
      note(failed, trial, time);
      time.signal.throwIfAborted();
      throw failed;
    }
  }

  private async patiently(
    ask: () => Promise<ModelAnswer>,
    signal: AbortSignal,
    time: Time,
  ): Promise<ModelAnswer> {
    const ends = performance.now() + time.ms;
    for (let retries = 0; ; retries++) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof ModelError) || retries === RETRIES) throw error;
        const { retryAfterMs = Infinity } = failureOf(error);
        const left = ends - performance.now();
        if (retryAfterMs > (time.isShare ? Math.min(MOST_PAUSE_MS, left / 2) : left / 2))
          throw error;
        await delay(retryAfterMs, undefined, { signal });
      }
    }
  }

  private get labels() {
    const { baseUrl = 'https://api.openai.com', name } = this.client.endpoint;
    return { model: name, server: new URL(baseUrl).host };
  }
}

/** The model's time is over. */
class ModelLate extends ModelError {
  constructor({ ms }: Time) {
    super(`model gave no answer within ${Math.round(ms)} ms`);
  }
}

/** Why a call was aborted: its time was over, or whoever asked gave up. */
function whyAborted({ reason }: AbortSignal, time: Time): unknown {
  return (reason as Error | undefined)?.name === 'TimeoutError' ? new ModelLate(time) : reason;
}

/** Tells the breaker how a call failed. */
function note(error: unknown, trial: Trial, { ms, wholeMs }: Time): void {
  if (!(error instanceof ModelError)) return trial.abandoned();
  if (error instanceof ModelLate)
    return ms < wholeMs * FAIR_SHARE ? trial.abandoned() : trial.failed(error.message);
  const { isServers, retryAfterMs } = failureOf(error);
  if (isServers) trial.failed(error.message, retryAfterMs);
  else trial.succeeded();
}
