import { type Language, wordsOf } from '../language/language.js';
import type { ReplySource } from './reply.js';

/** Titles that a source line names at most. */
const MOST = 2;

/** The line that names the documents of an answer, with their pages; undefined where there is none. */
export function sourceLine(sources: ReplySource[], language: Language): string | undefined {
  const { sources: line, page: onPage } = wordsOf(language);
  const documents = sources.filter(({ curated, attached }) => !curated && !attached);
  const titles = documents.map(({ title, page }) => (page ? `${title}, ${onPage(page)}` : title));
  const named = [...new Set(titles)].slice(0, MOST);
  return named.length ? line(named) : undefined;
}
