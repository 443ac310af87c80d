import { TwilioError } from '../twilio-error.js';

const DAY_MS = 24 * 3_600_000;

/** The first and last millisecond, in UTC, of what a date or a time in a filter means. */
type Span = [first: number, last: number];

/**
 * Whether a moment is what `DateSent`, `DateSent<` and `DateSent>` ask for. Undefined when they ask
 * for nothing. `DateSent` is a day, UTC, also when a time is given: the helper libraries make one of
 * every date. The other two include what they name, a day or a second:
 * twilio.com/docs/messaging/api/message-resource. Throws 20001 for what is no date.
 */
export function dateFilter(
  query: Record<string, string | undefined>,
): ((at: number) => boolean) | undefined {
  const on = span(query.DateSent);
  const first = Math.max(span(query['DateSent>'])?.[0] ?? -Infinity, on ? dayOf(on[0]) : -Infinity);
  const last = Math.min(
    span(query['DateSent<'])?.[1] ?? Infinity,
    on ? dayOf(on[0]) + DAY_MS - 1 : Infinity,
  );
  if (first === -Infinity && last === Infinity) return undefined;
  return (at) => at >= first && at <= last;
}

function span(given?: string): Span | undefined {
  if (!given) return undefined;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(given);
  const first = Date.parse(hasZone(given) || isDay ? given : `${given.replace('T', ' ')} UTC`);
  if (Number.isNaN(first)) throw new TwilioError(400, 20001, `Invalid date: ${given}`);
  return [first, first + (isDay ? DAY_MS : 1_000) - 1];
}

/** Twilio's examples write a time in all these ways: `…T…Z`, `… -0000`, `… MST`. */
function hasZone(given: string): boolean {
  return /(z|[+-]\d\d:?\d\d|\b[a-z]{3})$/i.test(given);
}

function dayOf(at: number): number {
  return at - (((at % DAY_MS) + DAY_MS) % DAY_MS);
}
