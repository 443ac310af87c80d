import type { Request } from 'express';

declare module 'express-serve-static-core' {
  interface Request {
    /** By which it is let in; undefined when a token did that. */
    consoleSession?: ConsoleSession;
  }
}

/** Somebody who has signed in at the console. */
export interface ConsoleSession {
  /** Its name in the store; the cookie can't be told from it. */
  id: string;
  signedInBy: 'link' | 'token';
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** Of the token that it was begun by: see `TokenHolders.markOf`. */
  mark: string;
}

/** Who has signed in at the console: the guard asks here, and the console answers. */
export abstract class ConsoleSessions {
  /** The session of a cookie's value; undefined for one that is unknown or over. */
  abstract find(cookie: string): Promise<ConsoleSession | undefined>;

  /** Whether a session that was found goes on. */
  abstract goesOn(session: ConsoleSession): Promise<boolean>;
}

/** The name of the console's cookie. */
export const SESSION_COOKIE = 'recado_session';

const PAIR = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([\\w-]{1,100})\\s*(?=;|$)`);

/** The value of the console's cookie; undefined when a request has none, or one of another form. */
export function sessionCookieOf({ headers }: Request): string | undefined {
  return PAIR.exec(headers.cookie ?? '')?.[1];
}
