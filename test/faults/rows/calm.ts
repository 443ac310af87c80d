import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';

/** A thousand texts of a hundred people, a fifth of the webhooks twice, and nothing goes wrong. */
async function aThousand({ writers }: Trial): Promise<void> {
  await writers.crowd(100, 10);
}

/** What the others are measured against. */
export const CALM: Row[] = [
  { name: 'calm', stores: BOTH, least: 1, play: aThousand },
  { name: 'calm-two', stores: ['mongo'], nodes: 2, least: 1, noneRefused: true, play: aThousand },
];
