import { asyncModelRun, asyncProperty } from 'fast-check';
import { commands } from './commands/all.js';
import type { Driver } from './driver.js';
import { expectAllDone } from './drain.js';
import type { ModelStore } from './stores.js';
import { World } from './world/world.js';

/** How the property is tried. `npm run test:model` sets these in the environment. */
const { MODEL_RUNS, MODEL_COMMANDS = '60', MODEL_SEED = '1', MODEL_PATH } = process.env;

/** How many runs there are, where `npm test` has so `few`: a second's or two's worth of the store. */
export const runsOf = (few: number) => Number(MODEL_RUNS ?? few);

export const PARAMETERS = {
  seed: Number(MODEL_SEED),
  path: MODEL_PATH,
  // Long runs from the first on: in short ones little happens.
  unbiased: true,
};

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
