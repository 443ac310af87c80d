import type { Embedded, MeaningIndex } from './meaning-index.js';

type Soon<T> = T | Promise<T>;

/** What embedding needs of the index, which may run in another thread: see `MeaningIndex`. */
export interface Embeddable {
  begin(unrelated: Uint8Array, count: number): Soon<void>;
  page(from: number, most: number, all?: boolean): Soon<ReturnType<MeaningIndex['page']>>;
  texts(ids: string[]): Soon<string[][]>;
  give(embedded: Embedded[]): Soon<void>;
  orphans(): Soon<string[]>;
  progress(): Soon<ReturnType<MeaningIndex['progress']>>;
}
