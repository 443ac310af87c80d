import type { Text } from '../writers.js';
import type { Covered } from './coverage.js';

/**
 * Senders whose texts were answered in another order than they were written in. Of two that were
 * under way at once, either may be first.
 */
export function disorderedIn(texts: readonly Text[], covered: Map<Text, Covered>): string[] {
  const bySender = new Map<string, Text[]>();
  for (const text of new Map(texts.map((one) => [one.sid, one])).values()) {
    const written = bySender.get(text.from) ?? [];
    bySender.set(text.from, written);
    written.push(text);
  }
  const wrong = [...bySender].flatMap(([from, written]) => {
    const found = firstDisorder(written, covered);
    return found ? [`${from} ${found}`] : [];
  });
  return wrong;
}

/** The parts of one text, too, come in their order. */
function firstDisorder(written: Text[], covered: Map<Text, Covered>): string | undefined {
  const byTaken = written.toSorted((a, b) => a.takenAt! - b.takenAt!);
  const placed = byTaken.flatMap((text) => {
    const { places, byAttempt } = covered.get(text)!;
    return places.length ? [{ text, first: places[0], places, byAttempt }] : [];
  });
  for (const [n, { text, places, first, byAttempt }] of placed.entries()) {
    if (places.some((place, at) => at > 0 && isBefore(place, places[at - 1])))
      return `the parts of ${text.tokens[0]}`;
    const next = placed.slice(n + 1).find((later) => later.text.triedAt >= text.takenAt!);
    // Of a turn that is known as a whole, two texts have the same places.
    const end = byAttempt || next?.byAttempt ? first : places.at(-1)!;
    if (next && isBefore(next.first, end)) return `${next.text.tokens[0]} before ${text.tokens[0]}`;
  }
  return undefined;
}

function isBefore([a, atA]: [number, number], [b, atB]: [number, number]): boolean {
  return a < b || (a === b && atA < atB);
}
