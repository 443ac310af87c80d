import { Injectable } from '@nestjs/common';
import { Clock, iso } from '../clock.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { FailureStore } from '../failures/failure.store.js';
import { QueueStore } from '../mailbox/queue/queue.store.js';
import { TakeoverStore } from '../takeover/takeover.store.js';
import { spanOf } from './span.js';
import {
  type PeopleWaiting,
  StatsFigures,
  type StatsQuery,
  type StatsView,
  type WaitingView,
} from './stats.dto.js';
import { StatsStore } from './stats.store.js';
import type { Slot } from './slot.js';
import { stepsOf, totalOf } from './steps.js';

const DAY_MS = 24 * 60 * 60_000;

/** Milliseconds that figures are kept for who asks for the same ones: a page asks again and again. */
const KEPT_MS = 1000;
const MOST_KEPT = 20;

/** Puts figures together. */
@Injectable()
export class StatsService {
  private readonly kept = new Map<string, { at: number; slots: Promise<Slot[]> }>();

  constructor(
    private readonly stats: StatsStore,
    private readonly config: BotConfigService,
    private readonly queue: QueueStore,
    private readonly takeover: TakeoverStore,
    private readonly failures: FailureStore,
    private readonly clock: Clock,
  ) {}

  /** The figures of a span. Throws a `Problem` (400) for one that is none or is too long. */
  async figures(query: StatsQuery): Promise<StatsView> {
    const [from, until] = spanOf(query, this.clock.now());
    const per = query.per ?? (until - from > 2 * DAY_MS ? 'day' : 'hour');
    const [slots, { timeZone }, waiting] = await Promise.all([
      this.slots(from, until),
      this.config.current(),
      this.waiting(),
    ]);
    const steps = stepsOf(slots, from, until, { per, timeZone });
    return {
      from: iso(from),
      until: iso(until),
      per,
      time_zone: timeZone,
      total: StatsFigures.of(totalOf(slots)),
      steps: steps.map((step) => ({ at: iso(step.at), ...StatsFigures.of(step) })),
      waiting,
    };
  }

  /** Counts who waits for a person. */
  async people(): Promise<PeopleWaiting> {
    const { count, oldestMs } = await this.takeover.waiting();
    return { people: count, oldest_ms: Math.round(oldestMs) };
  }

  /** Reads a span once for all who ask for it within `KEPT_MS`. */
  private slots(from: number, until: number): Promise<Slot[]> {
    const now = this.clock.now();
    const key = [from, until].map((at) => Math.floor(at / KEPT_MS)).join();
    const known = this.kept.get(key);
    if (known && now - known.at < KEPT_MS) return known.slots;
    const slots = this.stats.slots(from, until);
    slots.catch(() => this.kept.delete(key));
    this.kept.set(key, { at: now, slots });
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return slots;
  }

  private async waiting(): Promise<WaitingView> {
    const [{ waiting }, people, failures] = await Promise.all([
      this.queue.backlog(),
      this.takeover.waiting(),
      this.failures.counts(),
    ]);
    return {
      messages: waiting.count,
      oldest_ms: Math.round(waiting.oldestMs),
      people: people.count,
      failures: Object.values(failures).reduce((sum, one) => sum + one, 0),
    };
  }
}
