import assert from 'node:assert/strict';
import type { Command } from './commands/command.js';
import { EraseOn } from './commands/contents.js';
import { Claim, TimePasses } from './commands/queue.js';
import { Visit } from './commands/visit.js';
import type { Driver } from './driver.js';
import type { World } from './world/world.js';

/** More visits than any run leaves work for, and more steps than any of them takes. */
const [MOST_VISITS, MOST_STEPS] = [100, 100];

const shape = { kind: 'answer', parts: 1, covers: 300, evenIfOutdated: true, first: true } as const;

/** All workers of the run are gone. Another one works until nothing is due: then all is done. */
export async function expectAllDone(world: World, driver: Driver): Promise<void> {
  for (const holder of world.holders) world.forget(holder);
  for (const attempt of world.attempts) attempt.forgotten = true;
  const visit = new Visit(0, MOST_STEPS, shape, 'accepted', true);
  const all = [new EraseOn(), new TimePasses(), new Claim(1), visit];
  for (let n = 0, claims = -1; n < MOST_VISITS && claims < world.claims; n++) {
    claims = world.claims;
    for (const command of all) await ifItCan(command, world, driver);
  }
  everyMessageHasItsOutcome(world);
}

async function ifItCan(command: Command | Visit, world: World, driver: Driver): Promise<void> {
  if (command.check(world)) await command.run(world, driver);
}

function everyMessageHasItsOutcome({ seen }: World): void {
  const { messages = [], turns = [] } = seen ?? {};
  for (const { id, outcome } of turns) assert(outcome, `Not settled: ${id}`);
  const settled = new Set(turns.map(({ id }) => id));
  for (const { id, role, turnId } of messages)
    if (role === 'user') assert(turnId && settled.has(turnId), `No outcome: ${id}`);
}
