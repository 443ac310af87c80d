/**
 * The payload of a button as words, where no label came with it: `OPENING_HOURS` is "opening hours",
 * `showMenu` is "show menu". Undefined for an identifier that has no words.
 */
export function payloadWords(payload: string): string | undefined {
  const words = payload
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[^\p{L}\p{N}?¿!¡']+/gu, ' ')
    .trim()
    .split(' ');
  const spoken = words.filter((word) => !isCode(word));
  if (!spoken.some((word) => /\p{L}{2}/u.test(word))) return undefined;
  return (/\s/.test(payload) ? payload.trim() : spoken.join(' ').toLowerCase()) || undefined;
}

/** A part of an identifier: digits and letters mixed, or many digits. */
function isCode(word: string): boolean {
  return /\p{N}{4,}/u.test(word) || (/\p{N}/u.test(word) && /\p{L}/u.test(word));
}
