import { type Intent, intentOf, type Situation } from '../../../src/intent/intent.js';

/** The sentences of a text, parted by lines and slashes. */
export const sentencesOf = (text: string) => text.trim().split(/\s*(?:\n| \/ )\s*/);

/** The sentences that aren't taken for a kind. */
export const missed = (kind: Intent['kind'], text: string, situation?: Situation) =>
  sentencesOf(text).filter((one) => intentOf(one, situation).kind !== kind);

/** The sentences that are. */
export const taken = (kind: Intent['kind'], text: string, situation?: Situation) =>
  sentencesOf(text).filter((one) => intentOf(one, situation).kind === kind);
