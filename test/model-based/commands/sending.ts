import assert from 'node:assert/strict';
import { isOpen, resolve } from '../../../src/mailbox/outbox/resolution.js';
import type { Part, PartState } from '../../../src/mailbox/turns/part.js';
import { isPhone } from '../../../src/address.js';
import type { Driver } from '../driver.js';
import { apply, settle, wake } from '../world/rules.js';
import type { Attempt, Holder, World } from '../world/world.js';
import { isUnwanted, isWhole } from './answering.js';
import { Command, type Licence, pick, WorkerStep } from './command.js';
import { VERDICTS, type VerdictName } from './verdicts.js';

/** The part that a worker comes to next, by what it read. */
function nextPart({ work }: Holder): Part | undefined {
  if (!isWhole(work) || isUnwanted(work)) return undefined;
  return work.turn?.parts.find(({ state }) => state !== 'accepted');
}

/** A worker's step on the part that it comes to next, if that is in this state. */
abstract class PartStep extends WorkerStep {
  protected abstract readonly state: PartState;
  protected abstract onPart(
    part: Part,
    holder: Holder,
    world: World,
    driver: Driver,
  ): Promise<Licence>;

  protected canBeDone(holder: Holder): boolean {
    return nextPart(holder)?.state === this.state;
  }

  protected step(holder: Holder, world: World, driver: Driver) {
    return this.onPart(nextPart(holder)!, holder, world, driver);
  }

  /** All that the keys of a command show are what it was given. */
  protected known(world: World, { turnId, id: partId }: Part) {
    return world.partOf({ turnId, partId });
  }
}

/** A worker records an attempt, before its request leaves. */
export class Begin extends PartStep {
  protected get state() {
    return 'pending' as const;
  }

  protected async onPart(
    { id: partId, turnId }: Part,
    holder: Holder,
    world: World,
    driver: Driver,
  ) {
    const id = world.name('attempt');
    const address = await driver.begin(holder.claim, partId, id);
    const known = world.partOf({ turnId, partId });
    if (!world.holds(holder) || !known) return (assert.equal(address, null), { lost: true });
    const one = world.conversations.get(holder.claim.conversationId)!;
    Object.assign(one, { leased: true, later: false });
    const { turn, part } = known;
    const addresses = world.addressesOf(one.id);
    const former = turn.parts.slice(0, turn.parts.indexOf(part));
    const isNext = former.every(({ state }) => state === 'accepted');
    const begins = addresses.length > 0 && isNext && part.state === 'pending';
    assert.equal(address !== null, begins, `The part is ${part.state}.`);
    if (!begins && !addresses.length && part.state === 'pending') {
      part.state = 'dead';
      settle(world, turn);
    }
    holder.work = begins ? holder.work : undefined;
    if (!begins) return {};
    assert(addresses.includes(address!) && (isPhone(address!) || !addresses.some(isPhone)));
    const { attempts } = part;
    const none = { sid: undefined, status: undefined };
    Object.assign(part, { state: 'sending', attempt: id, attempts: attempts + 1, ...none });
    const attempt = { id, sid: `SM-${id}`, turnId, partId, claim: holder.claim };
    holder.sending = { ...attempt, forgotten: false, failed: false };
    world.attempts.push(holder.sending);
    return { began: { turnId, partId } };
  }
}

/** A worker records what its request came to. It may do so again, when the store didn't answer. */
export class RecordVerdict extends Command {
  constructor(
    readonly attempt: number,
    readonly verdict: VerdictName,
  ) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return !!this.found(world);
  }

  private found({ attempts }: Readonly<World>) {
    return pick(
      attempts.filter(({ forgotten }) => !forgotten),
      this.attempt,
    );
  }

  protected async act(world: World, driver: Driver) {
    const attempt = this.found(world)!;
    const verdict = (attempt.verdict ??= VERDICTS[this.verdict](attempt.sid));
    const settled = await driver.record(attempt.claim, attempt.id, verdict);
    const holder = world.holders.find(({ sending }) => sending === attempt);
    if (holder) holder.sending = undefined;
    const known = world.partOf(attempt);
    if (known?.part.attempt !== attempt.id)
      return (assert(!settled || isErasing(world, attempt)), {});
    assert(settled, 'The attempt is not known.');
    const before = known.part.state;
    if (isOpen(known.part, verdict)) {
      attempt.failed ||= verdict.kind !== 'accepted' && verdict.kind !== 'unknown';
      apply(
        world,
        known,
        resolve(verdict, known.part, () => 0),
        settled.conversationId,
      );
    } else settle(world, known.turn);
    assert.deepEqual([settled.state, settled.outcome], [known.part.state, known.turn.outcome]);
    if (!isOurs(world, attempt, settled.conversationId) || before === 'uncertain')
      wake(world.conversations.get(settled.conversationId));
    if (holder) learn(holder, attempt, settled.state, settled.retryInMs);
    return { corrects: before === 'uncertain' };
  }
}

/** Nobody says what is known of an attempt while its sender is erased. */
function isErasing({ turns, erased }: World, { turnId }: Attempt): boolean {
  return !turns.some(({ id }) => id === turnId) && !erased.turns.some(({ id }) => id === turnId);
}

function isOurs(world: World, { claim }: Attempt, conversationId: string): boolean {
  const { holder } = world.conversations.get(claim.conversationId) ?? {};
  return holder?.claim === claim && conversationId === claim.conversationId;
}

/** A worker goes on with what it read before, and what it has learnt of its own request. */
function learn({ work }: Holder, { partId }: Attempt, state: PartState, retryInMs?: number) {
  const part = work?.turn?.parts.find(({ id }) => id === partId);
  if (part) Object.assign(part, { state, retryAt: retryInMs });
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
