import { until } from '../../support/until.js';
import { BadModel, MODEL_FAULTS, type ModelFault } from '../ground/bad-model.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';

const PEOPLE = 15;
/** How many requests are met by the fault in a run, if as many are made. */
const MET = 12;
/** Milliseconds: a model that fails isn't asked for a while, and whoever writes is answered otherwise. */
const MOST_MS = 12_000;

const fails = (fault: ModelFault) => async (trial: Trial, model: BadModel) => {
  const { town, writers, random } = trial;
  model.good = town.model.url;
  await writers.during(PEOPLE, { patienceMs: 700 }, async () => {
    await trial.someMore(PEOPLE);
    model.begin(fault, 0.7, random);
    const met = async () => model.met >= trial.times(MET);
    await until(met, MOST_MS).catch(() => undefined);
    if (!model.met) throw new Error('no request was met by the fault');
    trial.struck(model.met);
    model.end();
    const seen = writers.taken;
    await until(async () => writers.taken > seen + PEOPLE, 30_000);
  });
};

/** What a model can do wrong: somebody is answered all the same, if only that no answer is known. */
export const MODEL: Row<BadModel>[] = (Object.keys(MODEL_FAULTS) as ModelFault[]).map((fault) => ({
  name: `model-${fault}`,
  stores: BOTH,
  least: 1,
  env: { LLM_TIMEOUT_MS: '2500' },
  otherWords: true,
  ground: BadModel.start,
  ...(fault === 'cut' && { quick: ['sqlite'] as const }),
  play: fails(fault),
}));
