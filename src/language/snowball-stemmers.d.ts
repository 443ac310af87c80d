declare module 'snowball-stemmers' {
  /** What `algorithms()` lists. */
  export type Algorithm =
    | 'arabic'
    | 'armenian'
    | 'basque'
    | 'catalan'
    | 'czech'
    | 'danish'
    | 'dutch'
    | 'english'
    | 'finnish'
    | 'french'
    | 'german'
    | 'hungarian'
    | 'irish'
    | 'italian'
    | 'norwegian'
    | 'porter'
    | 'portuguese'
    | 'romanian'
    | 'russian'
    | 'slovene'
    | 'spanish'
    | 'swedish'
    | 'tamil'
    | 'turkish';
  /** Not safe to share between threads: a stemmer keeps its word while it works. */
  export function newStemmer(algorithm: Algorithm): { stem(word: string): string };
  const module: { newStemmer: typeof newStemmer };
  export default module;
}
