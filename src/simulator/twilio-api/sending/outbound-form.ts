import { type Message, newSid } from '../../ledger/message.js';
import { readSchedule } from './schedule.js';
import { valuesIn } from '../content/rendering.js';
import { refused } from '../twilio-error.js';

/** A decoded form: a repeated field is a list. */
export type Form = Record<string, string | string[] | undefined>;

type Send = Pick<
  Message,
  | 'from'
  | 'to'
  | 'body'
  | 'status'
  | 'media'
  | 'sendAt'
  | 'statusCallback'
  | 'messagingServiceSid'
  | 'contentSid'
> & { values: Record<string, string> };

const ADDRESS = /^whatsapp:(\+[1-9]\d{5,14}|[A-Z]{2}\.[A-Za-z0-9._-]{1,128})$/;
const PHONE = /^\+[1-9]\d{5,14}$/;
/** Characters, counted as UTF-16 units: the strictest reading of Twilio's limit. */
const BODY_LIMIT = 1600;
const MEDIA_LIMIT = 10;
const CALLBACK_LIMIT = 4000;

/** The numbers of an account, and the one that a Messaging Service picks. */
export interface Ours {
  first: string;
  has(number: string): boolean;
}

/**
 * What a form asks to be sent. Throws what Twilio answers to a wrong one:
 * twilio.com/docs/messaging/api/message-resource and …/docs/api/errors.
 */
export function readSend(form: Form = {}, ours: Ours, now: number): Send {
  const to = recipient(one(form.To));
  const sending = sender(one(form.From), one(form.MessagingServiceSid), ours);
  const { messagingServiceSid } = sending;
  const contentSid = one(form.ContentSid) ?? null;
  const statusCallback = callback(one(form.StatusCallback));
  const content = readContent(form, contentSid);
  const schedule = { type: one(form.ScheduleType), at: one(form.SendAt), messagingServiceSid };
  const sendAt = readSchedule(schedule, now);
  const status = sendAt === null ? sending.status : 'scheduled';
  const values = valuesIn(one(form.ContentVariables));
  return { ...sending, to, ...content, status, sendAt, statusCallback, contentSid, values };
}

function readContent(form: Form, contentSid: string | null): Pick<Send, 'body' | 'media'> {
  const body = one(form.Body) ?? '';
  const urls = [form.MediaUrl ?? []].flat().filter(Boolean);
  if (!body && !urls.length && !contentSid) {
    throw refused(21602, 'A text message body or media urls must be specified.');
  }
  if (body.length > BODY_LIMIT) {
    throw refused(21617, 'The concatenated message body exceeds the 1600 character limit');
  }
  if (urls.length > MEDIA_LIMIT) {
    throw refused(21623, 'Number of media files exceeds allowed limit');
  }
  return { body, media: urls.map(attachment) };
}

function recipient(to?: string): string {
  if (!to) throw refused(21604, "A 'To' phone number is required.");
  if (ADDRESS.test(to)) return to;
  if (!PHONE.test(to)) throw refused(21211, `Invalid 'To' Phone Number: ${to}`);
  throw refused(21910, "Invalid 'From' and 'To' pair: both must be of the same channel");
}

/**
 * By a Messaging Service, which may stand in `From`, the sender is picked later; with a `From`
 * beside it there is nothing to pick.
 */
function sender(from: string | undefined, service: string | undefined, ours: Ours) {
  const byService = from?.startsWith('MG') && !service;
  const messagingServiceSid = checkedService(byService ? from : service);
  if (messagingServiceSid && (byService || !from)) {
    return { from: ours.first, messagingServiceSid, status: 'accepted' as const };
  }
  if (!from) throw refused(21603, "A 'From' phone number is required.");
  if (!ours.has(from)) {
    throw refused(21606, `The 'From' phone number provided (${from}) is not one of this account`);
  }
  return { from, messagingServiceSid, status: 'queued' as const };
}

function checkedService(sid?: string): string | null {
  if (!sid) return null;
  if (/^MG[0-9a-fA-F]{32}$/.test(sid)) return sid;
  throw refused(21701, `The Messaging Service does not exist: ${sid}`);
}

/** Rules of twilio.com/docs/api/errors/21609; addresses of this machine are let through here. */
function callback(url?: string): string | null {
  if (!url) return null;
  const readable = url.length <= CALLBACK_LIMIT && /^https?:\/\/[!-~]+$/i.test(url);
  if (readable && URL.canParse(url) && !new URL(url).hostname.includes('_')) return url;
  throw refused(21609, `The StatusCallback URL ${url.slice(0, 200)} is not a valid URL`);
}

function attachment(url: string): Message['media'][number] {
  if (!URL.canParse(url)) throw refused(21620, `Invalid media URL(s): ${url}`);
  return { sid: newSid('ME'), contentType: null, url };
}

function one(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value.at(-1) : value) || undefined;
}
