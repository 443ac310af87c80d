/** What one call wants otherwise. */
export interface Wish {
  /** Ends the call earlier. */
  signal?: AbortSignal;
  /** Bytes of a body, in place of the usual limit. */
  bytes?: number;
  /** Milliseconds for all, in place of the usual limit. */
  timeoutMs?: number;
  /** A server that the environment names: it may be anywhere, and it alone gets the credentials. */
  own?: Own;
}

/** The operator's own server. */
export interface Own {
  /** Such as `https://api.twilio.com`. */
  origin: string;
  /** The header that goes there, and nowhere else. */
  authorization: string;
}

/** What is posted. */
export interface Posting extends Pick<Wish, 'signal' | 'timeoutMs'> {
  headers: Record<string, string>;
  body: Buffer;
  /** The operator allows the host, whatever it leads to. */
  mayBeAnywhere: boolean;
}

/** What was fetched. */
export interface Fetched {
  /** Where it was found in the end, after the redirects. */
  url: string;
  /** As its server declares it; empty where it doesn't. */
  contentType: string;
  bytes: Buffer;
}
