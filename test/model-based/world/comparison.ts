import assert from 'node:assert/strict';
import type { Part } from '../../../src/mailbox/turns/part.js';
import type { Turn } from '../../../src/mailbox/turns/turn.js';
import type { Seen } from '../driver.js';
import type { World } from './world.js';

/** Compares all that the store says with what the model has. */
export function expectAsModelled(world: World, seen: Seen): void {
  assert.deepEqual(summaryOf(seen), asModelled(world));
}

/** Of what the store says, what the model has, too. */
export function summaryOf({ conversations, messages, turns }: Seen) {
  return {
    conversations: byId(
      conversations.map(({ id, addresses, takenAt, optedOutAt, waitingSince }) => ({
        id,
        addresses: addresses.map(({ waId }) => waId).sort(),
        takenOver: takenAt !== undefined,
        optedOut: optedOutAt !== undefined,
        waitsForPerson: waitingSince !== undefined,
      })),
    ),
    messages: byId(messages.filter(({ role }) => role === 'user').map(messageOf)),
    turns: byId(turns.map(turnOf)),
  };
}

function asModelled(world: World) {
  return {
    conversations: byId(
      world.open.map(({ id, takenOver, optedOut, waitsForPerson }) => {
        const addresses = world.addressesOf(id).sort();
        return { id, addresses, takenOver, optedOut, waitsForPerson };
      }),
    ),
    messages: byId(world.messages.map(messageOf)),
    turns: byId(world.turns.map(turnOf)),
  };
}

function messageOf(message: { id: string; conversationId: string; turnId?: string }) {
  const { id, conversationId, turnId } = message;
  return { id, conversationId, turnId };
}

function turnOf({ id, conversationId, outcome, cancelled, mode, endsAs, parts }: Turn) {
  return { id, conversationId, outcome, cancelled, mode, endsAs, parts: parts.map(partOf) };
}

function partOf({ id, state, attempt, attempts, chances, sid, status }: Part) {
  return { id, state, attempt, attempts, chances, sid, status };
}

/** In an order that both have. Two with one id are an error of their own. */
function byId<T extends { id: string }>(all: T[]): Record<string, T> {
  const found: Record<string, T> = {};
  for (const one of [...all].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    assert(!found[one.id], `There twice: ${one.id}`);
    found[one.id] = one;
  }
  return found;
}
