import { expect, test } from 'vitest';
import { A, error, none } from '../../../test/support/stores/memory/held.js';
import { MemoryHolds } from '../../../test/support/stores/memory/holds.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import type { LineId } from '../../config/lines/line.js';
import { ShownHolds } from './shown-holds.js';

async function shown(setUp: LineId[], held: (LineId | undefined)[]) {
  const store = new MemoryHolds();
  const refusal = { heardBy: 'answer', tryInMs: 0, again: false } as const;
  for (const line of held) await store.hold({ ...refusal, line, error: line ? none : error });
  const lines = Object.fromEntries(setUp.map((line) => [line, { fields: {} }]));
  const config = { knownLines: async () => ({ lines }) } as unknown as BotConfigService;
  const all = await new ShownHolds(store, config).all();
  return all.map(({ line = 'all', code }) => `${line} ${code}`);
}

test.each([
  ['of several lines each is what it is', [A], ['default', A], ['default 63007', `${A} 63007`]],
  ['one line alone is all that there is', [], ['default'], ['all 63007']],
  ['the account comes before it', [], [undefined, 'default'], ['all 20003']],
  ['a line that was taken away is one still', [], [A, 'default'], ['all 63007', `${A} 63007`]],
])('%s', async (_, setUp, held, seen) => {
  expect(await shown(setUp, held)).toEqual(seen);
});
