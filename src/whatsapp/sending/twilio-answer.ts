/** Twilio's answer to a request. */
export interface TwilioAnswer {
  status: number;
  body: unknown;
  /** Seconds, from Retry-After. */
  retryAfter?: number;
}

/** The fields of Twilio's bodies that are read here; another server's may have none of them. */
export interface TwilioBody {
  sid?: unknown;
  status?: unknown;
  code?: unknown;
  message?: unknown;
  more_info?: unknown;
}

export function bodyOf(body: unknown): TwilioBody {
  return typeof body === 'object' && body !== null ? body : {};
}

/** No answer came. `sent` is false only when the request can't have left this machine. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  constructor(
    readonly sent: boolean,
    message: string,
  ) {
    super(message);
  }
}
