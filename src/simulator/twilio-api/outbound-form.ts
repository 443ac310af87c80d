import { type Message, newSid } from '../ledger/message.js';
import { TwilioError } from './twilio-error.js';

/** A decoded form: a repeated field is a list. */
export type Form = Record<string, string | string[] | undefined>;

type Send = Pick<
  Message,
  'from' | 'to' | 'body' | 'media' | 'statusCallback' | 'messagingServiceSid' | 'contentSid'
>;

const ADDRESS = /^whatsapp:(\+[1-9]\d{5,14}|[A-Z]{2}\.[A-Za-z0-9._-]{1,128})$/;
const PHONE = /^\+[1-9]\d{5,14}$/;
/** Characters, counted as UTF-16 units: the strictest reading of Twilio's limit. */
const BODY_LIMIT = 1600;

/**
 * What a form asks to be sent. Throws what Twilio answers to a wrong one:
 * twilio.com/docs/messaging/api/message-resource and …/docs/api/errors.
 */
export function readSend(form: Form = {}, ours: string): Send {
  const to = recipient(one(form.To));
  const messagingServiceSid = service(one(form.MessagingServiceSid));
  const from = messagingServiceSid ? ours : sender(one(form.From), ours);
  const contentSid = one(form.ContentSid) ?? null;
  const statusCallback = callback(one(form.StatusCallback));
  const body = one(form.Body) ?? '';
  const media = [form.MediaUrl ?? []].flat().filter(Boolean).map(attachment);
  if (!body && !media.length && !contentSid) {
    throw refused(21602, 'A text message body or media urls must be specified.');
  }
  if (body.length > BODY_LIMIT) {
    throw refused(21617, 'The concatenated message body exceeds the 1600 character limit');
  }
  return { from, to, body, media, statusCallback, messagingServiceSid, contentSid };
}

function recipient(to?: string): string {
  if (!to) throw refused(21604, "A 'To' phone number is required.");
  if (ADDRESS.test(to)) return to;
  if (!PHONE.test(to)) throw refused(21211, `Invalid 'To' Phone Number: ${to}`);
  throw refused(21910, "Invalid 'From' and 'To' pair: both must be of the same channel");
}

function service(sid?: string): string | null {
  if (!sid) return null;
  if (/^MG[0-9a-fA-F]{32}$/.test(sid)) return sid;
  throw refused(21701, `The Messaging Service does not exist: ${sid}`);
}

function sender(from: string | undefined, ours: string): string {
  if (!from) throw refused(21603, "A 'From' phone number is required.");
  if (from === ours) return from;
  throw refused(21606, `The 'From' phone number provided (${from}) is not one of this account`);
}

function callback(url?: string): string | null {
  if (!url) return null;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw refused(21609, `The StatusCallback URL ${url} is not a valid URL`);
}

function attachment(url: string): Message['media'][number] {
  if (!URL.canParse(url)) throw refused(21620, `Invalid media URL(s): ${url}`);
  return { sid: newSid('ME'), contentType: null, url };
}

function one(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value.at(-1) : value) || undefined;
}

function refused(code: number, message: string): TwilioError {
  return new TwilioError(400, code, message);
}
