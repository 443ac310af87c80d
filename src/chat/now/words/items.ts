import type { Language } from '../../../language/language.js';
import { type Lexicon, lexiconOf, type Meaning } from './lexicon.js';
import { respelt } from './spelling.js';
import { type Token, tokensOf } from './tokens.js';

/** A phrase of the language, a figure, a sign, or a word about something else. */
export interface Item {
  text: string;
  meanings: Meaning[];
  token?: Token;
  /** A word that the language's time words don't have, nor its stop words. */
  other?: true;
  sign?: true;
}

/** The items of a text: at each place the longest phrase. With `forgiving`, misspelt words as well. */
export function itemsOf(text: string, language: Language, forgiving = false): Item[] {
  const lexicon = lexiconOf(language);
  const tokens = tokensOf(text).map((token) => corrected(token, lexicon, forgiving));
  const items: Item[] = [];
  for (let at = 0; at < tokens.length;) {
    const phrase = lexicon.phrases
      .get(tokens[at].text)
      ?.find(({ tokens: words }) => words.every((word, i) => tokens[at + i]?.text === word));
    if (phrase) {
      items.push({ text: phrase.tokens.join(' '), meanings: phrase.meanings });
      at += phrase.tokens.length;
    } else items.push(figureOrWord(tokens[at++]));
  }
  return withoutLoneLetters(items);
}

function corrected(token: Token, lexicon: Lexicon, forgiving: boolean): Token {
  if (!/^[\p{L}']+$/u.test(token.text) || isKnown(token.text, lexicon)) return token;
  // "What's", "we're": the word before the apostrophe says what it is.
  const [bare] = token.text.split("'");
  if (isKnown(bare, lexicon)) return { text: bare };
  const right = forgiving ? respelt(token.text, lexicon) : undefined;
  return right ? { text: right } : token;
}

function isKnown(word: string, { phrases, spelt }: Lexicon): boolean {
  return phrases.has(word) || spelt.includes(word);
}

function figureOrWord(token: Token): Item {
  const item = { text: token.text, meanings: [], token };
  if (token.number !== undefined || token.time || token.date) return item;
  return /[\p{L}\p{N}]/u.test(token.text) ? { ...item, other: true } : { ...item, sign: true };
}

export function means<K extends Meaning['kind']>(
  item: Item | undefined,
  kind: K,
): Extract<Meaning, { kind: K }> | undefined {
  return item?.meanings.find((meaning) => meaning.kind === kind) as
    Extract<Meaning, { kind: K }> | undefined;
}

/**
 * "L-V" and "M, X" are days; a letter or two alone may be any word ("do", "we", "mi"), so it is a
 * day only beside another such or where it labels what follows.
 */
function withoutLoneLetters(items: Item[]): Item[] {
  const isBrief = (item?: Item) => means(item, 'weekdays')?.short && item!.text.length <= 2;
  return items.map((item, at) => {
    if (!isBrief(item)) return item;
    const joined = (side: 1 | -1) => {
      const [next, other] = [items[at + side], items[at + 2 * side]];
      return !!(joins(next) && means(other, 'weekdays'));
    };
    const labels = (!items[at - 1] || items[at - 1].sign) && isLabelled(items[at + 1]);
    if (joined(1) || joined(-1) || labels) return item;
    const meanings = item.meanings.filter((meaning) => !('short' in meaning));
    return meanings.length ? { ...item, meanings } : { text: item.text, meanings, other: true };
  });
}

function isLabelled(next: Item | undefined): boolean {
  return !next || /^[:.|-]$/.test(next.text) || !!next.token?.time || !!means(next, 'closed');
}

/** Whether it stands between two days or times that belong together. */
export function joins(item: Item | undefined): boolean {
  return isTo(item) || isAnd(item);
}

export function isTo(item: Item | undefined): boolean {
  return !!means(item, 'to') || item?.text === '-';
}

export function isAnd(item: Item | undefined): boolean {
  return !!means(item, 'and') || /^[,&/+]$/.test(item?.text ?? '');
}
