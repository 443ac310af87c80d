import { fold, type Language, languages, wordList, wordsOf } from '../language.js';
import { slips } from '../slips.js';
import { term } from '../terms.js';
import type { TimeWords } from '../time-words.js';
import { words } from '../tokens.js';
import { type Misspelling, skeleton, soundsOf } from './sounds.js';

/** A word of fewer letters is mended only into one that says nothing by itself, of the same sound. */
const SHORT = 4;
/** From this length on, a word may be another number of a word, or have a slip of the thumb. */
const LONG = 6;
/** "Dont", "whats": the words that are written without their apostrophe. */
const APOSTROPHE = /n't$|^(?:what|where|who|how|when|that)'s$/;
const ROMAN = /^[ivxlcdm]+$/;

/** What a message meant to say. */
export interface Mended {
  text: string;
  /** For each word that was mended, how the customer wrote it. */
  replaced: Record<string, string>;
}

/** A part of a mended text as the customer wrote it. */
export function asWritten(part: string, { replaced }: Mended): string {
  return replaceWords(part, (word) => (Object.hasOwn(replaced, word) ? replaced[word] : word));
}

/** The words of a language that a misspelt one may stand for. */
interface Speller {
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
  /** By each sound, those that say nothing by themselves first. */
  bySound: Map<string, Meant[]>;
  /** By the first letter and the last. */
  byEnds: Map<string, Meant[]>;
}

interface Meant {
  word: string;
  plain: string;
  light: boolean;
}

const spellers = new Map<Language, Speller | undefined>();

/**
 * A text with its misspelt words as they were meant: the fixed spellings of the language's chats, and
 * unknown words that sound as one of the language's own words. Those are the words that say nothing by
 * themselves, that ask, and that name a trade's things. A word that `isKnown`, such as one of the
 * documents, stays, and so do names and whatever has a digit.
 */
export function mended(
  text: string,
  language: Language,
  isKnown: (word: string) => boolean = () => false,
): Mended {
  const speller = spellerOf(language);
  const replaced: Record<string, string> = {};
  if (!speller) return { text, replaced };
  const mendedText = replaceWords(text.normalize('NFC'), (word, before, after) => {
    const meant = meantBy({ word, before, after }, speller, isKnown);
    if (meant === undefined || meant === word) return word;
    const cased = isCapital(word) ? capital(meant) : meant;
    replaced[cased] = word;
    return cased;
  });
  return { text: mendedText, replaced };
}

interface Place {
  word: string;
  /** The words on both sides, in lower case without accents; empty where a sentence begins or ends. */
  before: string;
  after: string;
}

const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;

function replaceWords(
  text: string,
  change: (word: string, before: string, after: string) => string,
): string {
  const found = [...text.matchAll(RUN)];
  const ends = found.map(({ index, 0: word }) => index + word.length);
  const beside = (from: number, to: number) => /^[\s,]*$/.test(text.slice(from, to));
  let made = '';
  let done = 0;
  for (const [at, { index, 0: word }] of found.entries()) {
    const before = at && beside(ends[at - 1], index) ? plainOf(found[at - 1][0]) : '';
    const next = found[at + 1];
    const after = next && beside(ends[at], next.index) ? plainOf(next[0]) : '';
    made +=
      text.slice(done, index) +
      (isApart(text, index, ends[at]) ? change(word, before, after) : word);
    done = ends[at];
  }
  return made + text.slice(done);
}

/** Whether it is a word by itself, no part of an address, a file's name or a code. */
function isApart(text: string, from: number, to: number): boolean {
  return !/[@/\\_.#-]$/.test(text.slice(0, from)) && !/^(?:[@/\\_#-]|\.\S)/.test(text.slice(to));
}

function meantBy(
  { word, before, after }: Place,
  speller: Speller,
  isKnown: (word: string) => boolean,
): string | undefined {
  const { language } = speller;
  const plain = plainOf(word);
  const figure = speller.figures.get(plain);
  if (figure)
    return before && !/\d/.test(before) && speller.beforeFigures.has(after) ? figure : word;
  if (isName(word, before) || /\d/.test(before + after)) return undefined;
  if (speller.spellings.has(plain)) return speller.spellings.get(plain);
  if (!/^\p{L}{2,}$/u.test(plain) || ROMAN.test(plain) || speller.known.has(plain))
    return undefined;
  if (speller.ownWords.has(plain) || isKnown(plain)) return undefined;
  if (speller.ownNouns.has(plain) && (!before || speller.nounMarks.has(before))) return undefined;
  const meant = (soundingAs(plain, speller) ?? slippedFrom(plain, speller))?.word;
  // Another form of a word is found as it is.
  const own = term(word.toLowerCase(), language);
  return meant !== undefined && term(meant, language) === own ? undefined : meant;
}

/** In the middle of a sentence a capital letter begins a name. */
function isName(word: string, before: string): boolean {
  return !!before && isCapital(word) && (word.length === 1 || word !== word.toUpperCase());
}

function soundingAs(plain: string, { misspelling, bySound }: Speller): Meant | undefined {
  const alike = (keys: (string | undefined)[]) =>
    keys.flatMap((key) => bySound.get(key ?? '') ?? []);
  const sounds = soundsOf(plain, misspelling);
  const same = alike(sounds);
  if (plain.length < SHORT)
    return nearest(
      plain,
      same.filter(({ light }) => light),
    );
  if (same.length) return nearest(plain, same);
  const loose = alike(sounds.flatMap((sound) => [skeleton(sound, misspelling), singular(sound)]));
  return nearest(
    plain,
    loose.filter((meant) => slips(plain, meant.plain, 3) !== undefined),
  );
}

/** A slip of the thumb in a longer word: two letters swapped, or one missing, inside of it. */
function slippedFrom(plain: string, { byEnds }: Speller): Meant | undefined {
  if (plain.length < LONG) return undefined;
  const near = byEnds.get(endsOf(plain)) ?? [];
  return nearest(
    plain,
    near.filter(({ plain: meant }) => meant.length >= LONG && isThumbed(plain, meant)),
  );
}

function isThumbed(written: string, meant: string): boolean {
  let at = 0;
  while (written[at] === meant[at]) at++;
  const [rest, right] = [written.slice(at), meant.slice(at)];
  return (
    rest === right.slice(1) || (rest[1] + rest[0] + rest.slice(2) === right && rest.length > 1)
  );
}

function endsOf(word: string): string {
  return word[0] + word.at(-1);
}

function singular(sound: string): string | undefined {
  return sound.length < LONG - 1 ? undefined : `-${sound.replace(/e?s$/, '')}`;
}

/** The one that is written most alike; of several, the one that says least. */
function nearest(plain: string, all: Meant[]): Meant | undefined {
  const off = ({ plain: of }: Meant) => slips(plain, of, 4) ?? 5;
  return all.toSorted((a, b) => off(a) - off(b) || Number(b.light) - Number(a.light))[0];
}

function spellerOf(language: Language): Speller | undefined {
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
    new Map(wordList(list).map((of) => of.split('=') as [string, string]));
  return {
    language,
    misspelling,
    spellings: pairs(spellings),
    known: new Set([...meant.map(({ plain }) => plain), ...otherWords(language)]),
    ownWords: new Set(own.filter((word) => !word.endsWith('*'))),
    ownNouns: new Set(own.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))),
    nounMarks: new Set(wordList(misspelling.nounMarks).map(fold)),
    figures: pairs(misspelling.figures?.meant ?? ''),
    beforeFigures: new Set(wordList(misspelling.figures?.before ?? '')),
    bySound: grouped(meant, ({ word }) => keysOf(word, misspelling)),
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
    for (const key of new Set(keys(of))) groups.set(key, [...(groups.get(key) ?? []), of]);
  return groups;
}

function plainOf(word: string): string {
  return fold(word.toLowerCase().replaceAll('’', "'"));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
