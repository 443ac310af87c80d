import assert from 'node:assert/strict';
import type { Driver } from '../driver.js';
import { cancel, wake } from '../world/rules.js';
import type { Conversation, Holder, World } from '../world/world.js';
import { Command, pick, WorkerStep } from './command.js';

/** A worker moves what a merged conversation contains, so many rows at a time. */
export class MergeSome extends WorkerStep {
  constructor(
    worker: number,
    readonly most: number,
  ) {
    super(worker);
  }

  protected canBeDone({ work }: Holder): boolean {
    return !!work?.mergedInto;
  }

  protected async step(holder: Holder, world: World, driver: Driver) {
    const { claim } = holder;
    const more = await driver.mergeSome(claim, this.most);
    if (!world.holds(holder)) return (assert.equal(more, false), { lost: true });
    const from = world.conversations.get(claim.conversationId)!;
    const into = world.resolve(from.id)!;
    if (more) await learnWhatMoved(from, into, world, driver);
    else this.end(holder, from, into, world);
    return {};
  }

  /** All of it is there now, and the bot is silent in it if a person had one of the two. */
  private end(holder: Holder, from: Conversation, into: Conversation, world: World): void {
    for (const one of [...world.messages, ...world.turns])
      if (one.conversationId === from.id) one.conversationId = into.id;
    if (into.takenOver) for (const turn of world.unsettledIn(into.id)) cancel(world, turn, 'human');
    Object.assign(from, { moving: false, leased: false, later: false });
    wake(into);
    world.forget(holder);
  }
}

/** Half-way, the store says what it has moved and cancelled. */
async function learnWhatMoved(
  from: Conversation,
  into: Conversation,
  world: World,
  driver: Driver,
) {
  const ids = world.turns.map(({ id }) => id);
  const seen = await driver.read([from.id, into.id], ids);
  learn(world.messages, seen.messages, from, into);
  learn(world.turns, seen.turns, from, into);
  for (const turn of world.turns) {
    const now = seen.turns.find(({ id }) => id === turn.id);
    const isLeft = turn.conversationId === into.id && !turn.outcome && into.takenOver;
    if (isLeft && now?.cancelled === 'human') cancel(world, turn, 'human');
  }
}

type Placed = { id: string; conversationId: string };

function learn(known: Placed[], seen: Placed[], from: Conversation, into: Conversation): void {
  for (const one of known.filter(({ conversationId }) => conversationId === from.id)) {
    const now = seen.find(({ id }) => id === one.id);
    assert(now && [from.id, into.id].includes(now.conversationId), `Lost on the way: ${one.id}`);
    one.conversationId = now.conversationId;
  }
}

/** Erases a sender: all at once, or begins to, before the process dies. */
export class Erase extends Command {
  constructor(
    readonly conversation: number,
    readonly wholly: boolean,
  ) {
    super();
  }

  check({ conversations }: Readonly<World>): boolean {
    return conversations.size > 0;
  }

  protected async act(world: World, driver: Driver): Promise<void> {
    const { id } = pick([...world.conversations.values()], this.conversation)!;
    const into = world.resolve(id)!.id;
    const theirs = [...world.conversations.values()]
      .filter((one) => one.id === into || one.mergedInto === into)
      .map((one) => one.id);
    assert.deepEqual((await driver.beginErasure(id)).sort(), theirs.sort());
    for (const one of theirs) this.begin(one, world);
    if (this.wholly) await eraseOn(world, driver);
  }

  private begin(id: string, world: World): void {
    world.conversations.delete(id);
    world.erasing.add(id);
    for (const address of world.addressesOf(id)) world.leads.delete(address);
    const isTheirs = (one: { conversationId: string }) => one.conversationId === id;
    world.going.turns.push(...world.turns.filter(isTheirs));
    world.going.messages.push(...world.messages.filter(isTheirs));
    world.turns = world.turns.filter((one) => !isTheirs(one));
    world.messages = world.messages.filter((one) => !isTheirs(one));
  }
}

/** Erases what is left of the erasures that were begun. */
export class EraseOn extends Command {
  check({ erasing }: Readonly<World>): boolean {
    return erasing.size > 0;
  }

  protected act(world: World, driver: Driver): Promise<void> {
    return eraseOn(world, driver);
  }
}

async function eraseOn({ erasing, going, erased, attempts }: World, driver: Driver): Promise<void> {
  await driver.eraseOn();
  for (const id of erasing) erased.conversations.add(id);
  erasing.clear();
  erased.turns.push(...going.turns.splice(0));
  erased.messages.push(...going.messages.splice(0));
  const gone = attempts.filter(({ turnId }) => erased.turns.some(({ id }) => id === turnId));
  for (const { partId } of gone) assert.deepEqual(await driver.heard(partId), []);
}
