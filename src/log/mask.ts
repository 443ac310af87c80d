const DOT = '•';
/** In characters: what a mask shows of a secret, dots included. */
const WIDTH = 10;
/** As many dots as any mask of a secret begins with. */
const LEAST_DOTS = 6;

/**
 * A secret as an answer may show it: dots and its last characters (the configuration shows four,
 * `diag` two), and none of a secret that isn't longer than four times as many.
 */
export function maskSecret(secret: string, shown: 2 | 4 = 4): string {
  const dots = DOT.repeat(WIDTH - shown);
  return secret.length > 4 * shown ? dots + secret.slice(-shown) : dots;
}

/** In place of a secret inside a text. */
export const HIDDEN = DOT.repeat(LEAST_DOTS);

/** A mask that `maskSecret` made; more dots than those, or more behind them, is none of ours. */
export const MASK = new RegExp(`^${HIDDEN}(\\S{2}|\\S{4})?$`);

export function isMasked(value: string): boolean {
  return MASK.test(value);
}

/** A SID as a screen may show it: AC12…cdef. */
export function maskSid(sid: string): string {
  return sid.length > 12 ? `${sid.slice(0, 4)}…${sid.slice(-4)}` : '…';
}

/** A phone or a user id as a log may show it: its last two characters. */
export function maskPerson(name: string): string {
  return `…${name.slice(-2)}`;
}

/** The same of an address: `whatsapp:…06`. */
export function maskAddress(address: string): string {
  return `whatsapp:${maskPerson(address)}`;
}
