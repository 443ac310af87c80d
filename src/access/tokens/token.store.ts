import type { Scope } from '../../http/admin/scope.js';

/** A token besides the first one, as it is kept: never the token itself. Times in milliseconds. */
export interface NamedToken {
  id: string;
  name: string;
  scope: Scope;
  /** See `TokenHolders.markOf`. */
  mark: string;
  createdAt: number;
  /** The name of the token whose holder made it. */
  createdBy: string;
  lastUsedAt: number | null;
  /** From when it counts no more; null: until it is revoked. */
  expiresAt: number | null;
}

/** So many at most: all of them are kept in memory. */
export const MOST_TOKENS = 100;

/** Keeps the named tokens. */
export abstract class TokenStore {
  /** Those that aren't over at the time `now`, the oldest first. */
  abstract list(now: number): Promise<NamedToken[]>;

  /** Adds one, and removes what is over. Adds nothing where the name is taken or there are too many. */
  abstract add(token: NamedToken, now: number): Promise<'added' | 'name_taken' | 'too_many'>;

  /** Removes one; false when there is none. */
  abstract remove(id: string): Promise<boolean>;

  /** Notes when one was used. */
  abstract used(id: string, at: number): Promise<void>;
}
