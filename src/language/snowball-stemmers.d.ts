declare module 'snowball-stemmers' {
  /** Not safe to share between threads: a stemmer keeps its word while it works. */
  export function newStemmer(algorithm: 'spanish' | 'english'): { stem(word: string): string };
  const module: { newStemmer: typeof newStemmer };
  export default module;
}
