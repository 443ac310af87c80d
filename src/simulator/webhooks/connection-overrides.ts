/** Why a request for a webhook failed, as a retry policy names it; `broken` is no policy's own. */
export type Failure = '4xx' | '5xx' | 'ct' | 'rt' | 'broken';

/** How a webhook is called: times in milliseconds, retries after the first attempt. */
export interface Connection {
  connectMs: number;
  readMs: number;
  totalMs: number;
  retries: number;
  retriedAfter(failure: Failure): boolean;
}

/** Name in the fragment: the default, the least and the most. */
const LIMITS = {
  ct: [5_000, 100, 10_000],
  rt: [15_000, 100, 15_000],
  tt: [15_000, 100, 15_000],
  rc: [1, 0, 5],
} as const;

/**
 * What the fragment of a webhook's address asks for (`#rc=3&rp=5xx,ct`); the rest is Twilio's
 * default: twilio.com/docs/usage/webhooks/webhooks-connection-overrides. What can't be read counts
 * as not given, what is beyond a limit as the limit.
 */
export function connectionOf(address: string): Connection {
  const given = new URLSearchParams(address.split('#').slice(1).join('#'));
  const number = (name: keyof typeof LIMITS) => within(given.get(name), LIMITS[name]);
  const policy = new Set((given.get('rp') ?? 'ct').split(',').map((word) => word.trim()));
  return {
    connectMs: number('ct'),
    readMs: number('rt'),
    totalMs: number('tt'),
    retries: number('rc'),
    retriedAfter: (failure) => policy.has('all') || policy.has(failure),
  };
}

function within(given: string | null, [usual, least, most]: readonly number[]): number {
  const number = /^\d+$/.test(given ?? '') ? Number(given) : usual;
  return Math.min(Math.max(number, least), most);
}
