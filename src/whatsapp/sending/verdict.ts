import type { Verdict } from '../../mailbox/outbox/channel.js';
import type { SendError } from '../../mailbox/turns/part.js';
import { maskAddressesIn } from '../../log/redaction.js';
import { bodyOf, type TwilioAnswer } from './twilio-answer.js';
import { type Ruling, RULINGS } from './verdict.table.js';

/** Judges Twilio's answer to a new message: accepted, refused by its error code, or unknown. */
export function answerVerdict({ status, body, retryAfter }: TwilioAnswer): Verdict {
  const fields = bodyOf(body);
  if (status >= 200 && status < 300 && typeof fields.sid === 'string') {
    return { kind: 'accepted', sid: fields.sid, status: String(fields.status ?? 'queued') };
  }
  const code = typeof fields.code === 'number' ? fields.code : undefined;
  const text = typeof fields.message === 'string' ? maskAddressesIn(fields.message) : '';
  const error = { code: code ?? status, message: text || `HTTP ${status}` };
  if (mayHaveBeenTaken(status)) return unknown(error);
  return verdictOf((code && RULINGS.get(code)) || byStatus(status, retryAfter), error);
}

/** Judges a callback's `failed` or `undelivered`. It is never unknown: the message did not arrive. */
export function callbackVerdict(code: number | undefined, message?: string): Verdict {
  const ruling = (code && RULINGS.get(code)) || {
    kind: 'dead' as const,
    action: `Look up the code at https://www.twilio.com/docs/api/errors${code ? `/${code}` : ''}.`,
  };
  return verdictOf(ruling, { code, message: maskAddressesIn(message || 'not delivered') });
}

/** The verdict for a request that certainly did not leave this machine: it is sent again. */
export function notSent(message: string): Verdict {
  const action = 'Nothing, unless it lasts: check the network, and TWILIO_API_BASE.';
  return { kind: 'retry', error: { message: maskAddressesIn(message), action } };
}

/** The verdict for a request that may have arrived, but whose answer is missing or unclear. */
export function unknown(error: SendError): Verdict {
  const action = "Look for the message in Twilio's log before sending it again.";
  return { kind: 'unknown', error: { ...error, action } };
}

/** The verdict where the configured account can't send: sending stops until it is changed. */
export function cannotSend(message: string, action: string): Verdict {
  return { kind: 'stop', error: { message, action } };
}

/**
 * Whether the message may have been taken despite the status. Twilio answers 408 and 5xx after the
 * request arrived; a 2xx without a SID does not come from Twilio, so it proves nothing.
 */
function mayHaveBeenTaken(status: number): boolean {
  return status < 300 || status === 408 || status >= 500;
}

/** Judges by the status when the error code is unknown. Twilio would refuse any other 4xx again. */
function byStatus(status: number, retryAfter?: number): Ruling {
  if (status === 429) {
    return { ...RULINGS.get(20429)!, ...(retryAfter && { waitMs: retryAfter * 1000 }) };
  }
  if (status === 401 || status === 403) return RULINGS.get(20003)!;
  if (status < 400 || status === 404 || status === 407) {
    return { kind: 'stop', action: "Check TWILIO_API_BASE: what answers there isn't Twilio." };
  }
  return { kind: 'dead', action: 'Read the message; the request itself is refused.' };
}

function verdictOf({ kind, action, attempts, waitMs, optOut }: Ruling, reason: SendError): Verdict {
  const error = { ...reason, action };
  if (kind === 'dead') return { kind, error, ...(optOut && { optOut }) };
  if (kind === 'stop') return { kind, error };
  return {
    kind,
    error,
    ...(attempts && { attempts }),
    ...(waitMs && { notBeforeMs: waitMs }),
  };
}
