import type { RunMongod } from './run-mongod.js';
import { type Mutation, mutated, MUTATIONS } from './mutations.js';
import { ROWS } from './rows.js';
import { Trial } from './trial.js';

/** What became of a mutation: `caught` where the check turned red, and by what it should. */
export interface Caught {
  mutation: string;
  store: string;
  row: string;
  red: string;
  caught: string;
}

/** Plays rows with a Recado that breaks one promise each: the check must show it. */
export async function mutants(
  seed: number,
  mongod: RunMongod,
  wanted: (mutation: Mutation) => boolean,
): Promise<Caught[]> {
  const tried: Caught[] = [];
  for (const mutation of MUTATIONS.filter(wanted)) {
    const { name, store, row, red } = mutation;
    if (store === 'mongo') await mongod.start();
    console.log(`${name}@${store} in ${row} (seed ${seed}) ...`);
    const caught =
      store === 'mongo' && mongod.missing ? 'skipped' : await shown(mutation, seed, mongod);
    console.log(`  caught: ${caught}`);
    tried.push({ mutation: name, store, row, red, caught });
  }
  return tried;
}

/** Whether it shows, and how. */
async function shown(mutation: Mutation, seed: number, mongod: RunMongod): Promise<string> {
  const { store, red, drainMs } = mutation;
  const row = ROWS.find(({ name }) => name === mutation.row)!;
  const reason = row.without?.();
  if (reason) return 'skipped';
  const mongoUri = store === 'mongo' ? mongod.freshUri() : undefined;
  const env = mutated(mutation);
  try {
    const { verdict, broken } = await Trial.run(row, store, {
      seed,
      short: true,
      mongoUri,
      env,
      drainMs,
    });
    const [first] = verdict[red];
    if (first) return `yes: ${verdict[red].length} ${red}, the first: ${first}`;
    return `NO: ${broken ?? 'all held'}`;
  } catch (error) {
    return `NO: ${(error as Error).message}`;
  }
}
