import type { Part } from '../../../src/mailbox/turns/part.js';
import type { Draft } from '../../../src/mailbox/turns/work.js';
import { cancelIn } from './rules.js';
import type { Attempt, Holder, World } from './world.js';

/** Stores a turn behind all others, with what it says about the sender, and covers its messages. */
export function insert(world: World, conversationId: string, draft: Draft): void {
  const one = world.conversations.get(conversationId)!;
  const { turnId: id, covers, optOut, handover } = draft;
  if (optOut !== undefined) Object.assign(one, { optedOut: optOut, waitsForPerson: false });
  if (optOut === false) world.wanted.add(id);
  if (optOut) cancelIn(world, [conversationId], 'opted_out');
  if (handover && !one.optedOut) one.waitsForPerson = true;
  for (const message of world.messages) if (covers.includes(message.id)) message.turnId = id;
  push(world, conversationId, draft);
}

/** The same of a person's reply, which covers nothing. */
export function push(
  world: World,
  conversationId: string,
  content: Pick<Draft, 'turnId' | 'limited' | 'answer' | 'mode' | 'endsAs' | 'outcome' | 'parts'>,
): void {
  const { turnId: id, limited, answer, mode, endsAs, outcome } = content;
  const parts = content.parts.map(({ id: partId, body }, position): Part => {
    const none = { state: 'pending', attempts: 0, chances: 0, createdAt: 0 } as const;
    return { id: partId, turnId: id, position, body, ...none };
  });
  const settled = parts.length ? undefined : outcome;
  world.turns.push({ id, conversationId, limited, answer, mode, endsAs, outcome: settled, parts });
}

/** An attempt is recorded: its worker waits for what its request comes to, and has the mailbox longer. */
export function begin(world: World, holder: Holder, part: Part, id: string): Attempt {
  const { claim } = holder;
  const sent = { state: 'sending', attempt: id, sid: undefined, status: undefined } as const;
  Object.assign(part, { ...sent, attempts: part.attempts + 1 });
  Object.assign(world.conversations.get(claim.conversationId)!, { leased: true, later: false });
  const attempt = { id, sid: `SM-${id}`, turnId: part.turnId, partId: part.id, claim };
  holder.sending = { ...attempt, forgotten: false, failed: false };
  world.attempts.push(holder.sending);
  return holder.sending;
}
