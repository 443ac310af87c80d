import { asyncModelRun, asyncProperty } from 'fast-check';
import { commands } from './commands/all.js';
import type { Driver } from './driver.js';
import { expectAllDone } from './drain.js';
import type { ModelStore } from './stores.js';
import { World } from './world/world.js';

/** How the property is tried. `npm run test:model` sets these in the environment. */
const { MODEL_RUNS, MODEL_COMMANDS = '60', MODEL_SEED = '1', MODEL_PATH } = process.env;

/** Of `npm test`: so many runs, and no new one after so many milliseconds, on a busy machine. */
const [FEW, SHORT_MS] = [30, 4000];

export const RUNS = Number(MODEL_RUNS ?? FEW);

export const PARAMETERS = {
  numRuns: RUNS,
  seed: Number(MODEL_SEED),
  path: MODEL_PATH,
  // Long runs from the first on: in short ones little happens.
  unbiased: true,
  ...(!MODEL_RUNS && { interruptAfterTimeLimit: SHORT_MS }),
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
