import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type Observable, Subject } from 'rxjs';
import { Clock } from '../clock.js';
import { Env, EnvError } from '../env/env.js';
import { type BotConfig, botConfig, simulatedConfig } from './bot-config.js';
import { applied, checked, viewOf } from './bot-config.change.js';
import type { BotConfigUpdate, BotConfigView } from './bot-config.dto.js';
import { BOT_CONFIG, open, type OpenedBotConfig, parse } from './bot-config.record.js';
import { Endpoints } from './endpoints.js';
import { SecretKey } from './secrets/secret-key.js';
import { SettingsRepository } from './settings.repository.js';

/** Milliseconds after which another node's change is seen here. */
const FRESH_FOR = 1000;

interface Snapshot {
  /** As the store holds it. */
  text?: string;
  opened: OpenedBotConfig;
  readAt: number;
}

/** The configuration that an administrator may change while it runs. */
@Injectable()
export class BotConfigService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('BotConfig');
  private readonly changed = new Subject<void>();
  private snapshot?: Snapshot;
  private reading?: Promise<Snapshot>;
  /** Every webhook asks: put together once for what it is made of. */
  private made?: { opened: OpenedBotConfig; previous?: string; config: BotConfig };
  private reads = 0;
  private newest = 0;
  private poll?: NodeJS.Timeout;

  constructor(
    private readonly settings: SettingsRepository,
    private readonly key: SecretKey,
    private readonly endpoints: Endpoints,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** After every change, whichever node took it. */
  get changes(): Observable<void> {
    return this.changed.asObservable();
  }

  /** The values that count, at most a second old; at once those of a change that came here. */
  async current(): Promise<BotConfig> {
    const known = this.snapshot;
    if (known && Math.abs(this.clock.now() - known.readAt) < FRESH_FOR) return this.values(known);
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return this.values(await this.reading);
  }

  /** The values that count, read from the store now. */
  async fresh(): Promise<BotConfig> {
    return this.values(await this.read());
  }

  /** What the API shows: secrets masked, with the source of each value. */
  async view(): Promise<BotConfigView> {
    const { opened } = await this.read();
    return viewOf(opened.values, this.env, this.endpoints.simulator);
  }

  /** Changes the fields that `update` has. Throws a `Problem` when they don't fit together. */
  async update(update: BotConfigUpdate): Promise<BotConfigView> {
    const secrets = await this.key.secrets();
    for (;;) {
      const { text, opened } = await this.read();
      checked(update, opened.values, this.env);
      const now = this.clock.now();
      const next = applied(update, { record: parse(text), opened, env: this.env, secrets, now });
      if (!next || (await this.settings.replace(BOT_CONFIG, text, JSON.stringify(next)))) break;
      // Another node was first: once more, on top of its change.
    }
    return this.view();
  }

  /** A wrong key stops the start; a store that is away doesn't. */
  async onModuleInit(): Promise<void> {
    await this.read().catch((error: unknown) => this.tolerate(error));
    this.poll = setInterval(() => void this.refresh(), FRESH_FOR).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.poll);
    this.changed.complete();
  }

  /** A wrong key that shows only when MongoDB comes back ends the process: it isn't caught. */
  private async refresh(): Promise<void> {
    await this.current().catch((error: unknown) => this.tolerate(error));
  }

  private tolerate(error: unknown): void {
    if (error instanceof EnvError) throw error;
    this.logger.debug(`The configuration cannot be read now: ${(error as Error).message}`);
  }

  private async read(): Promise<Snapshot> {
    const turn = ++this.reads;
    const secrets = await this.key.secrets();
    const text = await this.settings.find(BOT_CONFIG);
    const known = this.snapshot;
    const opened = known && known.text === text ? known.opened : open(parse(text), secrets);
    const snapshot = { text, opened, readAt: this.clock.now() };
    // Of two reads that overlap, the one that began later has seen the latest change.
    if (turn > this.newest) await this.keep(snapshot, turn);
    return snapshot;
  }

  private async keep(snapshot: Snapshot, turn: number): Promise<void> {
    const before = this.snapshot;
    this.newest = turn;
    this.snapshot = snapshot;
    if (before?.text === snapshot.text && before) return;
    const { lost, renewed } = snapshot.opened;
    for (const field of lost)
      this.logger.error(
        `The stored ${field} cannot be opened: set it again by PUT /api/v1/bot/config`,
      );
    if (renewed) await this.settings.replace(BOT_CONFIG, snapshot.text, JSON.stringify(renewed));
    if (before) this.changed.next();
  }

  private values({ opened }: Snapshot): BotConfig {
    const { value, until } = opened.previousAuthToken ?? { until: 0 };
    const previous = this.clock.now() < until ? value : undefined;
    if (this.made?.opened !== opened || this.made.previous !== previous) {
      const own = botConfig(opened.values, this.env, previous);
      const { simulated } = this.endpoints;
      const config = Object.freeze(simulated ? simulatedConfig(own, simulated) : own);
      this.made = { opened, previous, config };
    }
    return this.made.config;
  }
}
