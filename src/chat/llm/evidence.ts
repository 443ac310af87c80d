import type { Passage } from '../../knowledge/search/passage.js';
import { sectionOf } from '../section.js';

/** Characters of all passages together: a small model on a CPU reads only some 40 tokens a second. */
export const ROOM = 3200;

/** A section of a document as a model reads it, and the passage that it was found by. */
export interface Shown {
  passage: Passage;
  text: string;
}

/**
 * What the model reads for the found passages, best first: of each its whole section where there is
 * room, so that no table is cut; else the passage itself, which then says what is left out.
 * `documents` has all passages of each document by its id. `room`, in characters, is for all of them;
 * only of the whole of it the first passage may take more.
 */
export function shownOf(found: Passage[], documents: Map<string, Passage[]>, room = ROOM): Shown[] {
  const isAll = room === ROOM;
  const parts = bySection(found)
    .map((passages) => partOf(passages, documents.get(passages[0].documentId) ?? passages))
    .filter(({ part }, at) => (room -= part.length) >= 0 || (isAll && at === 0));
  return parts.map(({ passage, part, whole }) => {
    const more = whole.length - part.length;
    if (more <= 0) return { passage, text: part };
    if (more > room) return { passage, text: `${part}\n${leftOut(part, whole)}` };
    room -= more;
    return { passage, text: whole };
  });
}

/** The passages that say more than what is quoted. */
export function beside(found: Passage[], quoted: Shown[]): Passage[] {
  return found.filter(({ text }) => !quoted.some((quote) => quote.text.includes(text)));
}

/** The best passages of each question, then the second of each: none of them shall have no room. */
export function inTurn(found: Passage[][]): Passage[] {
  const places = Math.max(0, ...found.map(({ length }) => length));
  const all = Array.from({ length: places }, (_, at) => found.flatMap((of) => of[at] ?? []));
  return [...new Map(all.flat().map((one) => [`${one.documentId}#${one.position}`, one])).values()];
}

interface Part {
  passage: Passage;
  part: string;
  whole: string;
}

/** Passages of one section become one text: a table's rows stand under one head then. */
function partOf(passages: Passage[], all: Passage[]): Part {
  const [passage] = passages;
  const inOrder = passages.toSorted((a, b) => a.position - b.position);
  return {
    passage,
    part: sectionOf(passage, inOrder).text,
    whole: sectionOf(passage, all).text,
  };
}

function bySection(found: Passage[]): Passage[][] {
  const groups = new Map<string, Passage[]>();
  for (const passage of found) {
    const key = `${passage.documentId}\n${passage.section}`;
    groups.set(key, [...(groups.get(key) ?? []), passage]);
  }
  return [...groups.values()];
}

const ROW = /^\s*(?:\||[-*+•]\s|\d{1,3}[.)]\s)/;

function leftOut(part: string, whole: string): string {
  const rows = (text: string) => text.split('\n').filter((line) => ROW.test(line)).length;
  const more = rows(whole) - rows(part);
  return more > 0 ? `(${more} more rows are not shown)` : '(The rest of the section is not shown)';
}
