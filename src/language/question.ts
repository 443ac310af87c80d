import { fold, wordList } from './language.js';
import { type SearchLanguage, searchWordsOf } from './search/search-languages.js';
import { Synonyms } from './synonyms.js';
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
  /** Whether it says which kind of fact is wanted, such as a price, not about what. */
  asking: boolean;
}

interface Reading {
  spellings: Map<string, string>;
  synonyms: Synonyms;
  asking: Set<string>;
  questionWords: Map<string, string>;
}

const readings = new Map<SearchLanguage, Reading>();

function readingOf(language: SearchLanguage): Reading {
  const known = readings.get(language);
  if (known) return known;
  const { spellings, synonyms, askingWords, questionWords } = searchWordsOf(language);
  const pairs = wordList(spellings ?? '').map((pair) => pair.split('=') as [string, string]);
  const made = {
    spellings: new Map(pairs),
    synonyms: new Synonyms(synonyms ?? '', language),
    asking: new Set(terms(askingWords ?? '', language)),
    questionWords: new Map(Object.entries(questionWords ?? {})),
  };
  readings.set(language, made);
  return made;
}

/**
 * What a question asks for, in the terms of a language: its words and phrases with their synonyms. If
 * it says nothing else, what its question word stands for ("¿Dónde?": "dirección").
 */
export function askedWords(question: string, language: SearchLanguage): AskedWord[] {
  const reading = readingOf(language);
  const written = words(question).map((word) => reading.spellings.get(word) ?? word);
  const asked = withPhrases(written, reading, language);
  if (asked.length) return once(asked);
  const meant = written.map((word) => reading.questionWords.get(word) ?? '');
  return once(withPhrases(words(meant.join(' ')), reading, language));
}

function withPhrases(written: string[], reading: Reading, language: SearchLanguage): AskedWord[] {
  const asked: AskedWord[] = [];
  const folded = written.map(fold);
  for (let at = 0; at < written.length;) {
    const length = reading.synonyms.phraseAt(folded, at);
    const part = written.slice(at, at + Math.max(length, 1));
    const own = part.map((word) => term(word, language)).filter((t) => t !== undefined);
    const name = length ? folded.slice(at, at + length).join(' ') : own[0];
    const synonyms = name === undefined ? [] : reading.synonyms.of(name);
    const asking = length ? !own.some((t) => !reading.asking.has(t)) : reading.asking.has(own[0]);
    if (own.length || synonyms.length)
      asked.push({ written: part.map(fold).join(' '), own, synonyms, asking });
    at += part.length;
  }
  return asked;
}

function once(asked: AskedWord[]): AskedWord[] {
  const key = ({ own, written }: AskedWord) => own.join(' ') || written;
  return [...new Map(asked.map((of) => [key(of), of])).values()];
}
