/** Scripts that put no space between words: a mark inside them stands at no word's edge. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;

/** A letter, digit or accent. */
export function isWord(character: string): boolean {
  return WORD.test(character);
}

/** A letter of a script that is written without spaces. */
export function isUnspaced(character: string): boolean {
  return UNSPACED.test(character);
}

/** White space, or the end of the text. */
export function isSpace(character: string): boolean {
  return !character || /\s/u.test(character);
}

/** The first code point, or nothing. */
export function firstCharacter(text = ''): string {
  return text ? String.fromCodePoint(text.codePointAt(0)!) : '';
}

/** The last code point, or nothing. */
export function lastCharacter(text = ''): string {
  return /[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(-2)) ? text.slice(-2) : text.slice(-1);
}
