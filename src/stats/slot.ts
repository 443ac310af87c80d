import { add, classOf, type Histogram } from './histogram.js';

/** Half an hour: days of every time zone begin with one. Milliseconds. */
export const SLOT_MS = 30 * 60_000;

/** What is counted of turns. Each counts messages, but for `answers`, `refused` and `handovers`. */
export const COUNTS = [
  'messages',
  'answers',
  'refused',
  'handovers',
  'answered',
  'limited',
  'opted_out',
  'human',
  'dead',
  'uncertain',
  'open',
] as const;
export type Counts = Record<(typeof COUNTS)[number], number>;

/** What durations are told of. */
export const DURATIONS = ['acknowledged', 'made', 'model', 'delivered'] as const;
export type Duration = (typeof DURATIONS)[number];

/** The turns that were stored within a span of time. */
export interface Slot {
  /** When it begins, in milliseconds since 1970. */
  at: number;
  counts: Counts;
  /** Answers by who or what made them. */
  branches: Record<string, number>;
  durations: Record<Duration, Histogram>;
  tokens: { input: number; output: number };
  /** In the currency of the prices. */
  cost: number;
}

/** A slot in which nothing has happened. */
export function emptySlot(at: number): Slot {
  return {
    at,
    counts: Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts,
    branches: {},
    durations: { acknowledged: {}, made: {}, model: {}, delivered: {} },
    tokens: { input: 0, output: 0 },
    cost: 0,
  };
}

/** The slot that a time lies in. */
export function slotAt(ms: number): number {
  return Math.floor(ms / SLOT_MS) * SLOT_MS;
}

/** Adds a duration; `ms` may be unknown. */
export function addDuration(slot: Slot, of: Duration, ms: number | null | undefined): void {
  if (typeof ms === 'number') add(slot.durations[of], { [classOf(ms)]: 1 });
}

/** Adds all that is in `more` to `slot`. */
export function addSlot(slot: Slot, more: Slot): void {
  for (const name of COUNTS) slot.counts[name] += more.counts[name];
  for (const of of DURATIONS) add(slot.durations[of], more.durations[of]);
  for (const [branch, count] of Object.entries(more.branches))
    slot.branches[branch] = (slot.branches[branch] ?? 0) + count;
  slot.tokens.input += more.tokens.input;
  slot.tokens.output += more.tokens.output;
  slot.cost += more.cost;
}
