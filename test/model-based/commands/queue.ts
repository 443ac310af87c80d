import assert from 'node:assert/strict';
import type { Driver } from '../driver.js';
import { LEASE_MS } from '../driver.js';
import type { Holder, World } from '../world/world.js';
import { Command, pick, WorkerStep } from './command.js';
import { nextPart } from './parts.js';

/** Workers take what is due. */
export class Claim extends Command {
  constructor(readonly limit: number) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return world.conversations.size > 0;
  }

  protected async act(world: World, driver: Driver): Promise<void> {
    const due = [...world.conversations.values()].filter((one) => world.mustBeDue(one));
    const claims = await driver.claim(this.limit);
    for (const claim of claims) {
      const one = world.conversations.get(claim.conversationId);
      assert(one, 'Claimed: a mailbox that nobody knows.');
      assert(!one.leased || one.orphaned, `Claimed twice: ${one.id}`);
      const holder: Holder = { name: world.name('worker'), claim };
      Object.assign(one, { holder, leased: true, orphaned: false, later: false });
      world.holders.push(holder);
      world.claims++;
    }
    const claimed = claims.map(({ conversationId }) => conversationId);
    const left = due.filter(({ id }) => !claimed.includes(id));
    if (claims.length < this.limit) assert.deepEqual(idsOf(left), [], 'Asleep, with work in it.');
  }
}

const idsOf = (all: { id: string }[]) => all.map(({ id }) => id);

/** The lease is prolonged. */
export class Renew extends WorkerStep {
  protected canBeDone(): boolean {
    return true;
  }

  protected async step(holder: Holder, world: World, driver: Driver) {
    const held = await driver.renew(holder.claim);
    assert.equal(held, world.holds(holder));
    if (held) Object.assign(world.conversations.get(holder.claim.conversationId)!, LEASED);
    return { lost: !held };
  }
}

const LEASED = { leased: true, later: false };

/** A worker gives its mailbox back, as `VisitService` does. */
export class Release extends WorkerStep {
  protected canBeDone({ work }: Holder): boolean {
    return !!work;
  }

  protected async step(holder: Holder, world: World, driver: Driver) {
    const dueInMs = dueIn(holder);
    const { claim, work } = holder;
    await driver.release(claim, { wakes: work!.wakes, dueInMs, crashes: claim.crashes });
    const held = world.holds(holder);
    const one = world.conversations.get(claim.conversationId);
    // Whether it sleeps, or waits for a time, it does so only if nothing has happened meanwhile.
    if (held) Object.assign(one!, { leased: false, later: !!dueInMs });
    world.forget(holder);
    return { lost: !held };
  }
}

/** As `VisitService.sendAndRelease` has it. */
function dueIn({ work }: Holder): number | undefined {
  const { unsettled, waiting, mergedInto, awaitsMerge } = work!;
  if (mergedInto) return 0;
  if (awaitsMerge) return undefined;
  const next = nextPart(work!);
  if (next?.state === 'pending') return next.retryAt ? LEASE_MS : 0;
  if (next?.state === 'sending') return LEASE_MS;
  return unsettled > 1 || waiting.length > 0 ? 0 : undefined;
}

/** A worker's process dies: it gives nothing back, and records nothing. */
export class Crash extends Command {
  constructor(readonly worker: number) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return world.holders.length > 0;
  }

  protected async act(world: World): Promise<void> {
    world.forget(pick(world.holders, this.worker)!);
  }
}

/** Leases run out, and what waits for a time is due. */
export class TimePasses extends Command {
  check(world: Readonly<World>): boolean {
    return [...world.conversations.values()].some(({ leased, later }) => leased || later);
  }

  protected async act(world: World, driver: Driver): Promise<void> {
    await driver.timePasses();
    for (const one of world.conversations.values()) one.leased = one.orphaned = one.later = false;
  }
}

/** The process ends with all its workers, and another one opens the store. */
export class Restart extends Command {
  check(world: Readonly<World>): boolean {
    return world.messages.length > 0;
  }

  protected async act(world: World, driver: Driver): Promise<void> {
    await driver.restart();
    for (const holder of world.holders) world.forget(holder);
    for (const one of world.conversations.values()) {
      // The only process of the file ends the leases of the one before. In MongoDB they may last.
      if (driver.kind === 'mongo') one.orphaned = one.leased;
      else one.leased = false;
    }
  }
}
