import type { LineId } from '../config/lines/line.js';

/** So many conversations and messages of a line are counted at most. */
export const MOST_COUNTED = 10_000;

/** What came in on a line that isn't the default one. Times by the store's clock, in milliseconds. */
export interface LineTraffic {
  /** How many conversations it has, counted up to `MOST_COUNTED`. */
  conversations: number;
  /** How many messages no turn covers yet, counted up to `MOST_COUNTED`. */
  waiting: number;
  /** When its first conversation began; undefined where it has none. */
  since?: number;
  /** When something was said on it last. */
  latest?: number;
}

/** Reads which lines were written to. */
export abstract class LineStore {
  /** The lines that have conversations, besides the default one, in order of their ids. */
  abstract ids(): Promise<LineId[]>;

  /** What came in on a line. */
  abstract traffic(line: LineId): Promise<LineTraffic>;
}
