import { join } from 'node:path';
import { Town } from '../load/town.js';
import { until } from '../support/until.js';
import { seeded } from '../support/seeded.js';
import { brokenIn, check, type Verdict } from './check/check.js';
import { coverage } from './check/coverage.js';
import { leftIn } from './check/left-in.js';
import { Outcomes, type Stored } from './check/outcomes.js';
import { rowsOfMongo, rowsOfSqlite } from './check/rows.js';
import { type Sent, Sends } from './check/sends.js';
import { Operator } from './operator.js';
import { ReadyWatch, unready } from './ready-watch.js';
import type { Ground, Row, Store } from './row.js';
import { Writers } from './writers.js';

/** Milliseconds: longer than a lease, and than it takes until a send is uncertain. */
const DRAIN_MS = 150_000;
const LOG_SHOWN = 4000;

/** What a run came to. */
export interface Ran {
  verdict: Verdict;
  /** How many kills and faults there were. */
  faults: number;
  /** What is broken, in words. */
  broken?: string;
}

/** How a row is played. */
export interface Playing {
  seed: number;
  /** Less of it. */
  short: boolean;
  mongoUri?: string;
  /** More of Recado's environment, which breaks a promise. */
  env?: NodeJS.ProcessEnv;
  /** Instead of the row's. */
  drainMs?: number;
}

/** One run of a row: the town in which it plays, who writes there, and what is known of it. */
export class Trial {
  /** How many kills and faults there were. */
  faults = 0;
  readonly town: Town;
  readonly store: Store;
  /** Numbers from 0 to below 1, the same for the same seed. */
  readonly random: () => number;
  readonly writers: Writers;
  readonly operator: Operator;
  private readonly playing: Playing;
  private readonly sends: Sends;
  private readonly outcomes: Outcomes;

  private constructor(town: Town, store: Store, playing: Playing) {
    this.playing = playing;
    this.town = town;
    this.store = store;
    this.random = seeded(playing.seed);
    this.sends = new Sends(town.ledger);
    this.writers = new Writers(town, this.random, (token) => this.sends.has(token));
    this.outcomes = new Outcomes(town);
    this.operator = new Operator(this);
  }

  /** Plays a row once. Throws where it couldn't be played; what didn't hold is in the result. */
  static async run(row: Row, store: Store, playing: Playing): Promise<Ran> {
    const { mongoUri } = playing;
    const ground: Ground = (await row.ground?.(mongoUri)) ?? {
      options: { mongoUri },
      stop: () => undefined,
    };
    let town: Town | undefined;
    let trial: Trial | undefined;
    try {
      const env = { ...row.env, ...ground.options.env, ...playing.env };
      town = await Town.start({ nodes: row.nodes, ...ground.options, env });
      const { drainMs = row.drainMs } = playing;
      trial = new Trial(town, store, playing);
      // Who gets the fallback message twice would be passed on to a person; here the bot is to answer on.
      await trial.operator.does('PUT', 'bot/config', { handover_unsure: 0 });
      return await trial.played({ ...row, drainMs }, ground);
    } catch (error) {
      const said = town?.output.slice(-LOG_SHOWN) ?? '';
      throw new Error(`${(error as Error).stack}\n${said}`, { cause: error });
    } finally {
      trial?.writers.close();
      await town?.stop();
      await ground.stop();
    }
  }

  /** So often in a whole run; a quarter of it in a short one. */
  times(whole: number): number {
    return this.playing.short ? Math.ceil(whole / 4) : whole;
  }

  /** Counts kills and faults. */
  struck(times = 1): void {
    this.faults += times;
  }

  /** A whole number from `least`, and below `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least));
  }

  /** Until so many more texts than now are in what Twilio accepted. */
  async someMore(count: number, withinMs = 120_000): Promise<void> {
    const goal = this.accepted() + count;
    await until(async () => this.accepted() >= goal, withinMs);
  }

  /** What Twilio accepted by now. */
  sent(): readonly Sent[] {
    return this.sends.read();
  }

  /** Whether a text, by its mark, is in what Twilio accepted. */
  has(token: string): boolean {
    return this.sends.has(token);
  }

  /** How many texts are in what Twilio accepted. */
  accepted(): number {
    return this.sends.texts.size;
  }

  /** Until all that was taken has an outcome. Returns false when that isn't so in time. */
  async settled(withinMs = DRAIN_MS): Promise<boolean> {
    const isSettled = async () => (await this.open(await this.stored())).length === 0;
    return until(isSettled, withinMs).catch(() => false);
  }

  private async played(row: Row, ground: Ground): Promise<Ran> {
    const watch = new ReadyWatch(this.town);
    try {
      await row.play(this, ground);
    } catch (error) {
      if (!this.playing.env) throw error;
      // A Recado that breaks its promises needn't come so far: the check says what it broke.
      console.log((error as Error).message);
    } finally {
      this.writers.end();
      await watch.end();
    }
    await this.settled(row.drainMs);
    const stored = await this.wholeStory();
    const away = await unready(this.town);
    const { texts } = this.writers;
    const [sends, left] = [this.sends.read(), await this.left()];
    const verdict = check({ texts, stored, sends, ready: watch.said, left }, row);
    return { verdict, faults: this.faults, broken: this.withLog(away, brokenIn(verdict)) };
  }

  /** What the store holds of those who were erased, once its processes have ended. */
  private async left(): Promise<string[]> {
    const { town, operator } = this;
    if (!operator.erased.length) return [];
    await Promise.all(town.nodes.map((_, node) => town.kill(node, 'SIGTERM')));
    const { mongoUri } = town;
    const file = join(town.directory, 'data-sqlite', 'recado.sqlite');
    const tables = mongoUri ? await rowsOfMongo(mongoUri) : rowsOfSqlite(file);
    return leftIn(tables, operator.erased, this.writers.texts);
  }

  private withLog(...broken: (string | undefined)[]): string | undefined {
    const said = broken.filter(Boolean);
    return said.length ? [...said, ...this.town.log.slice(-20)].join('\n') : undefined;
  }

  private stored(anew = false): Promise<Map<string, Stored>> {
    const written = new Map<string, Set<string>>();
    for (const { from, sid } of this.writers.ours()) {
      const address = from.replace('whatsapp:', '');
      written.set(address, (written.get(address) ?? new Set()).add(sid));
    }
    const counts = [...written].map(([address, sids]) => [address, sids.size] as const);
    return this.outcomes.read(new Map(counts), anew);
  }

  /** Once more from the beginning: an outcome may have changed. And where the words don't tell, the attempts. */
  private async wholeStory(): Promise<Map<string, Stored>> {
    const stored = await this.stored(true);
    const covered = coverage(this.writers.ours(), this.sends.read(), stored);
    const unclear = this.writers
      .ours()
      .filter((text) => stored.get(text.sid)?.outcome === 'answered' && !covered.get(text)!.whole);
    await this.outcomes.addAttempts(unclear.map(({ sid }) => sid));
    const dead = [...stored].filter(([, { outcome }]) => outcome === 'dead');
    await this.outcomes.addReasons(dead.map(([sid]) => sid));
    return stored;
  }

  private async open(stored: Map<string, Stored>): Promise<string[]> {
    const sids = this.writers.ours().map(({ sid }) => sid);
    return sids.filter((sid) => !stored.get(sid)?.outcome);
  }
}
