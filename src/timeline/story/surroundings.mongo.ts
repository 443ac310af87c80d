import type { Message } from '../../chat/messages/message.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { FormerTurn, MailboxState, StoryTurn } from './story.js';

/** The mailbox that a conversation's messages are worked on in; undefined while it is erased. */
export async function mailboxOf(
  { conversations }: Collections,
  id: string,
): Promise<MailboxState | undefined> {
  const own = await conversations.findById(id).lean();
  const into = own?.merged_into;
  const row = into ? await conversations.findById(into).lean() : own;
  if (!row) return undefined;
  const { due_at, lease_until, claimed_at, failures = 0, taken_at, opted_out_at } = row;
  return {
    id: row._id,
    ...(due_at && { dueAt: due_at.getTime() }),
    ...(lease_until && { leaseUntil: lease_until.getTime() }),
    ...(claimed_at && { claimedAt: claimed_at.getTime() }),
    failures,
    takenOver: !!taken_at,
    optedOut: !!opted_out_at,
  };
}

/**
 * The latest earlier turn that was in work when the message came, and was settled before the message's
 * own turn was made: what was settled after that was settled anew.
 */
export async function formerOf(
  { turns }: Collections,
  { conversationId, createdAt }: Message,
  turn?: StoryTurn,
): Promise<FormerTurn | undefined> {
  const came = { $gt: new Date(createdAt) };
  const settled_at = turn ? { ...came, $lte: new Date(turn.createdAt) } : came;
  const open = turn ? [] : [{ outcome: null }];
  const which = {
    conversation_id: conversationId,
    ...(turn && { _id: { $ne: turn.id } }),
    $or: [{ settled_at }, ...open],
  };
  const row = await turns.findOne(which, { created_at: 1, settled_at: 1 }).sort({ seq: -1 }).lean();
  if (!row) return undefined;
  const settledAt = row.settled_at?.getTime();
  const former = { id: row._id, createdAt: row.created_at.getTime() };
  return { ...former, ...(settledAt !== undefined && { settledAt }) };
}
