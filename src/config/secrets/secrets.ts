import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const FORMAT = 'v1';
const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What was sealed with another key, for another field, or was changed since. */
export class SecretError extends Error {
  override name = 'SecretError';
}

export interface Opened {
  text: string;
  /** The previous key opened it: seal it anew. */
  previous: boolean;
}

/**
 * Seals secrets for the store: AES-256-GCM with a random IV, bound to its place (`record/field`)
 * as associated data, so that a value moved to another field doesn't open.
 * Form: `v1.` and the base64url of IV, tag and ciphertext.
 */
export class Secrets {
  readonly #key: Buffer;
  readonly #previous?: Buffer;

  /** Keys of 32 bytes. What `previous` sealed can still be opened. */
  constructor(key: Buffer, previous?: Buffer) {
    this.#key = key;
    this.#previous = previous;
  }

  seal(text: string, place: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${FORMAT}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** Throws a `SecretError` when neither key opens it there. */
  open(sealed: string, place: string): Opened {
    const [format, data] = sealed.split('.');
    if (format !== FORMAT) throw new SecretError(`${place} has a format that is not known here`);
    const bytes = Buffer.from(data ?? '', 'base64url');
    const text = unseal(bytes, place, this.#key);
    if (text !== undefined) return { text, previous: false };
    const older = this.#previous && unseal(bytes, place, this.#previous);
    if (older !== undefined) return { text: older, previous: true };
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
