import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';
import { aSid } from '../../load/town.js';

const AT_ONCE = 50;

/** The same webhook fifty times at once, again and again, while others write. */
const fiftyAtOnce = async (trial: Trial) => {
  const { writers } = trial;
  await writers.during(10, { patienceMs: 600 }, async () => {
    for (let n = 0; n < trial.times(20); n++) {
      const [from, sid] = [writers.newcomer(), aSid()];
      const body = `text ${n} of ${7000 + n}`;
      await Promise.all(Array.from({ length: AT_ONCE }, () => writers.write(from, body, sid)));
      trial.struck(AT_ONCE - 1);
    }
  });
};

/** Of each two webhooks of a sender, the second overtakes the first. */
const outOfOrder = async (trial: Trial) => {
  const { town, writers } = trial;
  await town.setFaults({ inbound: { overtake_ms: 400 } });
  const pairs = async () => {
    const from = writers.newcomer();
    const who = Number(from.slice(-4));
    for (let n = 0; n < trial.times(12); n++) {
      const both = [2 * n, 2 * n + 1].map((t) => writers.write(from, `text ${t} of ${who}`));
      await Promise.all(both);
      trial.struck();
    }
  };
  await Promise.all(Array.from({ length: 15 }, pairs));
  await town.setFaults({});
};

/** One sender sends a thousand, fifty at a time, while others chat. */
const flood = async (trial: Trial) => {
  const { writers } = trial;
  await writers.during(15, { patienceMs: 2000, newEvery: 0 }, async () => {
    const from = writers.newcomer();
    for (let n = 0; n < trial.times(1000); n += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, (_, m) => `text ${n + m} of 8000`);
      await Promise.all(some.map((body) => writers.write(from, body)));
    }
    trial.struck();
  });
};

const two = { stores: ['mongo'], nodes: 2 } as const;

/** Webhooks that come often, in the wrong order, or too many of one sender. */
export const WEBHOOKS: Row[] = [
  { name: 'same-webhook-50-times', stores: BOTH, least: 2, quick: ['sqlite'], play: fiftyAtOnce },
  { name: 'same-webhook-50-times-two-nodes', ...two, least: 2, play: fiftyAtOnce },
  { name: 'webhooks-out-of-order', stores: BOTH, least: 2, play: outOfOrder },
  { name: 'webhooks-out-of-order-two-nodes', ...two, least: 2, play: outOfOrder },
  { name: 'one-sends-a-thousand', stores: BOTH, least: 1, drainMs: 300_000, play: flood },
];
