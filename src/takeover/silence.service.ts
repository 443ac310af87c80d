import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { BotConfigService } from '../config/bot-config.service.js';
import { Env } from '../env/env.js';
import { TakeoverStore } from './takeover.store.js';

/** Milliseconds between two looks. */
const LOOK_MS = 10_000;
/** So many conversations at once: others write in between. */
const AT_ONCE = 100;
const MINUTE_MS = 60_000;

/**
 * Gives conversations back to the bot in which nobody has said anything for `handover_silence_minutes`.
 * Nothing is sent then. Each node looks; the store gives each conversation back once.
 */
@Injectable()
export class Silence implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Silence.name);
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;
  private failing = false;

  constructor(
    private readonly env: Env,
    private readonly config: BotConfigService,
    private readonly takeover: TakeoverStore,
  ) {}

  /** A process that only accepts (WORKER_CONCURRENCY=0) leaves it to the others. */
  onApplicationBootstrap(): void {
    if (!this.env.WORKER_CONCURRENCY) return;
    this.timer = setInterval(() => void this.look(), LOOK_MS);
  }

  /** Looks no more, and waits for the look that is under way. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.looking;
  }

  /** One look at a time. A failure is told once, however long it goes on. */
  look(): Promise<void> {
    return (this.looking ??= this.giveBack()
      .then(() => void (this.failing = false))
      .catch((error: unknown) => this.failed(error as Error))
      .finally(() => (this.looking = undefined)));
  }

  private async giveBack(): Promise<void> {
    const { handoverSilenceMinutes: minutes } = await this.config.current();
    if (!minutes) return;
    for (let given = AT_ONCE; given === AT_ONCE;) {
      const ids = await this.takeover.giveBackSilent(minutes * MINUTE_MS, AT_ONCE);
      for (const id of ids)
        this.logger.log(`${minutes} min of silence: the bot has it again: ${id}.`);
      given = ids.length;
    }
  }

  private failed({ message }: Error): void {
    if (!this.failing) this.logger.warn(`${LATER} (${message}). See that the store works.`);
    this.failing = true;
  }
}

const LATER = 'What is silent is given back to the bot later';
