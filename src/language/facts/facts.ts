/** A time of day, how long something takes, how far it is, how large, how heavy. */
export type FactKind = 'clock' | 'span' | 'distance' | 'size' | 'weight';

/**
 * How a language asks for facts of a kind, and in what it tells them. Words and phrases are separated by `|`, without
 * accents.
 */
export interface FactWords {
  /** Phrases that ask for such a fact; `many` stands before what is counted. */
  asks: Record<FactKind | 'many', string>;
  /** What such facts are told in. Spans of time from short to long, separated by `/`. */
  units: Record<FactKind, string>;
  /** Words after which stands what a thing has: "does it have a lid?" */
  having: string;
  /** Words before how long something is had: "for a week", "per day". */
  lasting: string;
  /** Words for a number that isn't said: "half an hour", "a couple of days". */
  some: string;
  /** Phrases that tell a span of time without a number. */
  atOnce: string;
  /** Words before the number of an hour: "at nine". */
  at: string;
  /** Words before the first of two hours. */
  from: string;
  /** How a span of numbers is told: "7 to 12", "up to 6", "over 24", "60 or more". */
  band: Record<'to' | 'upTo' | 'above' | 'orMore' | 'orLess', string>;
  /** What people are counted as. */
  persons: string;
  /** Behind a span of time: it says how long before. */
  beforehand: string;
}
