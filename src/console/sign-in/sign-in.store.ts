import type { ConsoleSession } from '../../http/admin/console-sessions.js';

/**
 * Keeps who has signed in at the console, and the one-time codes of links, so that both hold on each
 * node. It knows neither a cookie nor a code, only their names (`Digests`), and of the
 * token that vouches for them its mark (`TokenHolders.markOf`). What is over is
 * removed in time. All times are milliseconds since 1970.
 */
export abstract class SignInStore {
  abstract keepCode(id: string, expiresAt: number, mark: string): Promise<void>;

  /** Takes a code out, and returns its mark: undefined when there is none, or it is over at `now`. */
  abstract takeCode(id: string, now: number): Promise<string | undefined>;

  abstract keepSession(session: ConsoleSession): Promise<void>;

  /** The session of this name, unless it is over at the time `now`. */
  abstract session(id: string, now: number): Promise<ConsoleSession | undefined>;

  /** Removes a session. One that isn't there is no error. */
  abstract endSession(id: string): Promise<void>;
}
