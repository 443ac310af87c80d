import snowball from 'snowball-stemmers';
import { fold, languages, ofEach, withoutAccentsToo, wordList } from './language.js';
import { type SearchLanguage, searchLanguages, searchWordsOf } from './search/search-languages.js';
import type { SearchWords } from './search/search-words.js';
import { words } from './tokens.js';

/** Words whose terms are remembered, in each language: most of a text's words come again and again. */
const REMEMBERED = 100_000;

/** The stop words of each of the bot's languages, in which people mix their questions. */
const spoken = ofEach(({ search }) => withoutAccentsToo(search.stopWords));

/** Brings the words of one language to the form in which they are indexed. */
class Terms {
  private readonly stopped: Set<string>;
  private readonly same: Map<string, string>;
  private readonly unstemmed: Set<string>;
  private readonly endings: [ending: string, common: string][];
  private readonly stemmer?: { stem(word: string): string };
  /** The terms of words; empty for those that have none. */
  private readonly known = new Map<string, string>();

  constructor(words: SearchWords) {
    const { stopWords, meaningful, sameWords, unstemmed, endings, stemmer } = words;
    const others = languages.flatMap((language) => [...spoken[language]]);
    this.stopped = new Set(others);
    for (const word of wordList(meaningful ?? '')) this.stopped.delete(word);
    for (const word of withoutAccentsToo(stopWords)) this.stopped.add(word);
    this.same = sameForms(sameWords ?? '');
    this.unstemmed = new Set(wordList(unstemmed ?? '').map(fold));
    this.endings = Object.entries(endings ?? {});
    this.stemmer = stemmer && snowball.newStemmer(stemmer);
  }

  of(word: string): string | undefined {
    let of = this.known.get(word);
    if (of === undefined) {
      if (this.known.size >= REMEMBERED) this.known.clear();
      of = this.make(word) ?? '';
      this.known.set(word, of);
    }
    return of || undefined;
  }

  /** "Repartís" as "reparten": the stemmer knows the one without its accent, not the other. */
  private commonForm(word: string): string {
    const ending = this.endings.find(([ending]) => word.endsWith(ending));
    const stem = ending && word.slice(0, -ending[0].length);
    return stem && stem.length > 1 ? stem + ending[1] : word;
  }

  private make(word: string): string | undefined {
    if (this.stopped.has(word) || LETTER.test(word)) return undefined;
    const folded = fold(this.commonForm(word));
    const form = this.same.get(folded) ?? folded;
    return this.stemmer && !this.unstemmed.has(form) ? fold(this.stemmer.stem(form)) : form;
  }
}

/** A letter alone says nothing, nor do the endings of Japanese; a Chinese sign is a word. */
const LETTER = /^(?:(?!\p{Script=Han})\p{L}\p{M}*|\p{Script=Hiragana}{1,3})$/u;

/** For each form of a word, the word that stands for it in the index. */
function sameForms(sameWords: string): Map<string, string> {
  const lines = sameWords.split('\n').map((line) => wordList(line).map(fold));
  return new Map(lines.flatMap((line) => line.map((form) => [form, line[0]] as const)));
}

const made = new Map(
  searchLanguages.map((language) => [language, new Terms(searchWordsOf(language))]),
);

/** A word's form in the index; undefined for stop words and single letters. */
export function term(word: string, language: SearchLanguage): string | undefined {
  return made.get(language)!.of(word);
}

/** The index terms of a text, each once. */
export function terms(text: string, language: SearchLanguage): string[] {
  const found = words(text).map((word) => term(word, language));
  return [...new Set(found.filter((t) => t !== undefined))];
}
