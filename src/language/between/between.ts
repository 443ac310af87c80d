import { fold, type Language } from '../language.js';
import { type AskedWord, askedWords } from '../question.js';
import { remembered } from '../remembered.js';
import { isEveryday, tellingOf } from '../search/everyday.js';
import { isSpoken, type SearchLanguage } from '../search/search-languages.js';
import { term } from '../terms.js';
import { words } from '../tokens.js';
import { allPairs } from './pairs.js';

/** For the words and phrases of one language, by their keys, those of another one. */
interface Dictionary {
  meanings: Map<string, string[]>;
  /** The most words that one of its phrases has. */
  longest: number;
}

const dictionaries = new Map<string, Dictionary | undefined>();

/** Whether questions in one language are read for documents in another one. */
export function isBetween(from: SearchLanguage, to: SearchLanguage): boolean {
  return dictionaryOf(from, to) !== undefined;
}

/**
 * What a question asks for, in the terms of another language than its own: who asks in English is
 * answered by documents that stand in Spanish. A word that has no translation is looked for as it is, as
 * names are, but not if it is a common one: "come" isn't what somebody eats.
 */
export const askedBetween = remembered(
  (question: string, from: SearchLanguage, to: SearchLanguage): AskedWord[] => {
    const dictionary = dictionaryOf(from, to);
    if (!dictionary) return [];
    const phrases = phrasesIn(words(question), from, dictionary);
    const inPhrases = new Set(phrases.flatMap((phrase) => phrase.split(' ')));
    const others = askedWords(question, from).filter(
      ({ written }) => !written.split(' ').every((word) => inPhrases.has(word)),
    );
    return [
      ...phrases.map((phrase) => inOther(askedAs(phrase), dictionary, from, to)),
      ...others.map((of) => inOther(of, dictionary, from, to)),
    ];
  },
);

function askedAs(phrase: string): AskedWord {
  return { written: phrase, own: [], synonyms: [], thing: true, asking: false, doubtful: false };
}

/** The phrases of a question that have a translation as a whole, longest first, without accents. */
function phrasesIn(written: string[], from: SearchLanguage, dictionary: Dictionary): string[] {
  const found: string[] = [];
  for (let at = 0; at < written.length; at++)
    for (let length = dictionary.longest; length > 1; length--) {
      const phrase = written.slice(at, at + length);
      if (phrase.length < length || !dictionary.meanings.has(keyOf(phrase, from))) continue;
      found.push(phrase.map(fold).join(' '));
      at += length - 1;
      break;
    }
  return found;
}

function inOther(
  of: AskedWord,
  { meanings }: Dictionary,
  from: SearchLanguage,
  to: SearchLanguage,
): AskedWord {
  const named = [of.own.join(' '), keyOf(words(of.written), from)];
  const meant = named.map((key) => meanings.get(key)).find(Boolean) ?? bySynonyms(of, meanings);
  const read = meant.flatMap((member) => readAs(member, to));
  const name = words(of.written).map((word) => term(word, to));
  const isName = !meant.length && !isEveryday(of.written, from as Language);
  return {
    ...of,
    own: isName ? name.filter((word) => word !== undefined) : [],
    translations: read.map(({ terms }) => terms),
    synonyms: read.flatMap(({ synonyms }) => synonyms),
    asking: of.asking || (read.length > 0 && read.every(({ asking }) => asking)),
    telling: of.own.length === 1 ? tellingOf(of.own[0], from) : 1,
  };
}

function bySynonyms({ synonyms }: AskedWord, meanings: Map<string, string[]>): string[] {
  return [...new Set(synonyms.flatMap((terms) => meanings.get(terms.join(' ')) ?? []))];
}

/** A translation as the language's own questions have it, with what means the same there. */
function readAs(member: string, to: SearchLanguage) {
  const asked = askedWords(member, to);
  const terms = asked.flatMap(({ own }) => own);
  if (!terms.length && asked.length !== 1) return [];
  const isOne = asked.length === 1;
  return [
    {
      terms: terms.length ? terms : asked[0].synonyms[0],
      synonyms: isOne ? asked[0].synonyms : [],
      asking: asked.every(({ asking }) => asking),
    },
  ].filter(({ terms }) => terms?.length);
}

function dictionaryOf(from: SearchLanguage, to: SearchLanguage): Dictionary | undefined {
  if (from === to || !isSpoken(from) || !isSpoken(to)) return undefined;
  const key = `${from}-${to}`;
  if (!dictionaries.has(key)) dictionaries.set(key, makeDictionary(from, to));
  return dictionaries.get(key);
}

function makeDictionary(from: Language, to: Language): Dictionary | undefined {
  const known = allPairs.find(({ between }) => between.includes(from) && between.includes(to));
  if (!known) return undefined;
  const meanings = new Map<string, string[]>();
  let longest = 1;
  for (const pair of known.pairs.split(/[;\n]/).filter((of) => of.includes('='))) {
    const sides = pair.split('=').map((side) => side.split(',').map((member) => member.trim()));
    const [mine, theirs] = known.between[0] === from ? sides : sides.toReversed();
    for (const member of mine) {
      const said = words(member);
      longest = Math.max(longest, said.length);
      const key = keyOf(said, from);
      meanings.set(key, [...new Set([...(meanings.get(key) ?? []), ...theirs])]);
    }
  }
  return { meanings, longest };
}

/** All forms of a word or phrase have one key. */
function keyOf(said: string[], language: SearchLanguage): string {
  return said.map((word) => term(word, language) ?? fold(word)).join(' ');
}
