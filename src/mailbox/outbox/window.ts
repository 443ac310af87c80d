import type { Part } from '../turns/part.js';

/**
 * Milliseconds. Meta's customer service window: free-form messages are allowed until 24 hours after
 * the sender's last message, and only templates after that.
 */
export const WINDOW_MS = 24 * 60 * 60_000;

type SentAs = Pick<Part, 'content' | 'createdAt'>;

/** When the sender last wrote, and the time now, by the store's clock. */
interface Times {
  lastInboundAt?: number;
  now: number;
}

/** What decides whether the window is closed. */
export interface Closing extends Times {
  /** When the latest text was sent that the channel refused because the window was closed. */
  refusedAt?: number;
  /** How long the window is, if not a day. */
  windowMs?: number;
}

/**
 * Tells whether the channel takes only templates: its own word counts before our reckoning, until the
 * sender writes again. Undefined for a sender who never wrote.
 */
export function closedOf(times: Closing): boolean | undefined {
  const { lastInboundAt, refusedAt = -Infinity, now, windowMs = WINDOW_MS } = times;
  if (lastInboundAt === undefined) return undefined;
  return refusedAt >= lastInboundAt || now > lastInboundAt + windowMs;
}

/**
 * Returns in how many milliseconds a part can't be sent any more: a text once the window is closed, a
 * template a day after it was wanted. What it was about is over then.
 */
export function untilTooLate({ content, createdAt }: SentAs, times: Times): number {
  if (!content?.template) return untilClosed(times);
  return untilClosed({ lastInboundAt: createdAt, now: times.now });
}

/**
 * Returns in how many milliseconds the window is closed: 0 or less once it is. For a sender who
 * never wrote it is a day.
 */
export function untilClosed({ lastInboundAt, now }: Times): number {
  return (lastInboundAt ?? now) + WINDOW_MS + 1 - now;
}
