import type { Verdict } from '../../mailbox/outbox/channel.js';
import type { SendError } from '../../mailbox/turns/part.js';
import { maskAddressesIn } from '../../log/redaction.js';
import { bodyOf, type TwilioAnswer } from './twilio-answer.js';
import { type Ruling, RULINGS } from './verdict.table.js';

/** What the answer to a create means: taken, refused by the table, or not to be known. */
export function answerVerdict({ status, body, retryAfter }: TwilioAnswer): Verdict {
  const said = bodyOf(body);
  if (status >= 200 && status < 300 && typeof said.sid === 'string') {
    return { kind: 'accepted', sid: said.sid, status: String(said.status ?? 'queued') };
  }
  const code = typeof said.code === 'number' ? said.code : undefined;
  const text = typeof said.message === 'string' ? maskAddressesIn(said.message) : '';
  const error = { code: code ?? status, message: text || `HTTP ${status}` };
  if (mayHaveBeenTaken(status)) return unknown(error);
  return rule((code && RULINGS.get(code)) || byStatus(status, retryAfter), error);
}

/** What a callback's `failed` or `undelivered` means: never unknown, it did not arrive. */
export function callbackVerdict(code: number | undefined, message?: string): Verdict {
  const ruling = (code && RULINGS.get(code)) || {
    kind: 'dead' as const,
    action: `Look up the code at https://www.twilio.com/docs/api/errors${code ? `/${code}` : ''}.`,
  };
  return rule(ruling, { code, message: maskAddressesIn(message || 'not delivered') });
}

/** Nothing left this machine, for certain. */
export function notSent(message: string): Verdict {
  const action = 'Nothing, unless it lasts: check the network, and TWILIO_API_BASE.';
  return { kind: 'retry', error: { message: maskAddressesIn(message), action } };
}

/** The request may have arrived, and nobody said what became of it. */
export function unknown(error: SendError): Verdict {
  const action = "Look for the message in Twilio's log before sending it again.";
  return { kind: 'unknown', error: { ...error, action } };
}

/** The account, as it is configured, can't send: nothing left. */
export function cannotSend(message: string, action: string): Verdict {
  return { kind: 'stop', error: { message, action } };
}

/** A 2xx without a SID isn't Twilio's; 408 and 5xx are said after the request arrived. */
function mayHaveBeenTaken(status: number): boolean {
  return status < 300 || status === 408 || status >= 500;
}

/** Without a code that we know. 4xx: Twilio refused it, and would again. */
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

function rule({ kind, action, attempts, waitMs, optOut }: Ruling, reason: SendError): Verdict {
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
