import assert from 'node:assert/strict';
import type { Turn } from '../../../src/mailbox/turns/turn.js';
import type { Began, Licence } from '../commands/command.js';
import type { Seen } from '../driver.js';
import { summaryOf } from './comparison.js';
import type { World } from './world.js';

/**
 * What always holds, read from what the store said before a command and says after it. The rules by
 * which the model draws outcomes are those of the sources; these are not.
 */
export function expectPromisesKept(
  world: World,
  before: Seen,
  now: Seen,
  { corrects, lost, began }: Licence,
): void {
  if (lost) assert.deepEqual(summaryOf(now), summaryOf(before), 'A lost claim changed something.');
  everyMessageHasItsTurn(world, now);
  coveredOnce(before, now);
  if (!corrects) settledStays(before, now);
  if (began) mayBegin(world, before, now, began);
}

function everyMessageHasItsTurn({ messages, turns }: World, now: Seen): void {
  for (const { id } of messages) {
    const found = now.messages.filter((one) => one.id === id);
    assert.equal(found.length, 1, `Accepted, and not there once: ${id}`);
    const { turnId } = found[0];
    if (!turnId || !turns.some((turn) => turn.id === turnId)) continue;
    assert(
      now.turns.some((turn) => turn.id === turnId),
      `Its turn is gone: ${id}`,
    );
  }
}

function coveredOnce(before: Seen, now: Seen): void {
  for (const { id, turnId } of now.messages) {
    const former = before.messages.find((one) => one.id === id);
    if (former?.turnId) assert.equal(turnId, former.turnId, `Covered again: ${id}`);
  }
}

function settledStays(before: Seen, now: Seen): void {
  for (const { id, outcome, parts } of now.turns) {
    const former = before.turns.find((one) => one.id === id);
    if (former?.outcome) assert.equal(outcome, former.outcome, `Settled otherwise: ${id}`);
    for (const part of parts) {
      const was = former?.parts.find((one) => one.id === part.id);
      if (was?.state === 'accepted') assert.equal(part.state, 'accepted', `Was sent: ${part.id}`);
    }
  }
}

/** An attempt is made once, in the order of the turns, and only where somebody wants it. */
function mayBegin(world: World, before: Seen, now: Seen, { turnId, partId }: Began): void {
  const isIt = ({ id }: Turn) => id === turnId;
  const turn = before.turns.find(isIt);
  if (turn) isNext(turn, partId);
  const former = world.attempts.filter((one) => one.partId === partId).slice(0, -1);
  assert(
    former.every(({ failed }) => failed),
    'Sent again without a failure.',
  );
  const begun = turn ?? now.turns.find(isIt)!;
  assert(!olderThan(begun, before, world).some(({ outcome }) => !outcome), 'Sent out of order.');
  mayBeWrittenTo(begun, before, world);
}

/** What is stored with its first attempt begins with its first part. */
function isNext({ parts }: Turn, partId: string): void {
  const place = parts.findIndex(({ id }) => id === partId);
  const ahead = parts.slice(0, place).map(({ state }) => state);
  assert(
    ahead.every((state) => state === 'accepted'),
    'Sent before the parts ahead of it.',
  );
  assert.equal(parts[place].state, 'pending', 'Sent although it may have been sent.');
}

function olderThan({ id, conversationId }: Turn, before: Seen, { turns }: World): Turn[] {
  const order = turns.map((turn) => turn.id);
  const ahead = order.slice(0, order.indexOf(id));
  const theirs = before.turns.filter((turn) => turn.conversationId === conversationId);
  return theirs.filter((turn) => ahead.includes(turn.id));
}

function mayBeWrittenTo(turn: Turn, before: Seen, { wanted }: World): void {
  const { id, conversationId, endsAs, mode } = turn;
  const { optedOutAt, takenAt } = before.conversations.find((one) => one.id === conversationId)!;
  if (optedOutAt) assert.equal(endsAs, 'opted_out', 'Written to after STOP.');
  if (takenAt && !endsAs && !wanted.has(id))
    assert.equal(mode, 'person', 'The bot writes where a person does.');
}
