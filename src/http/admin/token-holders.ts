import type { Scope } from './scope.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Who asks: the holder of the token, or of the one that signed in at the console. */
    holder?: TokenHolder;
  }
}

/** Whoever has one of the tokens, by the token's name. */
export interface TokenHolder {
  /** Of a named token; null for ADMIN_TOKEN. */
  id: string | null;
  name: string;
  scope: Scope;
  /** Of a named token its mark in the store; of ADMIN_TOKEN a hash, of which its mark is made. */
  print: string;
}

/** Who holds which token: the guard asks here, and `access/tokens` answers. */
export abstract class TokenHolders {
  /** Who holds ADMIN_TOKEN, or the one that the first start made. */
  abstract readonly admin: TokenHolder;

  /**
   * Whose token it is; undefined for a wrong one. Throws a `Problem` (429) for a wrong one when the
   * address has had its tries.
   */
  abstract holding(token: string, address: string): Promise<TokenHolder | undefined>;

  /** The name by which the store knows what a holder's token vouches for. */
  abstract markOf(holder: TokenHolder): Promise<string>;

  /** Who is known by such a name; undefined when the token counts no more. */
  abstract marked(mark: string): Promise<TokenHolder | undefined>;

  /** Whether a holder's token still counts. */
  abstract counts(holder: TokenHolder): Promise<boolean>;
}

/** The name of the token that the environment or the first start gives. */
export const ADMIN_NAME = 'ADMIN_TOKEN';
