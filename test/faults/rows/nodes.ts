import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../support/until.js';
import { type DeadlyStep, dyingAt, preloaded } from '../preload/steps.js';
import type { Row } from '../row.js';
import type { Trial } from '../trial.js';

const PEOPLE = 15;
const PATIENCE_MS = 700;
const HOUR_MS = 3_600_000;
/** Milliseconds: a lease lasts for 20 s. */
const PAST_LEASE_MS = 25_000;

/** A node freezes at a step, while others go on, and wakes up when its lease is long over. */
const frozen = (step: Pick<DeadlyStep, 'at' | 'when'>) => async (trial: Trial) => {
  const { town, writers } = trial;
  await writers.during(PEOPLE, { patienceMs: 2000 }, async () => {
    for (let n = 0; n < trial.times(4); n++) {
      await trial.someMore(PEOPLE);
      town.takeOut(0);
      await town.kill(0, 'SIGTERM');
      const nth = trial.between(2, 8);
      await town.startNode(0, dyingAt({ ...step, nth, signal: 'SIGSTOP' })).catch(() => undefined);
      await until(async () => isStopped(town.nodes[0].pid), 60_000);
      town.takeOut(0);
      trial.struck();
      await delay(PAST_LEASE_MS);
      town.nodes[0].signal('SIGCONT');
      await trial.someMore(PEOPLE);
    }
  });
};

/**
 * A node freezes while answers are made for it. When its leases are over, the other one makes and sends
 * them; then it wakes up, and has its own.
 */
const frozenWhileAsked = async (trial: Trial) => {
  const { town, writers } = trial;
  await writers.during(PEOPLE, { patienceMs: 2000 }, async () => {
    for (let n = 0; n < trial.times(4); n++) {
      await trial.someMore(PEOPLE);
      const heard = town.model.requests.length;
      town.model.mode = 'hang';
      await town.model.heard(heard + PEOPLE);
      town.takeOut(0);
      town.nodes[0].signal('SIGSTOP');
      trial.struck();
      town.model.mode = 'echo';
      town.model.release();
      await delay(PAST_LEASE_MS);
      await trial.someMore(PEOPLE);
      town.nodes[0].signal('SIGCONT');
      town.letIn(0);
    }
    await trial.someMore(PEOPLE);
  });
};

function isStopped(pid: number): boolean {
  return /^State:\s+[Tt]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** Each node is replaced after the other: nothing new is sent to it, then it is asked to end. */
const rolling = async (trial: Trial) => {
  const { town, writers } = trial;
  await writers.during(PEOPLE, { patienceMs: PATIENCE_MS }, async () => {
    for (let n = 0; n < trial.times(8); n++) {
      const node = n % town.nodes.length;
      await trial.someMore(PEOPLE);
      town.takeOut(node);
      const [code] = await town.kill(node, 'SIGTERM');
      if (code !== 0) throw new Error(`SIGTERM ended with ${code}`);
      trial.struck();
      await town.startNode(node);
    }
  });
};

const clockAt = (ms: number) => ({ ...preloaded('./clock.ts'), FAULTS_CLOCK_MS: `${ms}` });

/** The nodes' clocks are an hour apart, and one of them dies now and then. */
const apart = async (trial: Trial) => {
  const { town, writers } = trial;
  for (const [node, ms] of [-HOUR_MS / 2, HOUR_MS / 2].entries()) {
    await town.kill(node, 'SIGTERM');
    await town.startNode(node, clockAt(ms));
    trial.struck();
  }
  await writers.during(PEOPLE, { patienceMs: PATIENCE_MS }, async () => {
    for (let n = 0; n < trial.times(6); n++) {
      await trial.someMore(PEOPLE);
      const [node, ms] = n % 2 ? [1, HOUR_MS / 2] : [0, -HOUR_MS / 2];
      await town.kill(node);
      trial.struck();
      await town.startNode(node, clockAt(ms));
    }
    await trial.someMore(PEOPLE);
  });
};

/** From one life to the next the clock goes back an hour, and on again. */
const setBack = async (trial: Trial) => {
  const { town, writers } = trial;
  await writers.during(PEOPLE, { patienceMs: PATIENCE_MS }, async () => {
    for (let n = 0; n < trial.times(8); n++) {
      await trial.someMore(PEOPLE);
      await town.kill(0);
      trial.struck();
      await town.startNode(0, clockAt(n % 2 ? 0 : -HOUR_MS));
    }
    await trial.someMore(PEOPLE);
  });
};

/** Of three nodes one after the other is killed, or two at once. */
const killedOfThree = async (trial: Trial) => {
  const { town, writers } = trial;
  await writers.during(PEOPLE, { patienceMs: PATIENCE_MS }, async () => {
    for (let n = 0; n < trial.times(8); n++) {
      await trial.someMore(PEOPLE);
      const dying = n % 3 === 2 ? [0, 1] : [n % 3];
      await Promise.all(dying.map((node) => town.kill(node)));
      trial.struck(dying.length);
      await Promise.all(dying.map((node) => town.startNode(node)));
    }
  });
};

const two = { stores: ['mongo'], nodes: 2, least: 2 } as const;

/** Several Recados on one MongoDB. */
export const NODES: Row[] = [
  { name: 'frozen-before-the-answer', ...two, play: frozen({ at: 'turn', when: 'before' }) },
  { name: 'frozen-before-the-attempt', ...two, play: frozen({ at: 'turn', when: 'after' }) },
  {
    name: 'frozen-after-the-attempt',
    ...two,
    uncertain: true,
    play: frozen({ at: 'attempt', when: 'after' }),
  },
  {
    name: 'frozen-while-the-model-answers',
    ...two,
    uncertain: true,
    // It may think for longer than it is frozen.
    env: { LLM_TIMEOUT_MS: '120000' },
    play: frozenWhileAsked,
  },
  { name: 'rolling-restart', ...two, noneRefused: true, quick: ['mongo'], play: rolling },
  { name: 'rolling-restart-of-three', ...two, nodes: 3, noneRefused: true, play: rolling },
  { name: 'killed-of-three', ...two, nodes: 3, uncertain: true, play: killedOfThree },
  { name: 'clocks-an-hour-apart', ...two, uncertain: true, play: apart },
  { name: 'clock-set-back', stores: ['sqlite'], least: 2, uncertain: true, play: setBack },
];
