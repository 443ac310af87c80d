import { fold, type Language, languages, wordList, wordsOf } from './language.js';
import { remembered } from './remembered.js';
import { isEveryday } from './search/everyday.js';
import { type SearchLanguage, searchWordsOf } from './search/search-languages.js';
import { Synonyms } from './synonyms.js';
import { slips } from './spelling/slips.js';
import { term, terms } from './terms.js';
import { words } from './tokens.js';

/** Something that a question asks for: a word, or a phrase such as "how much". */
export interface AskedWord {
  /** As it was written, but for case and accents. */
  written: string;
  /** Its own terms in the index; none for a phrase of words that say nothing by themselves. */
  own: string[];
  /** What means the same: each is one or more terms that belong together. */
  synonyms: string[][];
  /** Of a question in another language: what it is in this one. */
  translations?: string[][];
  /** Of a question in another language: see `tellingOf`. */
  telling?: number;
  /** Whether it is known to name something that businesses have or do. */
  thing: boolean;
  /** Whether it says which kind of fact is wanted, such as a price, not about what. */
  asking: boolean;
  /** Whether it is probably a slip or an abbreviation of such a word, where no document knows it. */
  doubtful: boolean;
}

interface Reading {
  spellings: Map<string, string>;
  synonyms: Synonyms;
  /** Of the language, and of those in which people mix their questions. */
  asking: Set<string>;
  /** Those and the stop words, as a list. */
  light: string[];
  askingTerms: Set<string>;
  questionWords: Map<string, string>;
}

/** A word of fewer letters is the name of hardly anything. */
const SHORT = 3;

/** "€40", "300 pesos". */
const MONEY =
  /[€$£]\s?\d[\d.,]{0,9}|(?<![\p{L}\d.,])\d[\d.,]{0,9}\s?(?:[€$£]|(?:euro|peso|d[oó]lar|dollar|pound|buck)(?:e?s)?(?!\p{L}))/giu;

const spokenAsking = new Set(
  languages.flatMap((language) => wordList(wordsOf(language).search.askingWords ?? '').map(fold)),
);

const readings = new Map<SearchLanguage, Reading>();

function readingOf(language: SearchLanguage): Reading {
  const known = readings.get(language);
  if (known) return known;
  const { stopWords, spellings, synonyms, askingWords, questionWords } = searchWordsOf(language);
  const pairs = wordList(spellings ?? '').map((pair) => pair.split('=') as [string, string]);
  const made = {
    spellings: new Map(pairs),
    synonyms: new Synonyms(synonyms ?? '', language),
    asking: spokenAsking,
    light: wordList(`${stopWords} ${askingWords ?? ''}`).map(fold),
    askingTerms: new Set(terms(askingWords ?? '', language)),
    questionWords: new Map(Object.entries(questionWords ?? {})),
  };
  readings.set(language, made);
  return made;
}

/**
 * What a question asks for, in the terms of a language: its words and phrases with their synonyms. If
 * it says nothing else, what its question word stands for ("¿Dónde?": "dirección").
 */
export const askedWords = remembered((question: string, language: SearchLanguage): AskedWord[] => {
  const reading = readingOf(language);
  const written = words(question).map((word) => reading.spellings.get(word) ?? word);
  const asked = withoutMoney(question, withPhrases(written, reading, language));
  if (asked.length) return once(asked);
  const meant = written.map((word) => reading.questionWords.get(word) ?? '');
  return once(withPhrases(words(meant.join(' ')), reading, language));
});

function withPhrases(written: string[], reading: Reading, language: SearchLanguage): AskedWord[] {
  const asked: AskedWord[] = [];
  const folded = written.map(fold);
  for (let at = 0; at < written.length;) {
    const phrase = reading.synonyms.phraseAt(folded, at);
    const part = phrase ?? [written[at]];
    const its = part.map((word) => term(word, language)).filter((t) => t !== undefined);
    const meant = phrase?.join(' ') ?? its[0] ?? folded[at];
    const synonyms = reading.synonyms.of(meant);
    const thing = reading.synonyms.looksFor(meant);
    // A phrase's "far" or "how" needn't stand in a document for "deliver" to be found there.
    const telling = part.filter((word) => !isAsking(word, reading, language));
    const said = telling.map((word) => term(word, language)).filter((t) => t !== undefined);
    const own = phrase && !thing ? [] : phrase && said.length ? said : its;
    const saysWhat = phrase && its.length > 1 && !reading.askingTerms.has(synonyms[0]?.[0]);
    const asking = !saysWhat && part.every((word) => isAsking(word, reading, language));
    const name = part.map(fold).join(' ');
    const doubtful = !phrase && !synonyms.length && isDoubtful(name, reading, language);
    if (own.length || (phrase && synonyms.length))
      asked.push({ written: name, own, synonyms, thing, asking, doubtful });
    at += part.length;
  }
  return asked;
}

/** "If I spend 40 euros on bread": of what says more, no passage needs to have just that amount. */
function withoutMoney(question: string, asked: AskedWord[]): AskedWord[] {
  const money = new Set(words((question.match(MONEY) ?? []).join(' ')).map(fold));
  const isMoney = ({ written }: AskedWord) => money.has(written);
  if (!asked.some((of) => !of.asking && !isMoney(of))) return asked;
  return asked.map((of) => (isMoney(of) ? { ...of, asking: true, doubtful: true } : of));
}

function isAsking(
  word: string,
  { asking, askingTerms }: Reading,
  language: SearchLanguage,
): boolean {
  const own = term(word, language);
  return own === undefined || askingTerms.has(own) || asking.has(fold(word));
}

function isDoubtful(word: string, { light }: Reading, language: SearchLanguage): boolean {
  if (word.length < SHORT && !/\d/.test(word)) return true;
  if (isEveryday(word, language)) return false;
  return light.some((of) =>
    of.length > SHORT ? slips(word, of, 1) !== undefined : isSwapped(word, of),
  );
}

/** "Yuo": in so short a word any other slip may make another word. */
function isSwapped(word: string, of: string): boolean {
  return word.length === SHORT && of === word[0] + word[2] + word[1];
}

function once(asked: AskedWord[]): AskedWord[] {
  const key = ({ own, written }: AskedWord) => own.join(' ') || written;
  return [...new Map(asked.map((of) => [key(of), of])).values()];
}

/** Whether a word or phrase asks for an amount of money: "price", or what means the same. */
export function asksPrice({ own, synonyms, asking }: AskedWord, language: Language): boolean {
  const price = term(wordsOf(language).asking.price, language)!;
  const means = (words: string[]) => words.length === 1 && words[0] === price;
  return asking && (means(own) || synonyms.some(means));
}

/** A heading with the words that its phrases stand for: see `Synonyms.spelledOut`. */
export function spelledOut(heading: string, language: SearchLanguage): string {
  return readingOf(language).synonyms.spelledOut(heading);
}
