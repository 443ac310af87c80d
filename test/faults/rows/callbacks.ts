import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../support/until.js';
import { aCallback } from '../ground/callback.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';

const PEOPLE = 15;

const callbacks =
  (mode: string, rate: number, delay_ms = 1500) =>
  async (trial: Trial) => {
    const { town, writers } = trial;
    await town.setFaults({ callbacks: { mode, rate, delay_ms }, seed: trial.between(1, 2 ** 31) });
    await writers.during(PEOPLE, { patienceMs: 600 }, async () => {
      const before = trial.accepted();
      await delay(trial.times(8000));
      trial.struck(Math.round((trial.accepted() - before) * rate));
    });
  };

/** What a callback may say that was overtaken by another one, or that Twilio never says. */
const AFTERWARDS = ['failed', 'queued', 'undelivered', 'sent', 'read', 'failed', 'delivered'];

interface Timeline {
  parts: { callbacks: { status: string }[] }[];
}

/** Of each message that was delivered, a callback says that it failed, and others say else. */
const contradicting = async (trial: Trial) => {
  const { town, writers } = trial;
  await writers.crowd(PEOPLE, trial.times(8));
  await trial.settled();
  await delay(500);
  for (const sent of trial.sent()) {
    const order = AFTERWARDS.toSorted(() => trial.random() - 0.5);
    for (const status of order) await aCallback(town, sent, status, 63_013);
    trial.struck(order.length);
  }
  const [{ sid }] = writers.texts;
  await until(async () => {
    const path = `/api/v1/messages/${sid}/timeline`;
    const { parts } = await town.admin<Timeline>(path);
    return parts[0].callbacks.some(({ status }) => status === 'failed');
  }, 10_000);
};

const both = { stores: BOTH, least: 1 } as const;

/** Callbacks that come in any order, often, late, never, or say what can't be. */
export const CALLBACKS: Row[] = [
  { name: 'callbacks-out-of-order', ...both, play: callbacks('shuffle', 1) },
  { name: 'callbacks-repeated', ...both, play: callbacks('repeat', 1) },
  { name: 'callbacks-late', ...both, play: callbacks('delay', 0.5) },
  { name: 'callbacks-lost', ...both, play: callbacks('drop', 0.7) },
  { name: 'callbacks-contradicting', ...both, quick: ['sqlite'], play: contradicting },
];
