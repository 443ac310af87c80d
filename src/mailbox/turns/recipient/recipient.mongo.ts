import { unreachableIn } from '../../../sessions/conversation.mongo.js';
import type { ConversationRow } from '../../../storage/mongo/rows/conversation.js';
import type { Standing } from './recipient.js';

/** The fields of a conversation's row that `standingIn` reads. */
export const STANDING = {
  opted_out_at: 1,
  unreachable_at: 1,
  unreachable_why: 1,
  unreachable_code: 1,
} as const;

/** Reads what may forbid to send to a conversation's sender. */
export function standingIn(row: Pick<ConversationRow, keyof typeof STANDING> | null): Standing {
  return {
    ...(row?.opted_out_at && { optedOutAt: row.opted_out_at.getTime() }),
    ...(row?.unreachable_at && { unreachable: unreachableIn(row) }),
  };
}
