import type { LineId } from '../config/lines/line.js';
import { type LineAddress, onLine } from '../config/lines/line-address.js';
import { formsOf } from './phones/forms.js';

/** The sender of a message, who has a phone, a WhatsApp user id, or both. */
export interface Sender {
  /** The line that was written to; undefined for the default one. */
  line?: LineId;
  /** In E.164, with the plus. */
  phone?: string;
  /** A WhatsApp user id such as US.13491208655302741918. */
  userId?: string;
  /** More user ids of the same person: a group of companies' id, or a former one. */
  otherIds?: string[];
  profileName?: string;
}

/** One address of a sender (`wa_id`), and the conversation that it belongs to. */
export interface Session {
  waId: string;
  conversationId: string;
  profileName?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

/** The conversation that a sender's message belongs to. */
export interface Resolved {
  conversationId: string;
  /** Conversations that have just been merged into it. A worker moves their contents. */
  merged?: string[];
}

/** Returns the sender's addresses on their line as they came, the phone first, each once. */
export function addressesOf({ line, phone, userId, otherIds = [] }: Sender): LineAddress[] {
  const all = [phone, userId, ...otherIds].filter((address) => address !== undefined);
  return [...new Set(all)].map((address) => onLine(address, line));
}

/** Returns all addresses under which the sender may be known: each form of the phone, too. */
export function knownAs(sender: Sender): LineAddress[] {
  return addressesOf(sender).flatMap(formsOf);
}
