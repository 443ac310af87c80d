/**
 * Milliseconds. Meta's customer service window: free-form messages are allowed until 24 hours after
 * the sender's last message, and only templates after that.
 */
export const WINDOW_MS = 24 * 60 * 60_000;

/** When the sender last wrote, and the time now, by the store's clock. */
interface Times {
  lastInboundAt?: number;
  now: number;
}

/**
 * Returns in how many milliseconds the window is closed: 0 or less once it is. For a sender who
 * never wrote it is a day.
 */
export function untilClosed({ lastInboundAt, now }: Times): number {
  return (lastInboundAt ?? now) + WINDOW_MS + 1 - now;
}
