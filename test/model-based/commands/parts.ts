import type { Part, PartState } from '../../../src/mailbox/turns/part.js';
import type { Work } from '../../../src/mailbox/turns/work.js';
import type { Driver } from '../driver.js';
import { settle } from '../world/rules.js';
import type { Holder, World } from '../world/world.js';
import { isUnwanted, isWhole } from './answering.js';
import { type Licence, WorkerStep } from './command.js';

/** The part that a worker comes to next, as `DeliveryService.deliver` has it. */
export function nextPart({ turn }: Pick<Work, 'turn'>): Part | undefined {
  return turn?.parts.find(({ state }) => state !== 'accepted' && state !== 'stopped');
}

function partOf({ work }: Holder): Part | undefined {
  return isWhole(work) && !isUnwanted(work) ? nextPart(work) : undefined;
}

/** A worker's step on the part that it comes to next, if that is in this state. */
export abstract class PartStep extends WorkerStep {
  protected abstract readonly state: PartState;
  protected abstract onPart(
    part: Part,
    holder: Holder,
    world: World,
    driver: Driver,
  ): Promise<Licence>;

  protected canBeDone(holder: Holder): boolean {
    return partOf(holder)?.state === this.state;
  }

  protected step(holder: Holder, world: World, driver: Driver) {
    return this.onPart(partOf(holder)!, holder, world, driver);
  }

  protected known(world: World, { turnId, id: partId }: Part) {
    return world.partOf({ turnId, partId });
  }
}

/** No word came in time. */
export class MarkUncertain extends PartStep {
  protected get state() {
    return 'sending' as const;
  }

  protected async onPart(part: Part, holder: Holder, world: World, driver: Driver) {
    await driver.markUncertain(holder.claim, part.id);
    return ended(holder, world, this.known(world, part), 'sending', 'uncertain');
  }
}

/** The time in which the part might have been sent is over. */
export class Abandon extends PartStep {
  protected get state() {
    return 'pending' as const;
  }

  protected async onPart(part: Part, holder: Holder, world: World, driver: Driver) {
    await driver.abandon(holder.claim, part.id, { message: 'Too late.' });
    world.resolve(holder.claim.conversationId)!.textsLate = true;
    return ended(holder, world, this.known(world, part), 'pending', 'dead');
  }
}

/** The account is refused: the part waits for it. */
export class HoldBack extends PartStep {
  protected get state() {
    return 'pending' as const;
  }

  protected async onPart(part: Part, holder: Holder, world: World, driver: Driver) {
    await driver.holdBack(holder.claim, part.id, { message: 'The account is refused.' });
    return ended(holder, world, this.known(world, part), 'pending', 'pending');
  }
}

/** The part changes if the claim holds, and the part is still as its worker knows it. */
function ended(
  holder: Holder,
  world: World,
  known: ReturnType<World['partOf']>,
  from: PartState,
  to: PartState,
): Licence {
  holder.work = undefined;
  if (!world.holds(holder) || !known) return { lost: true };
  if (known.part.state !== from) return {};
  known.part.state = to;
  settle(world, known.turn);
  return {};
}
