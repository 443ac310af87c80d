import { listOf, sharedKeysIn } from '../../env/shared-keys.js';
import { isMasked, maskSecret } from '../../log/mask.js';

/** A list of `id=secret` pairs with each secret masked: a person must see which keys there are. */
export function maskPairs(list: string): string {
  return listOf(sharedKeysIn(list).map(({ id, secret }) => ({ id, secret: maskSecret(secret) })));
}

/** A list of pairs as a person means it who sent one with some of its secrets masked. */
export interface Unmasked {
  list: string;
  /** Whether a secret was masked. */
  masked: boolean;
  /** The ids that are masked and that nothing is known of. */
  unknown: string[];
}

/**
 * Puts in the place of each masked secret the one that counts now for its id. So a key can be added,
 * or one taken away, by who doesn't know the others' secrets.
 */
export function unmaskPairs(given: string, now = ''): Unmasked {
  const known = new Map(sharedKeysIn(now).map(({ id, secret }) => [id, secret]));
  const keys = sharedKeysIn(given);
  const masked = keys.filter(({ secret }) => isMasked(secret)).map(({ id }) => id);
  const meant = keys.map(({ id, secret }) => {
    return { id, secret: isMasked(secret) ? (known.get(id) ?? '') : secret };
  });
  const unknown = masked.filter((id) => !known.has(id));
  return { list: listOf(meant), masked: masked.length > 0, unknown };
}
