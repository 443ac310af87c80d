const DOT = '•';
/** Characters of a mask, dots included. */
const WIDTH = 10;
/** Every mask of a secret begins with at least this many dots. */
const LEAST_DOTS = 6;

/**
 * Masks a secret for an answer: dots and its last `shown` characters (four in the configuration, two
 * in `diag`). A secret of at most four times as many characters becomes dots only.
 */
export function maskSecret(secret: string, shown: 2 | 4 = 4): string {
  const dots = DOT.repeat(WIDTH - shown);
  return secret.length > 4 * shown ? dots + secret.slice(-shown) : dots;
}

/** Replaces a secret inside a text. */
export const HIDDEN = DOT.repeat(LEAST_DOTS);

/** Matches exactly the masks that `maskSecret` makes. */
export const MASK = new RegExp(`^${HIDDEN}(\\S{2}|\\S{4})?$`);

/** Whether a value is a mask instead of a secret. */
export function isMasked(value: string): boolean {
  return MASK.test(value);
}

/** Masks a SID: AC12…cdef. */
export function maskSid(sid: string): string {
  return sid.length > 12 ? `${sid.slice(0, 4)}…${sid.slice(-4)}` : '…';
}

/** Masks a phone or a user id: only its last two characters remain. */
export function maskPerson(name: string): string {
  return `…${name.slice(-2)}`;
}

/** Masks an address: `whatsapp:…06`. */
export function maskAddress(address: string): string {
  return `whatsapp:${maskPerson(address)}`;
}
