import type { AccountHold } from '../account/account-hold.js';
import type { Verdict } from './channel.js';

/**
 * Tells the account's hold of a send's verdict, before that is recorded: a part that waits for a
 * hold which isn't there is woken at once. Returns the verdict, as `stop` where it holds the account.
 */
export async function tellOfAnswer(
  account: AccountHold,
  conversationId: string,
  verdict: Verdict,
): Promise<Verdict> {
  if (verdict.kind === 'accepted') await account.accepted(conversationId, verdict.sid);
  if (verdict.kind === 'dead') await account.undecided(conversationId);
  if (verdict.kind === 'stop') await account.refused(verdict.error, conversationId, 'answer');
  if (verdict.kind !== 'retry' || !verdict.suspect) return verdict;
  const { error, sid, status } = verdict;
  const held = await account.suspects(error, conversationId, 'answer');
  return held ? { kind: 'stop', error, sid, status } : verdict;
}

/** Tells the account's hold of a failure that a status callback brought as news. */
export async function tellOfFailure(
  account: AccountHold,
  conversationId: string,
  failure: Verdict,
): Promise<void> {
  if (failure.kind === 'stop') await account.refused(failure.error, conversationId, 'callback');
  else if (failure.kind === 'retry' && failure.suspect)
    await account.suspects(failure.error, conversationId, 'callback');
  else await account.undecided(conversationId);
}
