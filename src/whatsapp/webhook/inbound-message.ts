import { randomUUID } from 'node:crypto';
import { Problem } from '../../http/problems/problem.js';
import type { MessageDetails } from '../../chat/messages/message.js';
import type { Inbound } from '../../mailbox/intake/inbound.js';
import { readAddress, readUserId } from '../../address.js';
import { clean, type Form, first } from './form.js';
import { firstCharacters, isLongerThan } from '../formatting/graphemes.js';
import { InboundForm } from './inbound.dto.js';

/** Code points that are kept of a name or a label. */
const LABEL_CHARS = 256;
/** Media that are kept of a message. WhatsApp sends one; the limit bounds what a form can store. */
const MEDIA_LIMIT = 10;

/**
 * The values of `OptOutType`, which says that Twilio has answered the message by itself. HELP, and any
 * value that Twilio may add, counts as `other` (https://www.twilio.com/docs/messaging/features/opt-out).
 */
const OPT_OUTS = new Map<string, MessageDetails['optOut']>([
  ['STOP', 'stop'],
  ['START', 'start'],
]);

/**
 * The message that a form holds. Throws a `Problem` (400) on an invalid sender, and on a text that is
 * empty without anything else or longer than `maxChars` code points.
 */
export function inboundOf(body: Form, maxChars: number): Inbound {
  const form = InboundForm.read(body);
  const text = clean(form.Body);
  const details = detailsOf(form, body);
  if (isLongerThan(text, maxChars)) throw badText(`may have ${maxChars} characters at most`);
  if (!text.trim() && !details.media && !details.location && !details.button) {
    throw badText('must not be empty without media, a location or a button');
  }
  return {
    id: form.MessageSid ?? randomUUID(),
    ...senderOf(form),
    text,
    profileName: label(form.ProfileName),
    details,
  };
}

/** The sender's phone, user id or both. `From` holds the user id when Twilio knows no phone. */
function senderOf(form: InboundForm): Pick<Inbound, 'phone' | 'userId'> {
  const from = readAddress(form.From)!;
  if ('userId' in from) return from;
  const userId = form.ExternalUserId && readUserId(form.ExternalUserId);
  return userId ? { ...from, userId } : from;
}

function detailsOf(form: InboundForm, body: Form): MessageDetails {
  const details: MessageDetails = {};
  const media = mediaOf(body);
  const location = locationOf(form);
  const [text, payload] = [label(form.ButtonText), label(form.ButtonPayload)];
  if (media.length) details.media = media;
  if (location) details.location = location;
  if (text || payload) details.button = { text, payload };
  if (form.OriginalRepliedMessageSid) details.repliedTo = label(form.OriginalRepliedMessageSid);
  if (form.MessageType) details.messageType = label(form.MessageType);
  const answered = label(form.OptOutType)?.toUpperCase();
  if (answered) details.optOut = OPT_OUTS.get(answered) ?? 'other';
  return details;
}

function mediaOf(body: Form): { url: string; contentType: string }[] {
  const media = [];
  for (let n = 0; n < MEDIA_LIMIT; n++) {
    const url = first(body[`MediaUrl${n}`]);
    if (!url || !URL.canParse(url)) break;
    const contentType = first(body[`MediaContentType${n}`]) ?? 'application/octet-stream';
    media.push({ url, contentType });
  }
  return media;
}

function locationOf(form: InboundForm): MessageDetails['location'] {
  const [latitude, longitude] = [numberOf(form.Latitude), numberOf(form.Longitude)];
  // The negated form also refuses NaN.
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  return { latitude, longitude, address: label(form.Address), label: label(form.Label) };
}

/** NaN for a missing or blank value, which `Number` would read as 0. */
function numberOf(value: string | undefined): number {
  return value?.trim() ? Number(value) : NaN;
}

function label(value: string | undefined): string | undefined {
  return value && (firstCharacters(clean(value), LABEL_CHARS) || undefined);
}

function badText(message: string): Problem {
  const errors = [{ field: 'Body', message }];
  return new Problem(400, 'Bad Request', `Body ${message}`, { errors });
}
