import { foldInPlace } from '../../language/language.js';

/** What stands before and after the first place that a pattern fits; all of it where it doesn't. */
export function splitOnce(text: string, pattern: RegExp): string[] {
  const found = pattern.exec(foldInPlace(text));
  const rest = found && text.slice(found.index + found[0].length).trim();
  return rest ? [text.slice(0, found.index), rest] : [text];
}

/** Splits by a pattern for text without accents. */
export function split(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let rest = text;
  for (;;) {
    const found = pattern.exec(foldInPlace(rest));
    if (!found) return [...parts, rest].map((part) => part.trim()).filter(Boolean);
    parts.push(rest.slice(0, found.index));
    rest = rest.slice(found.index + found[0].length);
  }
}
