import { setTimeout as delay } from 'node:timers/promises';
import { type DeadlyStep, dyingAt } from '../preload/steps.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';
import { longText } from '../writers.js';

const PEOPLE = 12;
/** Milliseconds that a person waits for an answer. */
const PATIENCE_MS = 1500;
/** Milliseconds within which a life must get to its deadly step. */
const REACHED_MS = 60_000;
const FURTHEST = 12;
/** In a run. */
const LIVES = 8;

/** Lives that end at a step, each followed by one that works off what the dead one left. */
const dies =
  (step: Omit<DeadlyStep, 'nth'>, body = (n: number, who: number) => `text ${n} of ${who}`) =>
  async (trial: Trial) => {
    const { town, writers } = trial;
    await writers.during(PEOPLE, { patienceMs: PATIENCE_MS, body }, async () => {
      for (let n = 0; n < trial.times(LIVES); n++) {
        await trial.someMore(PEOPLE);
        await town.kill(0, 'SIGTERM');
        await lifeUntil(trial, step);
        await town.startNode(0);
      }
      await trial.someMore(PEOPLE);
    });
  };

async function lifeUntil(trial: Trial, step: Omit<DeadlyStep, 'nth'>): Promise<void> {
  const { town } = trial;
  const nth = trial.between(1, FURTHEST);
  // It may die before it was ready.
  await town.startNode(0, dyingAt({ ...step, nth })).catch(() => undefined);
  const late = delay(REACHED_MS, [], { ref: false });
  const [, signal] = await Promise.race([town.nodes[0].ended, late]);
  if (signal !== 'SIGKILL') throw new Error(`step ${step.at} was not reached ${nth} times`);
  town.takeOut(0);
  trial.struck();
}

/** It thinks of an answer, of each that is asked, when it dies. */
const whileAsked = async (trial: Trial) => {
  const { town, writers } = trial;
  await writers.during(PEOPLE, { patienceMs: PATIENCE_MS }, async () => {
    await trial.someMore(PEOPLE);
    for (let n = 0; n < trial.times(2 * LIVES); n++) {
      const heard = town.model.requests.length;
      town.model.mode = 'hang';
      await town.model.heard(heard + trial.between(1, PEOPLE));
      await town.kill(0);
      town.model.mode = 'echo';
      trial.struck();
      await town.startNode(0);
      await trial.someMore(PEOPLE);
    }
  });
};

const AT: Record<string, [Omit<DeadlyStep, 'nth'>, Partial<Row>?]> = {
  'before-the-message-is-durable': [{ at: 'accept', when: 'before' }],
  'before-the-200': [{ at: 'accept', when: 'after' }, { quick: ['mongo'] }],
  'before-the-answer-is-stored': [{ at: 'turn', when: 'before' }],
  'before-the-attempt-is-recorded': [{ at: 'turn', when: 'after' }, { quick: ['sqlite'] }],
  'before-the-request': [{ at: 'attempt', when: 'after' }],
  'as-the-request-leaves': [{ at: 'request', when: 'before' }],
  'before-the-acceptance-is-recorded': [{ at: 'verdict', when: 'before' }, { quick: ['mongo'] }],
};

/** A request of somebody else's may have left at that moment. */
const most = { stores: BOTH, least: 3, uncertain: true } as const;

/** SIGKILL at each step of a message's road. */
export const STEPS: Row[] = [
  ...Object.entries(AT).map(([name, [step, more]]): Row => ({
    ...most,
    name: `killed-${name}`,
    ...more,
    play: dies(step),
  })),
  { ...most, name: 'killed-while-the-model-answers', play: whileAsked },
  {
    ...most,
    name: 'killed-between-two-parts',
    play: dies({ at: 'verdict', when: 'after' }, (n, who) => longText(n, who, 2 + (n % 2))),
  },
];
