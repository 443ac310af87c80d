import type { Text } from '../writers.js';
import type { Stored } from './outcomes.js';
import type { Sent } from './sends.js';

/** How a text was answered. */
export interface Covered {
  /** All of it is in what Twilio accepted. */
  whole: boolean;
  /** Some of it was accepted again, though Twilio knew of no failure of the one before. */
  twice: boolean;
  /** Known by the parts' attempts: its places are those of the whole answer, with others' in it. */
  byAttempt: boolean;
  /** When Twilio accepted the first of it; Infinity if nothing. */
  first: number;
  /** Where it stands among all that the sender got: the message, and the place in it. */
  places: [number, number][];
}

/** By its marks; of an answer that has none of them, by its parts' attempts. */
export function coverage(
  texts: readonly Text[],
  sends: readonly Sent[],
  stored: ReadonlyMap<string, Stored>,
): Map<Text, Covered> {
  const byToken = new Map<string, [number, number][]>();
  const byAttempt = new Map<string, number>();
  for (const [n, { tokens, attempt }] of sends.entries()) {
    if (attempt) byAttempt.set(attempt, n);
    for (const [at, token] of tokens.entries()) {
      const places = byToken.get(token) ?? [];
      byToken.set(token, places);
      places.push([n, at]);
    }
  }
  return new Map(
    texts.map((text) => {
      const attempts = stored.get(text.sid)?.attempts;
      const places = attempts
        ? attempts.map((ids) => placesOf(ids, byAttempt))
        : text.tokens.map((token) => byToken.get(token) ?? []);
      return [text, { ...coveredBy(places, sends), byAttempt: !!attempts }];
    }),
  );
}

export function attemptsIn({ attempts = [] }: Stored): string[] {
  return attempts.flat();
}

function placesOf(ids: string[], byAttempt: Map<string, number>): [number, number][] {
  return ids.flatMap((id) => (byAttempt.has(id) ? [[byAttempt.get(id)!, 0]] : []));
}

function coveredBy(
  places: [number, number][][],
  sends: readonly Sent[],
): Omit<Covered, 'byAttempt'> {
  const all = places.flat().sort(([a], [b]) => a - b);
  return {
    whole: places.length > 0 && places.every((one) => one.length > 0),
    twice: places.some((one) => isTwice(one.map(([n]) => sends[n]))),
    first: Math.min(...all.map(([n]) => sends[n].at)),
    places: places.flatMap((one) => one.slice(0, 1)),
  };
}

/** Again is right only after Twilio knew that the one before had failed. */
function isTwice(sent: Sent[]): boolean {
  return sent.some((one, n) => {
    const before = sent[n - 1];
    return before !== undefined && !((before.failedAt ?? Infinity) <= one.at);
  });
}
