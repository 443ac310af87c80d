import { HIDDEN, maskAddress, maskPerson } from './mask.js';

/** Addresses of people in text from elsewhere: drivers' and servers' messages quote what they got. */
const ADDRESSES =
  /whatsapp:(?:\+|%2B)?[\w.]+|(?<![\w+])\+[1-9]\d{6,14}(?!\d)|\b[A-Z]{2}\.[A-Za-z0-9]{10,}\b/g;

const CREDENTIALS = /\b(Basic|Bearer) [\w+/=.~-]{8,}/g;

/** MongoDB quotes the value that is there already, to the end of the JSON string. */
const DUPLICATES = /\bdup key: (?:[^"\\]|\\.)*/g;

/** A line of the log without phones, user ids and credentials: the last net, below all that is careful itself. */
export function discreet(line: string): string {
  return line
    .replace(DUPLICATES, 'dup key: …')
    .replace(ADDRESSES, maskPerson)
    .replace(CREDENTIALS, '$1 …');
}

/**
 * Text from elsewhere that is kept and shown, such as Twilio's error messages, without the
 * addresses in it. Numbers without a plus are taken for phones, too.
 */
export function maskAddressesIn(text: string): string {
  return text
    .replace(/whatsapp:[^\s'",;)]+/g, maskAddress)
    .replace(/(?<![\w+])\+?\d{7,15}(?!\w)/g, maskPerson);
}

/** A shorter secret is found in ordinary words, too. */
const SHORTEST = 6;

/** Takes the secrets that it was told out of what is shown, whoever's words they are in. */
export class KnownSecrets {
  private readonly secrets = new Set<string>();

  add(...secrets: (string | undefined)[]): void {
    for (const secret of secrets) if (secret && secret.length >= SHORTEST) this.secrets.add(secret);
  }

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
  /** What was thrown, where a wrapper has made something else of it. */
  raw?: Thrown;
}

/**
 * An error as the log shows it. Nothing else that hangs on it: drivers attach the documents that
 * they could not write, clients the requests and keys that they sent, and causes the same.
 */
export function plainError(error: Thrown): object {
  const { name, code, message, stack } = error.raw ?? error;
  const known = typeof code === 'string' || typeof code === 'number' ? { code } : {};
  return { type: name, ...known, message, stack };
}
