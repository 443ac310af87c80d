import assert from 'node:assert/strict';
import { isStored } from '../../../src/mailbox/turns/first-attempt.js';
import type { Turn } from '../../../src/mailbox/turns/turn.js';
import type { Draft, Work } from '../../../src/mailbox/turns/work.js';
import { afterAnswer } from '../../../src/mailbox/worker/visit/standing.js';
import { type Driver, LEASE_MS } from '../driver.js';
import { cancelIn, settle } from '../world/rules.js';
import type { Holder, World } from '../world/world.js';
import { WorkerStep } from './command.js';
import { begin, insert } from '../world/turns.js';

/** A worker reads its mailbox. */
export class Open extends WorkerStep {
  protected canBeDone(): boolean {
    return true;
  }

  protected async step(holder: Holder, world: World, driver: Driver) {
    const work = await driver.open(holder.claim);
    const lost = !world.holds(holder);
    assert.equal(work === null, lost, lost ? 'Read without the claim.' : 'The claim is lost.');
    if (!work) return void world.forget(holder);
    assert.deepEqual(summary(work), expected(world, holder.claim.conversationId));
    holder.work = work;
  }
}

function summary(work: Work) {
  const { turn, unsettled, waiting, waitingInAll, mergedInto } = work;
  const { awaitsMerge = false, takenOver = false, optedOut = false, waitingSince } = work;
  const marks = { awaitsMerge, takenOver, optedOut, waitsForPerson: waitingSince !== undefined };
  const ids = waiting.map(({ id }) => id);
  return { turn: turn?.id, unsettled, waiting: ids, waitingInAll, mergedInto, ...marks };
}

function expected(world: World, id: string) {
  const { mergedInto, takenOver, optedOut, waitsForPerson } = world.conversations.get(id)!;
  const [unsettled, waiting] = [world.unsettledIn(id), world.waitingIn(id).map((one) => one.id)];
  const counts = { unsettled: unsettled.length, waitingInAll: waiting.length };
  const marks = { awaitsMerge: world.awaitsMerge(id), takenOver, optedOut };
  // A merged one is emptied, whoever waited in it.
  const waits = mergedInto ? false : waitsForPerson;
  return {
    turn: unsettled[0]?.id,
    waiting,
    mergedInto,
    ...counts,
    ...marks,
    waitsForPerson: waits,
  };
}

/** Whether a worker that read this may answer or send: all of the conversation is here. */
export const isWhole = (work: Work | undefined): work is Work =>
  !!work && !work.mergedInto && !work.awaitsMerge;

/** The turn came in since the sender opted out, and nobody has cancelled it yet. */
export function isUnwanted({ optedOut, turn }: Work): boolean {
  return !!optedOut && !!turn && !turn.endsAs && turn.cancelled !== 'opted_out';
}

/** How a worker answers. */
export interface Shape {
  kind: 'answer' | 'notice' | 'silence' | 'handover' | 'start';
  parts: number;
  covers: number;
  evenIfOutdated: boolean;
  /** With the first attempt. */
  first: boolean;
}

/** A worker answers what waits, or brings it to an outcome without an answer. */
export class Answer extends WorkerStep {
  constructor(
    worker: number,
    readonly shape: Shape,
  ) {
    super(worker);
  }

  protected canBeDone({ work }: Holder): boolean {
    return isWhole(work) && !work.turn && work.waiting.length > 0;
  }

  protected step(holder: Holder, world: World, driver: Driver) {
    return store(draftOf(world, holder.work!, this.shape), holder, world, driver);
  }
}

/** As `VisitService.respond` has it. */
function draftOf(world: World, work: Work, shape: Shape): Draft {
  const { kind, parts, covers, evenIfOutdated, first } = shape;
  const draft = draftFor(world, work, covers, parts);
  const unanswered = { ...draft, evenIfOutdated: true, answer: undefined, parts: [] };
  if (work.optedOut && kind === 'start') return { ...draft, evenIfOutdated: true, optOut: false };
  if (work.optedOut) return { ...unanswered, outcome: 'opted_out' };
  if (work.takenOver || work.waitingSince !== undefined) return { ...unanswered, outcome: 'human' };
  if (kind === 'silence') return { ...unanswered, outcome: 'dead', error: 'It cannot be read.' };
  const handover = kind === 'handover' ? ({ handover: { reason: 'asked' } } as const) : {};
  const attempt = first && { first: { id: world.name('attempt'), leaseMs: LEASE_MS } };
  return { ...draft, evenIfOutdated, limited: kind === 'notice', ...handover, ...attempt };
}

function draftFor(world: World, work: Work, covers: number, parts: number): Draft {
  const covered = work.waiting.slice(0, covers).map(({ id }) => id);
  const bodies = Array.from({ length: parts }, () => ({ id: world.name('part'), body: 'Hi' }));
  const what = { answer: 'Hi', parts: bodies, limited: false };
  const which = { covers: covered, seen: work.waitingInAll, evenIfOutdated: false };
  return { turnId: world.name('turn'), ...what, ...which };
}

async function store(draft: Draft, holder: Holder, world: World, driver: Driver) {
  const id = holder.claim.conversationId;
  const stored = await driver.answer(holder.claim, draft);
  const lost = !world.holds(holder);
  const outdated = !draft.evenIfOutdated && world.waitingIn(id).length !== draft.seen;
  assert.equal(
    isStored(stored) ? 'stored' : stored,
    lost ? 'lost' : outdated ? 'outdated' : 'stored',
  );
  const { work } = holder;
  holder.work = undefined;
  if (!isStored(stored)) return { lost: true };
  const free = !world.unsettledIn(id).length && world.addressesOf(id).length > 0;
  insert(world, id, draft);
  assert.equal(stored !== 'stored', !!draft.first && free, 'Begun out of order, or not begun.');
  if (stored === 'stored') return {};
  const attempt = { ...draft.first!, ...stored, deadline: 0 };
  holder.work = afterAnswer(work!, { draft, begun: attempt }).work;
  return { began: begin(world, holder, world.turns.at(-1)!.parts[0], attempt.id) };
}

/** The sender says STOP: it comes before all that is in work. */
export class OptOut extends WorkerStep {
  constructor(
    worker: number,
    readonly covers: number,
    readonly confirms: boolean,
  ) {
    super(worker);
  }

  protected canBeDone({ work }: Holder): boolean {
    return isWhole(work) && work.waiting.length > 0 && !work.optedOut;
  }

  protected step(holder: Holder, world: World, driver: Driver) {
    const draft = draftFor(world, holder.work!, this.covers, 1);
    const said = this.confirms
      ? {}
      : { answer: undefined, parts: [], outcome: 'opted_out' as const };
    const word = { evenIfOutdated: true, optOut: true, endsAs: 'opted_out' as const };
    return store({ ...draft, ...said, ...word }, holder, world, driver);
  }
}

/** A worker finds turns that came in since the sender opted out. */
export class CancelAll extends WorkerStep {
  protected canBeDone({ work }: Holder): boolean {
    return isWhole(work) && isUnwanted(work);
  }

  protected async step(holder: Holder, world: World, driver: Driver) {
    await driver.cancel(holder.claim);
    holder.work = undefined;
    if (!world.holds(holder)) return { lost: true };
    return void cancelIn(world, [holder.claim.conversationId], 'opted_out');
  }
}

/** A worker gives up a turn that can't be worked on. */
export class GiveUp extends WorkerStep {
  protected canBeDone({ work }: Holder): boolean {
    return isWhole(work) && !!work.turn;
  }

  protected async step(holder: Holder, world: World, driver: Driver) {
    const { id } = holder.work!.turn!;
    const outcome = await driver.giveUp(holder.claim, id);
    holder.work = undefined;
    const held = world.holds(holder);
    const turn = world.turns.find((one) => one.id === id);
    if (held) endParts(turn!);
    if (held) settle(world, turn!);
    assert.equal(outcome, held ? turn!.outcome : undefined);
    return { lost: !held };
  }
}

/** What may have been sent is uncertain; what wasn't is dead. */
function endParts({ parts }: Turn): void {
  for (const part of parts)
    if (part.state === 'sending') part.state = 'uncertain';
    else if (part.state !== 'accepted') part.state = 'dead';
}
