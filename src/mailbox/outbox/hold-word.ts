import type { Holds, Place } from '../holds/holds.js';
import type { Verdict } from './channel.js';

/**
 * Tells the holds of a send's verdict, before that is recorded: a part that waits for a hold which
 * isn't there is woken at once. Returns the verdict, as `stop` where it holds the line.
 */
export async function tellOfAnswer(holds: Holds, at: Place, verdict: Verdict): Promise<Verdict> {
  if (verdict.kind === 'accepted') await holds.accepted(at, verdict.sid);
  if (verdict.kind === 'dead') await holds.undecided(at);
  if (verdict.kind === 'stop') await holds.refused(verdict.error, verdict.of, at, 'answer');
  if (verdict.kind !== 'retry' || !verdict.suspect) return verdict;
  const { error, sid, status } = verdict;
  const held = await holds.suspects(error, at, 'answer');
  return held ? { kind: 'stop', of: 'line', error, sid, status } : verdict;
}

/** Tells the holds of a failure that a status callback brought as news. */
export async function tellOfFailure(holds: Holds, at: Place, failure: Verdict): Promise<void> {
  if (failure.kind === 'stop') await holds.refused(failure.error, failure.of, at, 'callback');
  else if (failure.kind === 'retry' && failure.suspect)
    await holds.suspects(failure.error, at, 'callback');
  else await holds.undecided(at);
}
