import type { Refuses } from '../../mailbox/holds/hold.store.js';
import type { Verdict } from '../../mailbox/outbox/channel.js';
import type { SendError } from '../../mailbox/turns/part.js';
import { maskAddressesIn } from '../../log/redaction.js';
import { isFailure } from './failed-status.js';
import { bodyOf, type TwilioAnswer, type TwilioBody } from './twilio-answer.js';
import { type Ruling, RULINGS } from './verdict.table.js';

/**
 * How long what no list names waits. Twilio refused to take it: asking again costs nothing, and a
 * minute is soon enough for a fault that a person must mend.
 */
const REFUSED = { waitMs: 60_000, mostMs: 60 * 60_000 };

/**
 * The same for a message that Twilio took and could not deliver. Each one more may be billed, and
 * reach the person after all, so that about ten are made in the 24 hours.
 */
const UNDELIVERED = { waitMs: 5 * 60_000, mostMs: 4 * 60 * 60_000 };

/** The verdict on a message that certainly did not arrive. */
type Refusal = Extract<Verdict, { kind: 'retry' | 'stop' | 'dead' }>;

/** Judges Twilio's answer to a new message: accepted, refused by its error code, or unknown. */
export function answerVerdict({ status, body, retryAfter }: TwilioAnswer): Verdict {
  const fields = bodyOf(body);
  if (status >= 200 && status < 300 && typeof fields.sid === 'string')
    return createdVerdict(fields.sid, fields);
  const code = typeof fields.code === 'number' ? fields.code : undefined;
  const text = typeof fields.message === 'string' ? maskAddressesIn(fields.message) : '';
  const error = { code: code ?? status, message: text || `HTTP ${status}` };
  if (mayHaveBeenTaken(status)) return unknown(error);
  return verdictOf((code && RULINGS.get(code)) || byStatus(status, code, retryAfter), error);
}

/** A message may have failed by the time of the answer that it was created. */
function createdVerdict(sid: string, { status, error_code, error_message }: TwilioBody): Verdict {
  const state = typeof status === 'string' ? status : 'queued';
  if (!isFailure(state)) return { kind: 'accepted', sid, status: state };
  const code = typeof error_code === 'number' ? error_code : undefined;
  const message = typeof error_message === 'string' ? error_message : undefined;
  return { ...failureVerdict(state, code, message), sid, status: state };
}

/**
 * Judges a message that Twilio took, by its final status `failed`, `undelivered` or `canceled`. It
 * is never unknown: the message did not arrive. Twilio cancels nothing by itself: somebody did.
 */
export function failureVerdict(status: string, code?: number, message?: string): Refusal {
  const error = { code, message: maskAddressesIn(message || NOT_DELIVERED[status] || status) };
  const ruling = code && RULINGS.get(code);
  if (ruling) return verdictOf(ruling, error);
  return verdictOf(status === 'canceled' ? CANCELED : unlisted(UNDELIVERED, code), error);
}

const NOT_DELIVERED: Partial<Record<string, string>> = {
  canceled: 'canceled at Twilio',
  failed: 'not sent',
  undelivered: 'not delivered',
};

const CANCELED: Ruling = {
  kind: 'dead',
  action: 'Somebody canceled it at Twilio: retry it if it should be sent after all.',
};

/** The ruling for a code that is on no list: it waits, because the fault may lie with the line. */
function unlisted(pace: { waitMs: number; mostMs: number }, code?: number): Ruling {
  const action = code
    ? `Look up the code at https://www.twilio.com/docs/api/errors/${code}, and mend what it names.`
    : "Read the message, and Twilio's log: the cause has no code.";
  return { kind: 'retry', suspect: true, ...pace, action };
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

/** The verdict where the configured account or line can't send: sending stops until it is changed. */
export function cannotSend(of: Refuses, message: string, action: string): Verdict {
  return { kind: 'stop', of, error: { message, action } };
}

/**
 * Whether the message may have been taken despite the status. Twilio answers 408 and 5xx after the
 * request arrived; a 2xx without a SID does not come from Twilio, so it proves nothing.
 */
function mayHaveBeenTaken(status: number): boolean {
  return status < 300 || status === 408 || status >= 500;
}

/** Judges by the status when the error code is on no list. */
function byStatus(status: number, code?: number, retryAfter?: number): Ruling {
  if (status === 429) {
    return { ...RULINGS.get(20429)!, ...(retryAfter && { waitMs: retryAfter * 1000 }) };
  }
  if (status === 401 || status === 403) return RULINGS.get(20003)!;
  if (status < 400 || status === 404 || status === 407) {
    const action = "Check TWILIO_API_BASE: what answers there isn't Twilio.";
    return { kind: 'stop', of: 'account', action };
  }
  return unlisted(REFUSED, code);
}

function verdictOf(ruling: Ruling, reason: SendError): Refusal {
  const { kind, of = 'account', action, attempts, waitMs, mostMs, suspect } = ruling;
  const error = { ...reason, action };
  if (kind === 'dead') {
    const { optOut, unreachable, windowClosed, unfit } = ruling;
    const more = { ...(windowClosed && { windowClosed }), ...(unfit && { unfit }) };
    return { kind, error, ...(optOut && { optOut }), ...(unreachable && { unreachable }), ...more };
  }
  if (kind === 'stop') return { kind, of, error };
  return {
    kind,
    error,
    ...(attempts && { attempts }),
    ...(waitMs && { notBeforeMs: waitMs }),
    ...(mostMs && { mostMs }),
    ...(suspect && { suspect }),
  };
}
