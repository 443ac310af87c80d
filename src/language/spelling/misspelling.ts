/** How a language is misspelt: by its sounds, and by the thumb. */
export interface Misspelling {
  /**
   * What makes words alike that sound alike, one after the other, in a word in lower case without its
   * accents. A capital letter is a sound that has no letter of its own: `C` for "ch".
   */
  sounds: [RegExp, string][];
  /** Letters that may be spoken in two ways: a word has the sounds of both. */
  ambiguous?: [RegExp, string][];
  /**
   * Vowels that are hardly heard: a longer word may have any of them, as in "seperate". Without it
   * each vowel tells words apart.
   */
  mutedVowels?: RegExp;
  /** Endings that the stemmer leaves, since it knows them only with their accents. */
  endings?: RegExp;
  /** How smaller or dearer things are made of words, and what of: "perrito" of "perro". */
  diminutives?: [RegExp, string][];
  /**
   * Words of the language that sound as another one of its chats, and are yet meant: "taza" is no
   * "tasa". Where one names a thing only behind `nounMarks`, it has a `*`: "una sierra", but "a qué
   * hora sierra". Separated by blanks, without accents.
   */
  ownWords: string;
  /** What stands before a noun. Separated by blanks, without accents. */
  nounMarks: string;
  /** Figures in place of words, as in `4=for`: before one of `before`, and behind any word but those of `behind`. */
  figures?: { meant: string; behind: string; before: string };
}
