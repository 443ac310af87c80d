import type { Session } from '../session.js';

/** The setting that says that the forms of former versions are united. */
export const DONE = 'phone_forms_united';

/** The numbers that may have several forms are between these. */
export const RANGE = { from: '+52', to: '+56' };

/** So many addresses are looked at together: others write in between. */
export const AT_ONCE = 200;

/** Where a phone has sessions in several forms: the form that was written from last. */
export function latestOf(sessions: Session[]): string | undefined {
  if (sessions.length < 2) return undefined;
  return sessions.toSorted((one, other) => other.updatedAt - one.updatedAt)[0].waId;
}
