import type { Evidence } from '../../mailbox/turns/evidence.js';
import type { Judgement } from './matching.js';
import type { DueLook } from '../reconciliation.store.js';

/** The evidence after a look that could not be made. */
export function failedLook(due: DueLook, now: number, problem: string): Evidence {
  return { ...before(due), lookedAt: now, complete: false, problem };
}

/** The evidence after a look. Only complete looks that find nothing count as absences, in a row. */
export function evidenceAfter(
  due: DueLook,
  now: number,
  complete: boolean,
  { kind, candidates }: Judgement,
): Evidence {
  const { problem: _, absences, absentSince, ...former } = before(due);
  const found = kind !== 'absent';
  const absent = complete && !found;
  return {
    ...former,
    lookedAt: now,
    complete,
    looks: former.looks + 1,
    candidates,
    absences: found ? 0 : absences + (absent ? 1 : 0),
    ...(!found && { absentSince: absentSince ?? (absent ? now : undefined) }),
  };
}

/** Of the attempt before this one only the number of resends counts. */
function before({ attempt, evidence }: DueLook): Evidence {
  if (evidence?.attempt === attempt.id) return evidence;
  const { id } = attempt;
  const resends = evidence?.resends ?? 0;
  return {
    attempt: id,
    lookedAt: 0,
    complete: false,
    looks: 0,
    absences: 0,
    resends,
    candidates: [],
  };
}
