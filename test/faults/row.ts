import type { TownOptions } from '../load/town.js';
import type { Trial } from './trial.js';

export type Store = 'sqlite' | 'mongo';

/** How a message may end that isn't answered. */
export type End = 'limited' | 'opted_out' | 'human' | 'dead';

/** What a row needs besides a town: a MongoDB of its own, a small disk, a way to Twilio. */
export interface Ground {
  options: TownOptions;
  stop(): Promise<void> | void;
}

/** One thing that goes wrong. What must hold is the same for all: see `check/check.ts`. */
export interface Row<G extends Ground = any> {
  name: string;
  stores: readonly Store[];
  /** In how many runs, each of another seed, it must have held. */
  least: number;
  nodes?: number;
  /** More of Recado's environment. */
  env?: NodeJS.ProcessEnv;
  /** It stands on this. `mongoUri`: of a new database on the run's own MongoDB, if that's its store. */
  ground?(mongoUri: string | undefined): Promise<G>;
  /** Why it can't be played on this machine; undefined when it can. */
  without?(): string | undefined;
  /** A request may have left, and nobody may know what became of it. */
  uncertain?: true;
  /** Other ends than `answered` that are right here. */
  ends?: readonly End[];
  /** Nobody may be refused: another node is there for them. */
  noneRefused?: true;
  /** The answers don't hold what was asked: they are looked up by their attempts. */
  otherWords?: true;
  /** Milliseconds that all may take to come to its end. */
  drainMs?: number;
  /** On these it is in the reduced matrix. */
  quick?: readonly Store[];
  /** What happens. All that is random comes from `trial.random`. */
  play(trial: Trial, ground: G): Promise<void>;
}

export const BOTH: readonly Store[] = ['sqlite', 'mongo'];

/** As a table or `--only` names it. */
export const nameOf = ({ name }: Row, store: Store) => `${name}@${store}`;
