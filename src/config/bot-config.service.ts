import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type Observable, Subject } from 'rxjs';
import { Clock } from '../clock.js';
import { Env, EnvError } from '../env/env.js';
import type { Caller } from '../http/admin/caller.js';
import type { Scope } from '../http/admin/scope.js';
import { type BotConfig, botConfig } from './bot-config.js';
import { type Applied, applied, meant, merged, type Stored, viewOf } from './bot-config.change.js';
import type { BotConfigUpdate, BotConfigView } from './bot-config.dto.js';
import {
  BOT_CONFIG,
  type BotConfigRecord,
  open,
  type OpenedBotConfig,
  parse,
} from './bot-config.record.js';
import { EffectiveConfigs } from './effective-configs.js';
import { Endpoints } from './endpoints.js';
import type { SettingChange } from './history/setting-change.js';
import type { KnownLines, LineId } from './lines/line.js';
import { SecretKey } from './secrets/secret-key.js';
import { SettingsRepository } from './settings.repository.js';

/** Milliseconds after which this node sees a change that another node made. */
const FRESH_FOR = 1000;

/** The stored configuration at the time of a read. */
interface Snapshot {
  /** The text in the store; undefined when nothing is stored. */
  text?: string;
  opened: OpenedBotConfig;
  readAt: number;
}

/** Reads and changes the configuration that an administrator may change while the process runs. */
@Injectable()
export class BotConfigService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('BotConfig');
  private readonly changed = new Subject<void>();
  private snapshot?: Snapshot;
  private reading?: Promise<Snapshot>;
  private readonly effective: EffectiveConfigs;
  private reads = 0;
  private newest = 0;
  private poll?: NodeJS.Timeout;

  constructor(
    private readonly settings: SettingsRepository,
    private readonly key: SecretKey,
    private readonly endpoints: Endpoints,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {
    this.effective = new EffectiveConfigs(env, endpoints);
  }

  /** Emits after every change that this or another node made. */
  get changes(): Observable<void> {
    return this.changed.asObservable();
  }

  /** The values in effect on a line: at most a second old, those of a change on this node at once. */
  async current(line?: LineId): Promise<BotConfig> {
    return this.values(await this.known(), line);
  }

  /** The values in effect, read from the store now. */
  async fresh(line?: LineId): Promise<BotConfig> {
    return this.values(await this.read(), line);
  }

  /** What tells the lines apart, at most a second old. */
  async knownLines(): Promise<KnownLines> {
    const known = await this.known();
    const { twilioWhatsappFrom: from, twilioMessagingServiceSid: service } = this.values(known);
    return { lines: known.opened.lines, from, service };
  }

  /** What is stored, read now. */
  stored(): Promise<OpenedBotConfig> {
    return this.read().then(({ opened }) => opened);
  }

  /**
   * The configuration for the API: with masked secrets and the source of each value. Only the scope
   * `admin` sees how secrets end.
   */
  async view(scope: Scope = 'admin'): Promise<BotConfigView> {
    const { opened } = await this.read();
    return viewOf(opened.values, this.env, this.endpoints.simulator, scope === 'admin');
  }

  /**
   * Changes the fields that `update` has, and keeps in the history who did.
   * Throws a `Problem` when they don't fit together.
   */
  async update(update: BotConfigUpdate, by: Caller = 'token'): Promise<BotConfigView> {
    const secrets = await this.key.secrets();
    await this.change(({ record, opened }) => {
      const change = meant(update, opened.values, this.env);
      return applied(change, by, { record, opened, env: this.env, secrets, now: this.clock.now() });
    });
    return this.view();
  }

  /** Stores what `make` makes of what is stored; nothing where that is undefined. */
  async change(make: (stored: Stored) => Applied | undefined): Promise<void> {
    for (;;) {
      const { text, opened } = await this.read();
      const next = make({ record: parse(text), opened });
      if (!next || (await this.replace(text, next.record, next.changes))) break;
      // Another node made a change first, so this one is made again on top of it.
    }
    await this.read();
  }

  /**
   * The values that would be in effect after an update, with masks standing for what is stored. Nothing
   * is changed. It is Twilio's account itself, also in simulator mode. Throws a `Problem` as `update`.
   */
  async proposed(update: BotConfigUpdate): Promise<BotConfig> {
    const { opened } = await this.read();
    const change = meant(update, opened.values, this.env);
    return botConfig(merged(change, opened.values), this.env);
  }

  /** Seals anew what an older key opens. Returns the fields that no key opens. */
  async reseal(): Promise<string[]> {
    const secrets = await this.key.secrets();
    for (;;) {
      const text = await this.settings.find(BOT_CONFIG);
      const { renewed, lost } = open(parse(text), secrets);
      if (!renewed || (await this.replace(text, renewed))) return lost;
    }
  }

  /** Throws an `EnvError` for a wrong key, which stops the start. A store that is away does not. */
  async onModuleInit(): Promise<void> {
    await this.read().catch((error: unknown) => this.tolerate(error));
    this.poll = setInterval(() => void this.refresh(), FRESH_FOR).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.poll);
    this.changed.complete();
  }

  /** An `EnvError` is not caught: a wrong key ends the process even if it shows only later. */
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
    if (renewed) await this.replace(snapshot.text, renewed);
    if (before) this.changed.next();
  }

  private replace(before: string | undefined, next: BotConfigRecord, changes?: SettingChange[]) {
    return this.settings.replace(BOT_CONFIG, before, JSON.stringify(next), changes);
  }

  private async known(): Promise<Snapshot> {
    const known = this.snapshot;
    if (known && Math.abs(this.clock.now() - known.readAt) < FRESH_FOR) return known;
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private values({ opened }: Snapshot, line?: LineId): BotConfig {
    const { value, until } = opened.previousAuthToken ?? { until: 0 };
    const previous = this.clock.now() < until ? value : undefined;
    return this.effective.of(opened, previous, line);
  }
}
