/** How a message came in, as it is kept with the message for its timeline. */
export interface Received {
  /** By its webhook, at the address for `status` callbacks, or found in the channel's `list`. */
  via: 'webhook' | 'status' | 'list';
  /** When its request came, or when it was found, in milliseconds since 1970. */
  at: number;
  /** The request, where there was one. */
  request?: ReceivedRequest;
}

/** A request as it came, without secrets. */
export interface ReceivedRequest {
  id: string;
  method: string;
  /** Our public address, with the path and the query that was called. */
  url: string;
  /** The headers that say something of the request; of a signature only that it was there. */
  headers: Record<string, string>;
  /** The fields of the form, but for `Body` where that is the message's text. */
  form: Record<string, string>;
  /** By whose secret it was signed, in words. */
  signedBy?: string;
  /** Fields were left out or cut, because there were too many or too long ones. */
  cut?: true;
}
