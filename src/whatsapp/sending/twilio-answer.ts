/** Twilio's answer to a request, whatever its status. */
export interface TwilioAnswer {
  status: number;
  body: unknown;
  /** Seconds to wait, from the Retry-After header. */
  retryAfter?: number;
  /** Twilio's clock, from the Date header, in milliseconds since 1970. */
  date?: number;
}

/** The fields that are read from Twilio's JSON; the answer of another server may lack them all. */
export interface TwilioBody {
  sid?: unknown;
  status?: unknown;
  code?: unknown;
  message?: unknown;
  more_info?: unknown;
  /** Why a message failed. */
  error_code?: unknown;
  error_message?: unknown;
}

/** The fields of an answer's body; none when the body is no object. */
export function bodyOf(body: unknown): TwilioBody {
  return typeof body === 'object' && body !== null ? body : {};
}

/** Says that no answer came. `sent` is false only when the request can't have left this machine. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  constructor(
    readonly sent: boolean,
    message: string,
  ) {
    super(message);
  }
}
