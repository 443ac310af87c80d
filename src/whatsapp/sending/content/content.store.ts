/** So many resources are made for an account at most: then what has none goes out as plain text. */
export const MOST_MADE = 200;

/** Keeps which resources were made at Twilio, by what they are made of. */
export abstract class ContentStore {
  /** Returns the ContentSid of a resource; null while none was made. */
  abstract find(account: string, hash: string): Promise<string | null>;

  /** Counts the resources that were made for an account. */
  abstract count(account: string): Promise<number>;

  /** Keeps a resource, unless one is kept for the hash: returns the one that is kept. */
  abstract keep(account: string, hash: string, sid: string): Promise<string>;

  /** Forgets a resource that isn't there any more. */
  abstract forget(account: string, sid: string): Promise<void>;
}
