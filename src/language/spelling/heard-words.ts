import { type SearchLanguage, searchWordsOf } from '../search/search-languages.js';
import { term } from '../terms.js';
import type { Misspelling } from './misspelling.js';
import { skeleton, soundsOf } from './sounds.js';

/** Words of fewer letters sound like too many others. */
const SHORTEST = 4;

/** The words of a language's documents by how they sound, and by how their terms do. */
export class HeardWords {
  private readonly language: SearchLanguage;
  private readonly misspelling?: Misspelling;
  private readonly bySound = new Map<string, Set<string>>();
  private readonly sounds = new Map<string, string>();

  constructor(language: SearchLanguage) {
    this.language = language;
    this.misspelling = searchWordsOf(language).misspelling;
  }

  /** Adds a word without accents. */
  add(word: string): void {
    this.sounds.set(word, this.soundOf(word));
    for (const key of this.keysOf(word)) {
      const words = this.bySound.get(key);
      if (words) words.add(word);
      else this.bySound.set(key, new Set([word]));
    }
  }

  remove(word: string): void {
    this.sounds.delete(word);
    for (const key of this.keysOf(word)) {
      const words = this.bySound.get(key);
      if (words?.delete(word) && !words.size) this.bySound.delete(key);
    }
  }

  /** How a word sounds; the word itself where nothing says how. Those that were added are known. */
  soundOf(word: string): string {
    const { misspelling } = this;
    return this.sounds.get(word) ?? (misspelling ? soundsOf(word, misspelling)[0] : word);
  }

  /** The words that sound like one, or are forms of a word that does. */
  like(word: string): string[] {
    return [...new Set(this.keysOf(word).flatMap((key) => [...(this.bySound.get(key) ?? [])]))];
  }

  /** A stem's last vowel depends on its ending: "desblok(e)" is "desblok(u)". */
  private keysOf(word: string): string[] {
    const { misspelling } = this;
    if (!misspelling || word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return [];
    const whole = soundsOf(word, misspelling);
    const bare = whole.map((sound) => skeleton(sound, misspelling) ?? sound);
    const stem = term(word, this.language)?.replace(misspelling.endings ?? '', '');
    const ofStem = stem && stem.length >= SHORTEST ? soundsOf(stem, misspelling) : [];
    return [...whole, ...bare, ...ofStem.map((sound) => `-${sound.replace(/[aeiou]$/, '')}`)];
  }
}
