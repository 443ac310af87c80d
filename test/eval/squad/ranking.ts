import { rounded, shareOf } from '../figures.js';

/** How well the right passage was found, over many questions. */
export interface Ranking {
  recall_at_1: number;
  recall_at_3: number;
  recall_at_5: number;
  /** The mean of 1 / place, within the first ten. */
  mrr: number;
}

/** The places that are looked at. */
export const PLACES = 10;

/** `places`: of each question the place of the right passage, from 1; undefined where it wasn't found. */
export function ranking(places: (number | undefined)[]): Ranking {
  const share = (limit: number) => shareOf(places, (place) => !!place && place <= limit);
  const reciprocal = places.map((place) => (place && place <= PLACES ? 1 / place : 0));
  const sum = reciprocal.reduce((all, one) => all + one, 0);
  return {
    recall_at_1: share(1),
    recall_at_3: share(3),
    recall_at_5: share(5),
    mrr: rounded(sum / places.length),
  };
}

/** The place of what is wanted, from 1, among the distinct ones. */
export function placeOf<T>(wanted: T, found: T[]): number | undefined {
  const at = [...new Set(found)].indexOf(wanted);
  return at < 0 ? undefined : at + 1;
}
