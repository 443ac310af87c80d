import { NUMBER } from '../address.js';

/** What a value must look like, and how that is said after its name. */
export interface Pattern {
  pattern: RegExp;
  message: string;
}

/** One word, such as a model's name. */
export const WORD = /^[^\s\p{Cc}]+$/u;

/** A phone in E.164, as Twilio names senders on WhatsApp. */
export function whatsAppNumber(example: string): Pattern {
  return { pattern: NUMBER, message: `must look like ${example}` };
}

/** Twilio's identifiers: two letters that say of what, and 32 digits. */
export function sid(kind: 'AC' | 'SK' | 'MG'): Pattern {
  const pattern = new RegExp(`^${kind}[0-9a-fA-F]{32}$`);
  return { pattern, message: `must be ${kind} and 32 hexadecimal digits` };
}
