import type { Evidence } from '../../mailbox/turns/evidence.js';

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** Milliseconds between two looks for an attempt, at least, and at most while it is young or old. */
const [LEAST, MOST_YOUNG, MOST_OLD] = [15 * SECOND, 2 * MINUTE, 30 * MINUTE];
/** Milliseconds. An attempt is young while it may soon be sent again. */
const YOUNG = 15 * MINUTE;
/** Milliseconds after which an attempt isn't looked for any more: its sender's window has closed. */
const LOOK_FOR = 24 * HOUR;

/** When an attempt of this age is looked for again, in milliseconds; null: never. */
export function againIn(ageMs: number): number | null {
  if (ageMs >= LOOK_FOR) return null;
  return Math.min(Math.max(ageMs, LEAST), ageMs < YOUNG ? MOST_YOUNG : MOST_OLD);
}

/** How long an attempt must be absent before it is sent again, in milliseconds, and in how many looks. */
const [ABSENT_FOR, ABSENT_LOOKS] = [10 * MINUTE, 4];
/** A part is sent again so many times at most. */
const MOST_RESENDS = 3;

/** Whether an attempt has been absent for long enough to be sent again by itself. */
export function isSurelyAbsent({ absences, absentSince, resends }: Evidence, now: number): boolean {
  if (absentSince === undefined || resends >= MOST_RESENDS) return false;
  return absences >= ABSENT_LOOKS && now - absentSince >= ABSENT_FOR;
}
