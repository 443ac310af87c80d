import { isMove, type Resolution } from '../../../src/mailbox/outbox/resolution.js';
import type { Part } from '../../../src/mailbox/turns/part.js';
import { type Over, settlementOf, type Turn } from '../../../src/mailbox/turns/turn.js';
import { linkOf } from '../../../src/sessions/linking.js';
import { addressesOf, type Sender } from '../../../src/sessions/session.js';
import type { Conversation, World } from './world.js';

/** A person's decision takes the mailbox from its worker, and makes it due. */
export function fence(one: Conversation): void {
  one.holder = undefined;
  one.leased = one.orphaned = one.later = false;
}

/** Due now, unless a worker has it. */
export function wake(one: Conversation | undefined): void {
  if (one && !one.leased) one.later = false;
}

/** Draws a turn's outcome from its parts, and says what becomes of those that aren't sent. */
export function settle(world: World, turn: Turn): void {
  const { outcome, pendingBecome, stoppedBecome } = settlementOf(turn, whyOver(world, turn));
  for (const part of turn.parts) {
    if (part.state === 'pending' && pendingBecome) part.state = pendingBecome;
    if (part.state === 'stopped' && stoppedBecome) part.state = stoppedBecome;
  }
  turn.outcome = outcome;
}

function whyOver(world: World, turn: Turn): Over | undefined {
  if (!turn.outcome) return undefined;
  const behind = world.turns.slice(world.turns.indexOf(turn) + 1);
  const { conversationId } = turn;
  if (behind.some((one) => one.conversationId === conversationId && one.answer !== undefined))
    return 'later turn';
  const now = world.resolve(conversationId);
  if (now?.optedOut && !turn.endsAs) return 'opted_out';
  return now?.takenOver && turn.mode !== 'person' ? 'human' : undefined;
}

/** Cancels what isn't settled in these conversations, but for the word that confirms an opt-out. */
export function cancelIn(world: World, ids: string[], why: 'human' | 'opted_out'): void {
  for (const turn of world.turns)
    if (ids.includes(turn.conversationId) && !turn.outcome) cancel(world, turn, why);
}

export function cancel(world: World, turn: Turn, why: 'human' | 'opted_out'): void {
  if (turn.endsAs || turn.cancelled === why) return;
  if (why === 'human' && turn.mode === 'person') return;
  turn.cancelled = why;
  for (const part of turn.parts) if (part.state === 'pending') part.state = 'stopped';
  settle(world, turn);
}

/** What a verdict or a callback changes. `where` is the conversation that the part is in. */
export function apply(
  world: World,
  { turn, part }: { turn: Turn; part: Part },
  resolution: Resolution,
  where: string,
): void {
  const moves = isMove(part, resolution);
  const { state, chances = part.chances, sid = part.sid, status = part.status } = resolution;
  Object.assign(part, { state, chances, sid, status });
  if (moves) return;
  if (resolution.optOut) optOut(world, where);
  settle(world, turn);
}

function optOut(world: World, where: string): void {
  const one = world.resolve(where);
  if (!one || one.optedOut) return;
  one.optedOut = true;
  one.waitsForPerson = false;
  fence(one);
  cancelIn(world, [one.id, where], 'opted_out');
}

/** Finds the sender's conversation; `fresh` is the id of a new one. Merges those of one person. */
export function link(world: World, sender: Sender, fresh: string): Conversation {
  const addresses = addressesOf(sender);
  const led = addresses.map((address) => world.leads.get(address));
  if (led[0] && led.every((id) => id === led[0])) return world.conversations.get(led[0])!;
  const reached = [...world.conversations.keys()]
    .filter((id) => led.includes(id))
    .map((id) => ({ conversationId: id, addresses: world.addressesOf(id) }));
  const { into, point, merged } = linkOf(sender, reached);
  const one = into ? world.conversations.get(into)! : begin(world, fresh);
  for (const younger of merged) merge(world, world.conversations.get(younger)!, one);
  for (const address of point) world.leads.set(address, one.id);
  return one;
}

function begin(world: World, id: string): Conversation {
  const no = { moving: false, takenOver: false, optedOut: false, waitsForPerson: false };
  const one = { id, ...no, leased: false, orphaned: false, later: false };
  world.conversations.set(id, one);
  return one;
}

function merge(world: World, younger: Conversation, older: Conversation): void {
  for (const address of world.addressesOf(younger.id)) world.leads.set(address, older.id);
  older.takenOver ||= younger.takenOver;
  older.optedOut ||= younger.optedOut;
  older.textsLate ||= younger.textsLate;
  older.waitsForPerson = !older.optedOut && (older.waitsForPerson || younger.waitsForPerson);
  fence(older);
  for (const one of world.conversations.values())
    if (one === younger || one.mergedInto === younger.id) {
      Object.assign(one, { mergedInto: older.id, moving: true });
      fence(one);
    }
}
