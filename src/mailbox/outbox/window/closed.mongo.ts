import type { ClientSession } from 'mongoose';
import type { Collections } from '../../../storage/mongo/collections.js';
import type { ConversationRow } from '../../../storage/mongo/rows/conversation.js';
import { lastInboundAt } from '../../turns/received/received.mongo.js';
import { closedOf } from '../window.js';

/** Tells whether texts are refused to a conversation's sender; undefined where nobody ever wrote. */
export async function isClosed(
  db: Collections,
  { _id, window_refused_at }: ConversationRow,
  session: ClientSession,
  windowMs?: number,
): Promise<boolean | undefined> {
  return closedOf({
    lastInboundAt: await lastInboundAt(db, _id, session),
    refusedAt: window_refused_at?.getTime(),
    now: Date.now(),
    windowMs,
  });
}
