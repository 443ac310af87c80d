import { randomUUID } from 'node:crypto';
import { Problem } from '../../http/problems/problem.js';
import type { MessageDetails } from '../../chat/messages/message.js';
import type { Inbound } from '../../mailbox/intake/inbound.js';
import { readAddress, readUserId, withoutScheme, withScheme } from '../../address.js';
import { clean, type Form, first } from './form.js';
import { firstCharacters, isLongerThan } from '../formatting/graphemes.js';
import { InboundForm } from './inbound.dto.js';
import { interactiveOf } from './interactive.js';
import { label } from './json-fields.js';
import { kindOf } from './message-kind.js';
import { payloadWords } from './payload-words.js';

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

/** How a form is read. */
export interface Reading {
  /** Code points of a text that are read. */
  maxChars: number;
  /** Twilio sent it: then nothing that it holds is a reason to refuse it, but for a missing sender. */
  fromTwilio?: boolean;
}

/**
 * The message that a form holds. Throws a `Problem` (400) on a sender that is none. Of a caller other
 * than Twilio it also refuses an unknown form of sender, a text that is too long, and a message that
 * has nothing in it.
 */
export function inboundOf(body: Form, { maxChars, fromTwilio = false }: Reading): Inbound {
  const form = InboundForm.read(body, fromTwilio);
  const details = detailsOf(form, body);
  const text = textOf(form, details);
  const kind = kindOf(text.trim(), details);
  if (kind) details.kind = kind;
  if (!fromTwilio) refuseNothing(details);
  if (isLongerThan(text, maxChars)) {
    if (!fromTwilio) throw badText(`may have ${maxChars} characters at most`);
    details.readUpTo = firstCharacters(text, maxChars).length;
  }
  const profileName = label(form.ProfileName);
  const id = form.MessageSid ?? randomUUID();
  return { id, ...writtenTo(form), ...senderOf(form), text, profileName, details };
}

function writtenTo({ To: to, MessagingServiceSid: service }: InboundForm): Pick<Inbound, 'to'> {
  return to || service ? { to: { to, service } } : {};
}

/** What the sender wrote, with what was filled in or ordered below it; else what was chosen. */
function textOf(form: InboundForm, { button, flow, order }: MessageDetails): string {
  const text = clean(form.Body);
  const lines = [
    ...(flow ?? []).map(({ question, answer }) => `${question}: ${answer}`),
    ...(order ?? []),
  ];
  if (lines.length) return [text.trim(), ...lines].filter(Boolean).join('\n');
  if (text.trim() || !button) return text;
  return button.text ?? payloadWords(button.payload!) ?? text;
}

function refuseNothing({ kind, button }: MessageDetails): void {
  if (button || (kind !== 'empty' && kind !== 'lost' && kind !== 'unknown')) return;
  throw badText('must not be empty without media, a location or a button');
}

/**
 * The sender's phone, user ids or both. `From` holds a user id when Twilio knows no phone. A form
 * that is not known yet is taken for a user id, as it came: it can be answered only as it came. All
 * ids of a message name its sender: a user id, which changes with the phone, and the one by which a
 * group of companies knows the user.
 */
function senderOf(form: InboundForm): Pick<Inbound, 'phone' | 'userId' | 'otherIds'> {
  const from = readAddress(form.From) ??
    readAddress(withScheme(form.From)) ?? { userId: clean(withoutScheme(form.From)).trim() };
  const named = 'userId' in from ? [from.userId] : [];
  const ids = [...named, ...userIdsOf(form).map(readUserId)].filter((id) => id !== undefined);
  const [userId, ...otherIds] = new Set(ids);
  return { ...from, ...(userId && { userId }), ...(otherIds.length && { otherIds }) };
}

function userIdsOf({ ExternalUserId, ParentExternalUserId }: InboundForm): string[] {
  return [ExternalUserId, ParentExternalUserId].filter((id) => id !== undefined);
}

function detailsOf(form: InboundForm, body: Form): MessageDetails {
  const details = interactiveOf(body);
  const media = mediaOf(body);
  const location = locationOf(form);
  const referral = referralOf(form);
  const otherUserIds = unreadIdsOf(form);
  if (media.length) details.media = media;
  if (location) details.location = location;
  if (referral) details.referral = referral;
  if (otherUserIds.length) details.otherUserIds = otherUserIds;
  if (form.OriginalRepliedMessageSid) details.repliedTo = label(form.OriginalRepliedMessageSid);
  if (form.MessageType) details.messageType = label(form.MessageType);
  if (form.Forwarded === 'true' || form.FrequentlyForwarded === 'true') details.forwarded = true;
  const answered = label(form.OptOutType)?.toUpperCase();
  if (answered) details.optOut = OPT_OUTS.get(answered) ?? 'other';
  return details;
}

function mediaOf(body: Form): { url: string; contentType: string }[] {
  const media = [];
  for (let n = 0; n < MEDIA_LIMIT; n++) {
    const url = first(body[`MediaUrl${n}`]);
    if (!url || !URL.canParse(url)) continue;
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

/** The advertisement that a chat was opened from, of which only an id may be known. */
function referralOf(form: InboundForm): MessageDetails['referral'] {
  const headline = label(form.ReferralHeadline);
  const body = label(form.ReferralBody);
  const url = label(form.ReferralSourceUrl);
  const id = form.ReferralSourceId ?? form.ReferralCtwaClid;
  return headline || body || url || id ? { headline, body, url } : undefined;
}

/** Ids that can't be read, so that they link nothing; kept for a person to see. */
function unreadIdsOf(form: InboundForm): string[] {
  const unread = userIdsOf(form).filter((id) => !readUserId(id));
  return unread.map(label).filter((id) => id !== undefined);
}

function badText(message: string): Problem {
  const errors = [{ field: 'Body', message }];
  return new Problem(400, 'Bad Request', `Body ${message}`, { errors });
}
