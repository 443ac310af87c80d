import { HIDDEN, maskAddress, maskPerson } from './mask.js';

/** Phones and user ids in the messages of drivers and servers, which quote what they were sent. */
const ADDRESSES =
  /whatsapp:(?:\+|%2B)?[\w.@-]+|(?<![\w+])\+[1-9]\d{6,14}(?!\d)|\b[A-Z]{2}\.(?:[A-Z]{2,8}\.)?[A-Za-z0-9]{10,}\b/g;

const CREDENTIALS = /\b(Basic|Bearer) [\w+/=.~-]{8,}/g;

/** MongoDB's error for a duplicate key quotes the value, up to the end of the JSON string. */
const DUPLICATES = /\bdup key: (?:[^"\\]|\\.)*/g;

/**
 * Masks phones, user ids and credentials in a whole log line. Callers should mask what they log; this
 * catches what they missed.
 */
export function maskLine(line: string): string {
  return line
    .replace(DUPLICATES, 'dup key: …')
    .replace(ADDRESSES, maskPerson)
    .replace(CREDENTIALS, '$1 …');
}

/**
 * Masks the addresses in a text from another system that is stored or shown, such as Twilio's error
 * messages. Numbers of 7 to 15 digits without a plus are taken for phones, too.
 */
export function maskAddressesIn(text: string): string {
  return text
    .replace(/whatsapp:[^\s'",;)]+/g, maskAddress)
    .replace(/(?<![\w+])\+?\d{7,15}(?!\w)/g, maskPerson);
}

/** Secrets shorter than this are not hidden: they would also be found inside ordinary words. */
const SHORTEST = 6;

/** Hides known secrets in any text that is shown. */
export class KnownSecrets {
  private readonly secrets = new Set<string>();

  /** Adds secrets to hide; undefined and short ones are skipped. */
  add(...secrets: (string | undefined)[]): void {
    for (const secret of secrets) if (secret && secret.length >= SHORTEST) this.secrets.add(secret);
  }

  /** The text with its known secrets replaced by dots. */
  hide(text: string): string {
    let hidden = text;
    for (const secret of this.secrets) hidden = hidden.replaceAll(secret, HIDDEN);
    return hidden;
  }
}

interface Thrown {
  name?: string;
  code?: unknown;
  message?: string;
  stack?: string;
  /** The original error, if pino's serializer has wrapped it. */
  raw?: Thrown;
}

/**
 * An error as the log shows it: type, code, message and stack only. Other properties and causes may
 * hold secrets: drivers attach documents, and clients attach their requests and keys.
 */
export function plainError(error: Thrown): object {
  const { name, code, message, stack } = error.raw ?? error;
  const known = typeof code === 'string' || typeof code === 'number' ? { code } : {};
  return { type: name, ...known, message, stack };
}
