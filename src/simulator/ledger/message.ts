import { randomBytes } from 'node:crypto';
import { iso } from '../../clock.js';
import type { Taps } from './content.js';

export type Direction = 'inbound' | 'outbound';
export type MessageStatus =
  | 'received'
  | 'read'
  | 'accepted'
  | 'scheduled'
  | 'canceled'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed';

/** A file of a message: of an inbound one we hold the bytes, of an outbound one only the address. */
export interface Attachment {
  sid: string;
  contentType: string | null;
  url: string | null;
}

/** What came with somebody's message besides its text and files, by the control API's names. */
export interface Said {
  message_type?: string;
  profile_name?: string;
  original_replied_message_sid?: string;
  button_text?: string;
  button_payload?: string;
  list_title?: string;
  list_id?: string;
  latitude?: number;
  longitude?: number;
  address?: string;
  label?: string;
}

const SAID = {
  message_type: true,
  profile_name: true,
  original_replied_message_sid: true,
  button_text: true,
  button_payload: true,
  list_title: true,
  list_id: true,
  latitude: true,
  longitude: true,
  address: true,
  label: true,
} satisfies Record<keyof Said, true>;

/** That of a message as it is given, or listed. */
export function saidIn(given: Said): Said {
  const names = Object.keys(SAID) as (keyof Said)[];
  return Object.fromEntries(
    names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  );
}

/** A message as the emulator keeps it. Addresses carry `whatsapp:`; times are milliseconds. */
export interface Message {
  sid: string;
  direction: Direction;
  from: string;
  to: string;
  body: string;
  status: MessageStatus;
  createdAt: number;
  updatedAt: number;
  /** When it left for WhatsApp; null while it is queued. */
  sentAt: number | null;
  /** When a scheduled one is to leave. */
  sendAt: number | null;
  media: Attachment[];
  statusCallback: string | null;
  errorCode: number | null;
  /** The user id that came with a phone: another name of the same sender. */
  externalUserId: string | null;
  messagingServiceSid: string | null;
  /** A template's: it may be sent outside the 24-hour window. */
  contentSid: string | null;
  /** What its reader may tap, of an outbound one. */
  taps?: Taps | null;
  said: Said;
  /** The account emptied its text; the person still has it. */
  redacted: boolean;
  /** The account deleted it; the person still has it. */
  deleted: boolean;
  /** How often its sender saw "typing…"; this process's count, which the ledger doesn't keep. */
  typing?: number;
}

/** What is the same of all messages that people write. */
export const INBOUND = {
  direction: 'inbound',
  status: 'received',
  statusCallback: null,
  errorCode: null,
  messagingServiceSid: null,
  contentSid: null,
  sendAt: null,
  redacted: false,
  deleted: false,
} as const;

/** A new identifier as Twilio makes them: the kind's two letters and 32 hexadecimal digits. */
export function newSid(kind: 'SM' | 'MM' | 'ME'): string {
  return kind + randomBytes(16).toString('hex');
}

const FINAL = new Set<MessageStatus>([
  'delivered',
  'undelivered',
  'failed',
  'received',
  'read',
  'canceled',
]);

/** A Messaging Service picks the sender when a message leaves: until then it has none. */
const UNPICKED = new Set<MessageStatus>(['accepted', 'scheduled', 'canceled']);

/** Whether the message's journey has ended. */
export function isFinal(message: Message): boolean {
  return FINAL.has(message.status);
}

/** Who sent it, as the account sees it: null while no sender is picked. */
export function senderOf({ status, from }: Message): string | null {
  return UNPICKED.has(status) ? null : from;
}

/** The names of the person on the other side, without `whatsapp:`. */
export function parties(message: Message): string[] {
  const address = message.direction === 'inbound' ? message.from : message.to;
  return [address, message.externalUserId].filter((name) => name !== null).map(bare);
}

/** `whatsapp:+15005550006` → `+15005550006`. */
export function bare(address: string): string {
  return address.replace(/^whatsapp:/, '');
}

/** A message as the control API lists it. */
export function listed(message: Message) {
  return {
    sid: message.sid,
    direction: message.direction,
    from: message.from,
    to: message.to,
    body: message.body,
    status: message.status,
    created_at: iso(message.createdAt),
    media: message.media.map(({ sid, contentType, url }) => ({
      sid,
      content_type: contentType,
      url,
    })),
    error_code: message.errorCode,
    ...message.said,
    ...(message.taps && { taps: message.taps }),
    ...(message.typing && { typing: message.typing }),
  };
}
