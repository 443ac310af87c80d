import { fold, type Language } from '../language.js';
import { isEveryday } from '../search/everyday.js';
import { slips } from './slips.js';
import { term } from '../terms.js';
import { skeleton, soundsOf } from './sounds.js';
import { fullSized } from './diminutives.js';
import { endsOf, type Meant, singular, type Speller, spellerOf } from './speller.js';

/** A word of fewer letters is mended only into one that says nothing by itself, of the same sound. */
const SHORT = 4;
/** From this length on, a word may have a slip of the thumb. */
const LONG = 6;
/** Slips between a word and one of a sound that is only near. */
const NEAR = 3;
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
  const [last, next] = [text[from - 1] ?? ' ', text.slice(to, to + 2)];
  return !/[@/\\_.#-]/.test(last) && !/^(?:[@/\\_#-]|\.\S)/.test(next);
}

function meantBy(
  { word, before, after }: Place,
  speller: Speller,
  isKnown: (word: string) => boolean,
): string | undefined {
  const { language } = speller;
  const plain = plainOf(word);
  if (speller.figures.has(plain)) return figureMeant({ word, before, after }, speller);
  if (isName(word, before) || /\d/.test(before + after)) return undefined;
  if (speller.spellings.has(plain)) return speller.spellings.get(plain);
  const isRight = speller.known.has(plain) && !speller.ownNouns.has(plain);
  if (!/^\p{L}{2,}$/u.test(plain) || ROMAN.test(plain) || isRight) return undefined;
  if (speller.ownWords.has(plain) || isKnown(plain)) return undefined;
  if (speller.ownNouns.has(plain) && (!before || speller.nounMarks.has(before))) return undefined;
  const full = fullSized(plain, speller, isKnown);
  if (full) return full;
  const meant = soundingAs(plain, speller) ?? slippedFrom(plain, speller);
  return meant && !isFormOf(plain, meant, language) ? meant.word : undefined;
}

/** Another form of a word is written rightly, and found as it is. */
function isFormOf(plain: string, meant: Meant, language: Language): boolean {
  const number = /e?s$/;
  if (plain.replace(number, '') === meant.plain.replace(number, '')) return true;
  const own = term(plain, language);
  return own !== undefined && own === term(meant.word, language);
}

function figureMeant(
  { word, before, after }: Place,
  { figures, behindFigures, beforeFigures }: Speller,
): string | undefined {
  const behind = /\p{L}/u.test(before) && !behindFigures.has(before);
  return behind && beforeFigures.has(after) ? figures.get(word) : undefined;
}

/** In the middle of a sentence a capital letter begins a name. */
function isName(word: string, before: string): boolean {
  return !!before && isCapital(word) && (word.length === 1 || word !== word.toUpperCase());
}

function soundingAs(plain: string, { misspelling, bySound, language }: Speller): Meant | undefined {
  const alike = (keys: (string | undefined)[]) =>
    keys.flatMap((key) => bySound.get(key ?? '') ?? []).filter((meant) => meant.plain !== plain);
  const sounds = soundsOf(plain, misspelling);
  const same = alike(sounds);
  const light = same.filter((meant) => meant.light);
  // "Echo" is written for "hecho" where a language is written as it sounds; "shopping" isn't "shipping".
  const isItself = isEveryday(plain, language);
  if (isItself && misspelling.mutedVowels) return undefined;
  if (isItself || plain.length < SHORT) return nearest(plain, light);
  if (same.length) return nearest(plain, same);
  const loose = alike(sounds.flatMap((sound) => [skeleton(sound, misspelling), singular(sound)]));
  return nearest(
    plain,
    loose.filter((meant) => slips(plain, meant.plain, NEAR) !== undefined),
  );
}

/**
 * A slip of the thumb: two letters swapped, one missing or one twice, inside of a word. A shorter word
 * must leave no doubt which of the commonest was meant. "Manzana" is itself one of those: no "mañana".
 */
function slippedFrom(plain: string, { byEnds, language }: Speller): Meant | undefined {
  if (plain.length < SHORT || isEveryday(plain, language)) return undefined;
  const near = byEnds.get(endsOf(plain)) ?? [];
  const meant = near.filter((of) => of.plain.length >= SHORT && isThumbed(plain, of.plain));
  if (plain.length >= LONG) return nearest(plain, meant);
  const common = meant.filter((of) => of.light || isEveryday(of.plain, language));
  const isSure = new Set(common.map((of) => of.plain)).size === 1;
  return isSure ? common[0] : undefined;
}

function isThumbed(written: string, meant: string): boolean {
  let at = 0;
  while (written[at] === meant[at]) at++;
  const [rest, right] = [written.slice(at), meant.slice(at)];
  const isTwice = written[at] === written[at - 1] && rest.slice(1) === right;
  return (
    isTwice ||
    rest === right.slice(1) ||
    (rest[1] + rest[0] + rest.slice(2) === right && rest.length > 1)
  );
}

/** The one that is written most alike; of several, the one that says least. */
function nearest(plain: string, all: Meant[]): Meant | undefined {
  const off = ({ plain: of }: Meant) => slips(plain, of, NEAR) ?? NEAR + 1;
  return all.toSorted((a, b) => off(a) - off(b) || Number(b.light) - Number(a.light))[0];
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
