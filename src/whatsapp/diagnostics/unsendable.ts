import { DEFAULT_LINE, type LineId } from '../../config/lines/line.js';
import { onLine } from '../../config/lines/line-address.js';
import { Problem } from '../../http/problems/problem.js';
import type { FormerOptOuts } from '../../mailbox/consent/former-opt-outs.js';
import { unsendable, WHY_UNSENT } from '../../mailbox/turns/recipient/recipient.js';
import type { SessionRepository } from '../../sessions/session.repository.js';

/**
 * Throws a `Problem` (409) where nothing may be sent to this address: its owner opted out, also before
 * they were erased, or nothing reaches them. A number may have several forms, and so several
 * conversations from before that was known.
 */
export async function refuseUnsendable(
  waId: string,
  line: LineId | undefined,
  sessions: SessionRepository,
  former: FormerOptOuts,
): Promise<void> {
  const found = await sessions.conversations({ waId, line: line ?? DEFAULT_LINE }, 5);
  const erased = (await former.knows(onLine(waId, line))) ? ('opted out' as const) : undefined;
  const why = found.map((one) => unsendable(one)).find(Boolean) ?? erased;
  if (why) throw new Problem(409, 'Not sent', WHY_UNSENT[why]);
}
