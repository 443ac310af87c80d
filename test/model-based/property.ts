import { asyncModelRun, asyncProperty } from 'fast-check';
import { commands } from './commands/all.js';
import type { Driver } from './driver.js';
import { expectAllDone } from './drain.js';
import type { ModelStore } from './stores.js';
import { World } from './world/world.js';

/** How the property is tried. `npm run test:model` sets these in the environment. */
const { MODEL_RUNS = '30', MODEL_COMMANDS = '60', MODEL_SEED = '1', MODEL_PATH } = process.env;

export const RUNS = Number(MODEL_RUNS);

let run = 0;

/** Whatever happens in whatever order: the store does what the model says, and all comes to an end. */
export function property(store: ModelStore, driver: Driver) {
  return asyncProperty(commands(Number(MODEL_COMMANDS)), async (all) => {
    await store.clear();
    const world = new World(++run);
    await asyncModelRun(() => ({ model: world, real: driver }), all);
    await expectAllDone(world, driver);
  });
}

export const PARAMETERS = {
  numRuns: RUNS,
  seed: Number(MODEL_SEED),
  path: MODEL_PATH,
  endOnFailure: !!process.env.MODEL_FIRST,
};
