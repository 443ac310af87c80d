import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const FORMAT = 'v1';
const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed value can't be opened: the key or the field is another one, or it was changed. */
export class SecretError extends Error {
  override name = 'SecretError';
}

/** The names of keys: hashes of them. */
export interface KeyNames {
  key: string;
  next: string | null;
  older: string[];
}

/** An opened secret. */
export interface Opened {
  text: string;
  /** Whether an older key opened it, so that it should be sealed again. */
  previous: boolean;
}

/**
 * Seals secrets for the store by AES-256-GCM (NIST SP 800-38D) with a random IV. The place
 * (`record/field`) is associated data, so that a value that was moved to another field doesn't open.
 * A sealed value is `v1.` and the base64url of IV, tag and ciphertext.
 */
export class Secrets {
  // Private by `#`, unlike elsewhere: a logged or serialized `Secrets` must not show its keys.
  readonly #key: Buffer;
  readonly #older: Buffer[];
  readonly #next?: Buffer;

  /**
   * All keys have 32 bytes. The older ones open what was sealed before a change of keys, the next one
   * what another node seals that is ahead of this one.
   */
  constructor(key: Buffer, older: Buffer[] = [], next?: Buffer) {
    this.#key = key;
    this.#older = older;
    this.#next = next;
  }

  /** What tells the keys apart, and tells nothing of them. */
  get names(): KeyNames {
    const next = this.#next ? nameOf(this.#next) : null;
    return { key: nameOf(this.#key), next, older: this.#older.map(nameOf) };
  }

  /** Seals a text with the current key, for one place. */
  seal(text: string, place: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${FORMAT}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** Opens a sealed text. Throws a `SecretError` when no key opens it for this place. */
  open(sealed: string, place: string): Opened {
    const [format, data] = sealed.split('.');
    if (format !== FORMAT) throw new SecretError(`${place} has a format that is not known here`);
    const bytes = Buffer.from(data ?? '', 'base64url');
    const text = unseal(bytes, place, this.#key);
    if (text !== undefined) return { text, previous: false };
    const ahead = this.#next && unseal(bytes, place, this.#next);
    if (ahead !== undefined) return { text: ahead, previous: false };
    for (const key of this.#older) {
      const older = unseal(bytes, place, key);
      if (older !== undefined) return { text: older, previous: true };
    }
    throw new SecretError(`${place} cannot be opened with this SECRET_KEY`);
  }
}

function unseal(bytes: Buffer, place: string, key: Buffer): string | undefined {
  const tagEnd = IV_BYTES + TAG_BYTES;
  if (bytes.length < tagEnd) return undefined;
  const iv = bytes.subarray(0, IV_BYTES);
  const cipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(IV_BYTES, tagEnd));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(tagEnd)), cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function nameOf(key: Buffer): string {
  return createHmac('sha256', key).update('the name of a key').digest('base64url').slice(0, 12);
}
