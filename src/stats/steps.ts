import { addSlot, emptySlot, type Slot } from './slot.js';

const HOUR_MS = 60 * 60_000;

/** How figures are put together: by hours, or by the days of a time zone. */
export interface Steps {
  per: 'hour' | 'day';
  timeZone: string;
}

/**
 * Puts slots together into steps without a gap, from the step that `from` lies in to the one before
 * `until`. Times in milliseconds since 1970.
 */
export function stepsOf(slots: Slot[], from: number, until: number, steps: Steps): Slot[] {
  const starts = startsOf(from, until, steps).map(emptySlot);
  let step = 0;
  for (const slot of slots) {
    while (step + 1 < starts.length && starts[step + 1].at <= slot.at) step++;
    if (starts.length) addSlot(starts[step], slot);
  }
  return starts;
}

/** All slots as one. */
export function totalOf(slots: Slot[]): Slot {
  const total = emptySlot(0);
  for (const slot of slots) addSlot(total, slot);
  return total;
}

function startsOf(from: number, until: number, { per, timeZone }: Steps): number[] {
  const zone = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const nameOf = (at: number) =>
    per === 'day' ? zone.format(at) : String(Math.floor(at / HOUR_MS));
  const starts: number[] = [];
  let last: string | undefined;
  // Half hours, since some zones begin their days there.
  for (let at = halfHourAt(from); at < until; at += HOUR_MS / 2) {
    const name = nameOf(at);
    if (name !== last) starts.push(at);
    last = name;
  }
  return starts;
}

function halfHourAt(ms: number): number {
  return Math.floor(ms / (HOUR_MS / 2)) * (HOUR_MS / 2);
}
