import type { MessageDetails, MessageKind } from '../../chat/messages/message.js';

/** What Twilio calls the kinds, and WhatsApp, whose names Twilio hands on. An open set. */
const NAMED: Record<string, MessageKind> = {
  reaction: 'reaction',
  sticker: 'sticker',
  contact: 'contact',
  contacts: 'contact',
  vcard: 'contact',
  location: 'location',
  live_location: 'location',
  order: 'order',
  flow: 'flow',
  nfm_reply: 'flow',
  request_welcome: 'welcome',
  unsupported: 'unsupported',
  system: 'system',
};

/** Kinds that are words, or media: without them nothing came. */
const WORDS = new Set(['', 'text']);
const MEDIA = new Set(['image', 'audio', 'voice', 'ptt', 'video', 'document', 'media', 'file']);

const CONTACT = /^text\/(?:x-)?vcard\b|^text\/directory\b/i;
const STICKER = /^image\/webp\b/i;

/**
 * The kind of a message that is no plain text, button or medium. Its own name counts, then what it
 * carries: Twilio hands on a contact as a vCard, and a sticker as a picture of WhatsApp's own format.
 */
export function kindOf(text: string, details: MessageDetails): MessageKind | undefined {
  const type = details.messageType?.toLowerCase().trim() ?? '';
  const carried = Object.hasOwn(NAMED, type) ? NAMED[type] : carriedIn(details);
  // A word with it is a question: of an unknown kind only what came without one can't be read.
  if (carried && !(text && WORDLESS.has(carried))) return carried;
  if (text || details.media?.length) return undefined;
  if (details.referral) return 'welcome';
  if (WORDS.has(type)) return 'empty';
  return MEDIA.has(type) ? 'lost' : 'unknown';
}

/** Kinds that are one only while there is no text. */
const WORDLESS = new Set<MessageKind>(['welcome', 'unsupported']);

function carriedIn({ media = [], location, order, flow, contacts }: MessageDetails) {
  if (location) return 'location';
  if (order) return 'order';
  if (flow) return 'flow';
  if (contacts || media.some(({ contentType }) => CONTACT.test(contentType))) return 'contact';
  return media.length && media.every(({ contentType }) => STICKER.test(contentType))
    ? 'sticker'
    : undefined;
}
