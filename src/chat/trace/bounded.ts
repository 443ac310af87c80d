import type { Trace, TraceStep } from './trace.js';

/** A trace is kept in so many bytes of JSON at most. */
export const MOST_BYTES = 64 * 1024;
/** Stands where a text was cut. */
export const CUT = ' […cut]';
/** What each text may have, in UTF-16 units, until all of them fit. */
const ROOMS = [8000, 2000, 500, 80];
/** Of what is still too much, each list keeps so many. */
const FEW = 3;

/** A trace that fits into `most` bytes: first its longest texts are cut, then it loses its last steps. */
export function bounded(trace: Trace, most = MOST_BYTES): Trace {
  if (bytesOf(trace) <= most) return trace;
  for (const room of ROOMS) {
    const shorter = { ...(withTexts(trace, room) as Trace), cut: true };
    if (bytesOf(shorter) <= most) return shorter;
  }
  const least = withTexts(trace, ROOMS.at(-1)!) as Trace;
  let left = most - bytesOf({ ...least, steps: [], cut: true });
  const fits = (step: TraceStep) => (left -= bytesOf(step) + 1) >= 0;
  const over = least.steps.map(withFew).findIndex((step) => !fits(step));
  const steps = least.steps.slice(0, over < 0 ? undefined : over).map(withFew);
  return { ...least, steps, cut: true };
}

function bytesOf(some: Trace | TraceStep): number {
  return Buffer.byteLength(JSON.stringify(some));
}

/** A copy in which no text is longer. Never inside a character. */
function withTexts(value: unknown, most: number): unknown {
  if (typeof value === 'string')
    return value.length > most ? value.slice(0, most).toWellFormed() + CUT : value;
  if (Array.isArray(value)) return value.map((one) => withTexts(one, most));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withTexts(one, most)]),
  );
}

/** A step with only the first of each of its lists. */
function withFew(step: TraceStep): TraceStep {
  return Object.fromEntries(
    Object.entries(step).map(([name, of]) => [name, Array.isArray(of) ? of.slice(0, FEW) : of]),
  ) as unknown as TraceStep;
}
