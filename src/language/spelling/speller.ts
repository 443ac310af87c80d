import { fold, type Language, languages, wordList, wordsOf } from '../language.js';
import type { TimeWords } from '../time/words.js';
import { words } from '../tokens.js';
import type { Misspelling } from './misspelling.js';
import { skeleton, soundsOf } from './sounds.js';

/** From this length on, a word may be meant in another number than the language's list has it. */
const LONG = 5;
/** "Dont", "whats": the words that are written without their apostrophe. */
const APOSTROPHE = /n't$|^(?:what|where|who|how|when|that)'s$/;

/** The words of a language that a misspelt one may stand for. */
export interface Speller {
  language: Language;
  misspelling: Misspelling;
  spellings: Map<string, string>;
  /** All words that are right as they are. */
  known: Set<string>;
  ownWords: Set<string>;
  /** Words that are right as nouns only. */
  ownNouns: Set<string>;
  nounMarks: Set<string>;
  figures: Map<string, string>;
  beforeFigures: Set<string>;
  behindFigures: Set<string>;
  /** By each sound, those that say nothing by themselves first. */
  bySound: Map<string, Meant[]>;
  /** By the first letter and the last. */
  byEnds: Map<string, Meant[]>;
}

export interface Meant {
  word: string;
  plain: string;
  light: boolean;
}

const spellers = new Map<Language, Speller | undefined>();

/** How misspelt words of a language are mended; undefined where nothing says so. */
export function spellerOf(language: Language): Speller | undefined {
  if (!spellers.has(language)) spellers.set(language, makeSpeller(language));
  return spellers.get(language);
}

function makeSpeller(language: Language): Speller | undefined {
  const { search, asking, phrases, time, numerals } = wordsOf(language);
  const { misspelling, stopWords, askingWords = '', spellings = '', synonyms = '' } = search;
  if (!misspelling) return undefined;
  const light = wordsIn(`${stopWords} ${askingWords} ${asking.interrogatives} ${numerals}`);
  const { greeting, thanks, goodbye, assent, help } = phrases;
  const telling = [greeting, thanks, goodbye, assent, help, asking.free, timeWords(time)].join(' ');
  const own = wordList(misspelling.ownWords).map(fold);
  const meant = [
    ...[...light].map((word) => ({ word, plain: fold(word), light: true })),
    ...[...wordsIn(`${telling} ${synonyms}`)]
      .filter((word) => !light.has(word))
      .map((word) => ({ word, plain: fold(word), light: false })),
  ].filter(({ word }) => /^[\p{L}']{2,}$/u.test(word));
  const pairs = (list: string) =>
    new Map(wordList(list).map((of) => [fold(of.split('=')[0]), of.split('=')[1]] as const));
  const bySound = grouped(meant, ({ word }) => keysOf(word, misspelling));
  // "Boy" is said for "voy" here, whatever it is in English.
  const isSaid = (word: string) =>
    soundsOf(word, misspelling).some((key) => bySound.get(key)?.some(({ light }) => light));
  const others = otherWords(language).filter((word) => !isSaid(word));
  return {
    language,
    misspelling,
    spellings: pairs(spellings),
    known: new Set([...meant.map(({ plain }) => plain), ...others]),
    ownWords: new Set(own.filter((word) => !word.endsWith('*'))),
    ownNouns: new Set(own.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))),
    nounMarks: new Set(wordList(misspelling.nounMarks).map(fold)),
    figures: pairs(misspelling.figures?.meant ?? ''),
    beforeFigures: new Set(wordList(misspelling.figures?.before ?? '')),
    behindFigures: new Set(wordList(misspelling.figures?.behind ?? '')),
    bySound,
    byEnds: grouped(meant, ({ plain }) => [endsOf(plain)]),
  };
}

function keysOf(word: string, misspelling: Misspelling): string[] {
  if (word.includes("'")) return APOSTROPHE.test(word) ? [word.replace("'", '')] : [];
  const sounds = [...soundsOf(word, misspelling), ...soundsOf(fold(word), misspelling)];
  const loose = sounds.flatMap((sound) => [skeleton(sound, misspelling), singular(sound)]);
  return [...sounds, ...loose.filter((key) => key !== undefined)];
}

/** People mix their languages: what is a word in another one is no misspelling in this. */
function otherWords(language: Language): string[] {
  return languages
    .filter((other) => other !== language)
    .flatMap((other) => {
      const { stopWords, askingWords, synonyms } = wordsOf(other).search;
      return [...wordsIn(`${stopWords} ${askingWords ?? ''} ${synonyms ?? ''}`)].map(fold);
    });
}

function timeWords(time: TimeWords): string {
  const { days, groups, parts, says: _, confused: __, ...lists } = time;
  const all = [days, groups, parts, lists].flatMap((of) => Object.values(of));
  return all.filter((of) => typeof of === 'string').join(' ');
}

function wordsIn(list: string): Set<string> {
  return new Set(words(list));
}

function grouped(all: Meant[], keys: (of: Meant) => string[]): Map<string, Meant[]> {
  const groups = new Map<string, Meant[]>();
  for (const of of all)
    for (const key of new Set(keys(of))) {
      const group = groups.get(key);
      if (group) group.push(of);
      else groups.set(key, [of]);
    }
  return groups;
}

/** Its first letter and its last: these are hardly ever slips. */
export function endsOf(word: string): string {
  return word[0] + word.at(-1);
}

/** A key that a word's singular and plural share; undefined for a short word. */
export function singular(sound: string): string | undefined {
  return sound.length < LONG ? undefined : `-${sound.replace(/e?s$/, '')}`;
}
