import type { SearchWords } from './search-words.js';

/** Any other language: its words are compared as they are, but for case and accents. */
export const other: SearchWords = {
  signs: { ownCharacters: '', frequentCharacters: '', words: '' },
  stopWords: '',
};
