import { setTimeout as delay } from 'node:timers/promises';
import { sentByAnother } from '../ground/another-installation.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';

/** Milliseconds: Twilio's times are in seconds. */
const SECONDS = 2500;
/** Milliseconds: nothing younger than a minute is taken for missed, and it is looked each minute. */
const FOUND_MS = 240_000;

/** Down while messages came to Twilio only; some there are none of ours. */
const missed = async (trial: Trial) => {
  const { town, writers, operator } = trial;
  const before = writers.newcomer();
  for (let n = 0; n < 5; n++) await writers.leaveAtTwilio(before, `text ${n} of 2000`, 'foreign');
  await delay(SECONDS);
  const [first, second] = [writers.newcomer(), writers.newcomer()];
  await writers.write(first, 'text 0 of 2001');
  await writers.write(second, 'text 0 of 2002');
  await trial.settled();
  await operator.erases(second);
  await delay(SECONDS);
  await town.kill(0);
  trial.struck();
  for (let n = 0; n < 50; n++) {
    const from = n % 5 ? writers.newcomer() : first;
    await writers.leaveAtTwilio(from, `text ${n + 1} of 2001`);
    trial.struck();
  }
  const elsewhere = writers.newcomer();
  await writers.leaveAtTwilio(elsewhere, 'text 0 of 2003', 'foreign');
  await delay(SECONDS);
  await sentByAnother(town, elsewhere, 'Answered by another installation.');
  await town.startNode(0);
};

/** What Twilio has, and nobody told us of. */
export const MISSED: Row[] = [
  { name: 'down-while-50-arrived', stores: BOTH, least: 2, drainMs: FOUND_MS, play: missed },
];
