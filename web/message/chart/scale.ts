/** So much of a long stretch is shown: a hundred times as long is about six times as wide. */
const BEND = 0.4;
/** Of the whole width, what each stretch has at least, and at most where there are several. */
const [LEAST, MOST] = [0.014, 0.34];
/** What each of the others has then, where there are few. */
const BESIDE = 0.1;
/** A stretch is told to be folded where it has less than this share of what it would have evenly. */
const FOLDED = 0.5;
/** Milliseconds: nothing shorter is worth to be told. */
const LEAST_FOLD_MS = 10_000;
/** Two marks of the axis are so far apart at least. */
const APART = 0.16;

/** A stretch of the axis in which time is pressed together. Places are from 0 to 1. */
export interface Fold {
  from: number;
  to: number;
  ms: number;
}

/** Where moments stand on an axis on which milliseconds can be seen beside hours. */
export interface Scale {
  /** From 0, the first moment, to 1, the last. */
  place(at: number): number;
  /** Moments that are worth a mark, with their places. */
  marks: { at: number; place: number }[];
  folds: Fold[];
}

/**
 * An axis for these moments, in milliseconds. What lies between two neighbours is even; the longer it
 * is, the more it is pressed together.
 */
export function scaleOf(moments: number[]): Scale {
  const times = [...new Set(moments)].sort((a, b) => a - b);
  const lengths = times.slice(1).map((at, n) => at - times[n]);
  const shares = sharesOf(lengths);
  const places = shares.reduce((all, share) => [...all, all.at(-1)! + share], [0]);
  const place = (at: number) => {
    const next = times.findIndex((time) => time >= at);
    if (next === 0) return 0;
    if (next < 0) return 1;
    const part = (at - times[next - 1]) / lengths[next - 1];
    return places[next - 1] + part * shares[next - 1];
  };
  return { place, marks: marksOf(times, places), folds: foldsOf(lengths, shares, places) };
}

/** The share of the width that each stretch has; together they are 1. */
function sharesOf(lengths: number[]): number[] {
  const bent = lengths.map((ms) => ms ** BEND);
  const most = Math.max(MOST, 1 - BESIDE * Math.max(0, lengths.length - 1));
  const capped = new Set<number>();
  for (;;) {
    // What the long ones leave is for the others.
    const left = 1 - capped.size * most;
    const sum = bent.reduce((all, one, n) => (capped.has(n) ? all : all + one), 0);
    const over = bent.findIndex((one, n) => !capped.has(n) && (one / sum) * left > most + 1e-9);
    if (over < 0) {
      const shares = bent.map((one, n) => (capped.has(n) ? most : (one / sum) * left));
      return whole(shares.map((share) => Math.max(LEAST, share)));
    }
    capped.add(over);
  }
}

function whole(shares: number[]): number[] {
  const sum = shares.reduce((all, one) => all + one, 0);
  return shares.map((share) => share / sum);
}

function foldsOf(lengths: number[], shares: number[], places: number[]): Fold[] {
  const all = lengths.reduce((sum, ms) => sum + ms, 0);
  return lengths.flatMap((ms, n) => {
    const folded = ms >= LEAST_FOLD_MS && shares[n] < FOLDED * (ms / all);
    return folded ? [{ from: places[n], to: places[n + 1], ms }] : [];
  });
}

function marksOf(times: number[], places: number[]): Scale['marks'] {
  const marks: Scale['marks'] = [];
  const last = places.length - 1;
  for (const [n, place] of places.entries()) {
    if (n === last || !marks.length || place - marks.at(-1)!.place >= APART)
      marks.push({ at: times[n], place });
  }
  // The end has its mark in any case; one that it would run into gives way.
  if (marks.length > 2 && marks.at(-1)!.place - marks.at(-2)!.place < APART) marks.splice(-2, 1);
  return marks;
}
