import type { AsyncCommand } from 'fast-check';
import type { Driver, Seen } from '../driver.js';
import { expectAsModelled } from '../world/comparison.js';
import { expectPromisesKept } from '../world/promises.js';
import type { Holder, World } from '../world/world.js';

/** What a command may do besides what all may. */
export interface Licence {
  /** It may change the outcome of a turn that is settled, or a part that was accepted. */
  corrects?: boolean;
  /** The store said that the claim is lost: nothing may have changed. */
  lost?: boolean;
  began?: Began;
}

/** The part of which an attempt was recorded. */
export interface Began {
  turnId: string;
  partId: string;
}

/** One call of a port, and what it must come to. After it, all that the store says is compared. */
export abstract class Command implements AsyncCommand<World, Driver> {
  abstract check(world: Readonly<World>): boolean;

  /** Makes the call, compares its result with the model's, and changes the model. */
  protected abstract act(world: World, driver: Driver): Promise<Licence | void>;

  async run(world: World, driver: Driver): Promise<void> {
    const name = this.constructor.name;
    driver.counts[name] = (driver.counts[name] ?? 0) + 1;
    if (process.env.MODEL_TRACE) console.log(performance.now() | 0, String(this));
    const licence = (await this.act(world, driver)) ?? {};
    const before = world.seen;
    world.seen = await see(world, driver);
    expectAsModelled(world, world.seen);
    if (before) expectPromisesKept(world, before, world.seen, licence);
  }

  /** How it stands in a counterexample. */
  toString(): string {
    const given = Object.values(this).map((value) => JSON.stringify(value));
    return `${this.constructor.name}(${given.join(', ')})`;
  }
}

function see(world: World, driver: Driver): Promise<Seen> {
  const { conversations, turns, erased } = world;
  return driver.read(
    [...conversations.keys(), ...erased.conversations],
    [...turns, ...erased.turns].map(({ id }) => id),
  );
}

/** The one of these at a place that is counted from the first again behind the last. */
export function pick<T>(all: readonly T[], place: number): T | undefined {
  return all[place % all.length];
}

/** What a worker does with the mailbox that it has; one that waits for the channel does nothing. */
export abstract class WorkerStep extends Command {
  /** The one that does it; without one, one of those that can. */
  #by?: Holder;

  constructor(readonly worker = 0) {
    super();
  }

  by(holder: Holder): this {
    this.#by = holder;
    return this;
  }

  check(world: Readonly<World>): boolean {
    return !!this.holder(world);
  }

  /** Only such a worker does it, by what it knows. */
  protected abstract canBeDone(holder: Holder, world: Readonly<World>): boolean;

  protected abstract step(holder: Holder, world: World, driver: Driver): Promise<Licence | void>;

  protected act(world: World, driver: Driver) {
    return this.step(this.holder(world)!, world, driver);
  }

  private holder(world: Readonly<World>): Holder | undefined {
    const all = this.#by ? [this.#by] : world.holders;
    const able = all.filter((one) => !one.sending && this.canBeDone(one, world));
    return pick(able, this.worker);
  }
}
