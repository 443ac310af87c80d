/**
 * The driver's time-outs, in milliseconds
 * (https://www.mongodb.com/docs/drivers/node/current/connect/connection-options/).
 */
const TIMEOUTS = {
  // These two notice a server that hangs with its connections open. The driver's own take 40 s, and
  // Twilio waits for 15 s.
  heartbeatFrequencyMS: 2000,
  connectTimeoutMS: 3000,
  // An operation waits so long for another server to become the primary.
  serverSelectionTimeoutMS: 5000,
  // A firewall that has forgotten a connection leaves it open. An answer is waited for no longer
  // than this, which is more than every `maxTimeMS`.
  socketTimeoutMS: 5000,
  // For the same reason a connection that was idle for longer than this isn't used again.
  maxIdleTimeMS: 60_000,
};

/** Returns the time-outs that an address doesn't set itself. */
export function timeouts(uri: string): object {
  const given = new URLSearchParams(uri.split('?')[1]?.toLowerCase());
  return Object.fromEntries(
    Object.entries(TIMEOUTS).filter(([name]) => !given.has(name.toLowerCase())),
  );
}
