import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { forgotten } from './forgotten.js';
import { type Forgotten, NONE, RetentionStore } from './retention.store.js';

const DAY_MS = 24 * 3_600_000;
/** Twilio's list is compared for a day, and a webhook may come again: nothing younger is forgotten. */
const LEAST_DAYS = 2;
/** Milliseconds between two passes: days are what is counted. */
const PASS_MS = 6 * 3_600_000;
/** Rows that a step looks at: others write in between. */
const AT_ONCE = 200;

/** Forgets messages that are older than `retention_days`: at the start, and every six hours. */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Retention');
  private timer?: NodeJS.Timeout;
  private working?: Promise<void>;
  private stopped = false;

  constructor(
    private readonly store: RetentionStore,
    private readonly config: BotConfigService,
    private readonly clock: Clock,
  ) {}

  /** Looks now, without having the start wait for it, and from time to time. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), PASS_MS).unref();
    this.look();
  }

  /** Looks no more, and waits for the step that is under way. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopped = true;
    await this.working;
  }

  /** Runs a pass, and returns what it has forgotten. Throws the store's error. */
  async pass(): Promise<Forgotten> {
    const { retentionDays: days } = await this.config.current();
    if (!days) return NONE;
    const before = this.clock.now() - Math.max(days, LEAST_DAYS) * DAY_MS;
    let all = NONE;
    for (const kind of ['turns', 'questions', 'conversations'] as const)
      all = plus(all, await this.all((after) => this.store[kind](before, after, AT_ONCE)));
    if (all.messages || all.turns || all.conversations) await this.tell(all, days);
    return all;
  }

  private look(): void {
    this.working ??= this.pass()
      .then(() => undefined)
      .catch((error: Error) =>
        this.logger.warn(
          `What is old is forgotten later: ${error.message}. See that the store works.`,
        ),
      )
      .finally(() => (this.working = undefined));
  }

  private async all(step: (after?: string) => Promise<Forgotten>): Promise<Forgotten> {
    let [sum, after]: [Forgotten, string | undefined] = [NONE, undefined];
    do {
      const { next, ...some }: Forgotten = await step(after);
      [sum, after] = [plus(sum, some), next];
    } while (after !== undefined && !this.stopped);
    return sum;
  }

  private async tell({ turns, messages, conversations }: Forgotten, days: number): Promise<void> {
    for (const [what, count] of Object.entries({ turns, messages, conversations }))
      forgotten.inc({ what }, count);
    this.logger.log(
      `Forgot ${messages} messages, ${turns} turns and ${conversations} conversations: ` +
        `they were older than retention_days (${days}).`,
    );
    await this.store.ended();
  }
}

function plus(a: Forgotten, b: Forgotten): Forgotten {
  return {
    turns: a.turns + b.turns,
    messages: a.messages + b.messages,
    conversations: a.conversations + b.conversations,
  };
}
