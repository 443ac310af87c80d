import type { IndexedChunk } from '../../../src/knowledge/search/passage.js';
import { mainLanguage, type WordIndex } from '../../../src/knowledge/search/word-index.js';

/** Puts a document of one passage into an index, in the language that its text shows. */
export function addTo(
  index: WordIndex,
  id: string,
  text: string,
  more: Partial<IndexedChunk> = {},
): void {
  const chunk = { id, documentId: id, title: '', section: '', position: 0, text, ...more };
  index.add(chunk, mainLanguage(chunk.title, text));
}
