import assert from 'node:assert/strict';
import { Answer, CancelAll, Open } from './commands/answering.js';
import type { Command } from './commands/command.js';
import { EraseOn, MergeSome } from './commands/contents.js';
import { Claim, Release, TimePasses } from './commands/queue.js';
import { Begin, MarkUncertain, RecordVerdict } from './commands/sending.js';
import type { Driver } from './driver.js';
import type { Holder, World } from './world/world.js';

/** More visits than any run leaves work for. */
const MOST_ROUNDS = 60;

const shape = { kind: 'answer', parts: 1, covers: 300, evenIfOutdated: true } as const;

/** What a worker does on a visit: the first of these that can be done, again and again. */
const STEPS = [
  new MergeSome(0, 300),
  new CancelAll(0),
  new Answer(0, shape),
  new Begin(0),
  new MarkUncertain(0),
];

/** All workers of the run are gone. Another one works until nothing is due: then all is done. */
export async function expectAllDone(world: World, driver: Driver): Promise<void> {
  for (const holder of world.holders) world.forget(holder);
  for (const attempt of world.attempts) attempt.forgotten = true;
  await once(new EraseOn(), world, driver);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await once(new TimePasses(), world, driver);
    await once(new Claim(1), world, driver);
    if (!world.holders.length) break;
    await visit(world, driver);
  }
  assert.deepEqual(world.holders, [], 'Due again and again.');
  const { messages = [], turns = [] } = world.seen ?? {};
  const outcomes = new Map(turns.map(({ id, outcome }) => [id, outcome]));
  for (const { id, role, turnId } of messages)
    if (role === 'user') assert(turnId && outcomes.get(turnId), `No outcome: ${id}`);
  for (const [id, outcome] of outcomes) assert(outcome, `Not settled: ${id}`);
}

async function visit(world: World, driver: Driver): Promise<void> {
  const [holder] = world.holders;
  while (world.holders.includes(holder)) await once(next(holder, world), world, driver);
}

function next({ work, sending }: Holder, world: World): Command {
  const known = world.attempts.filter(({ forgotten }) => !forgotten);
  if (sending) return new RecordVerdict(known.indexOf(sending), 'accepted');
  if (!work) return new Open(0);
  return STEPS.find((step) => step.check(world)) ?? new Release(0);
}

async function once(command: Command, world: World, driver: Driver): Promise<void> {
  if (command.check(world)) await command.run(world, driver);
}
