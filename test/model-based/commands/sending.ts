import assert from 'node:assert/strict';
import type { Release } from '../../../src/mailbox/queue/queue.store.js';
import { isOpen, resolve } from '../../../src/mailbox/outbox/resolution.js';
import type { Part, PartState } from '../../../src/mailbox/turns/part.js';
import { isPhone } from '../../../src/address.js';
import type { Driver } from '../driver.js';
import { apply, settle, wake } from '../world/rules.js';
import { begin } from '../world/turns.js';
import type { Attempt, Holder, World } from '../world/world.js';
import { Command, pick } from './command.js';
import { PartStep } from './parts.js';
import { VERDICTS, type VerdictName } from './verdicts.js';

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
    begin(world, holder, part, id);
    return { began: { turnId, partId } };
  }
}

/** A worker records what its request came to. It may do so again, when the store didn't answer. */
export class RecordVerdict extends Command {
  constructor(
    readonly attempt: number,
    readonly verdict: VerdictName,
    /** The mailbox is given back with it, where nothing is left to send. */
    readonly gives: boolean,
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
    const holder = world.holders.find(({ sending }) => sending === attempt);
    const release = holder && this.gives ? releaseAfter(holder, attempt) : undefined;
    const settled = await driver.record(attempt.claim, attempt.id, verdict, release);
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
    const ours = isOurs(world, attempt, settled.conversationId);
    if (!ours || before === 'uncertain') wake(world.conversations.get(settled.conversationId));
    if (settled.released) {
      assert(ours && release && settled.state === 'accepted', 'Given back without the claim.');
      Object.assign(world.conversations.get(settled.conversationId)!, { leased: false });
      world.forget(holder!);
    } else if (holder) learn(holder, attempt, settled.state, settled.retryInMs);
    return { corrects: before === 'uncertain' };
  }
}

/** As `VisitService.sendAndRelease` has it: after the last part only. */
function releaseAfter({ work, claim }: Holder, { partId }: Attempt): Release | undefined {
  if (work?.turn?.parts.at(-1)?.id !== partId) return undefined;
  const more = work.unsettled > 1 || work.waitingInAll > 0;
  return { wakes: work.wakes, ...(more && { dueInMs: 0 }), crashes: claim.crashes };
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
