import { type Block, plainText } from '../../markdown/model.js';
import { type Paragraph, paragraphsOf } from '../../markdown/plain-headings.js';
import { read } from '../../markdown/read.js';
import { markdownOf, tableLines } from '../../markdown/source.js';
import type { Format } from '../documents/document.js';

/** What is kept whole where it can be: lines of clean Markdown. */
export interface Piece {
  kind: 'paragraph' | 'list' | 'table' | 'code';
  lines: string[];
  /** The line above a list or table that says what it is: "Our prices:". */
  lead?: string;
}

/** What stands under one heading, on one page. */
export interface Section {
  /** From the outermost to its own. */
  headings: string[];
  /** From 1, where the document has pages. */
  page?: number;
  pieces: Piece[];
}

/** Reads a document's sections. A form feed starts a new page, as in what pdftotext writes. */
export function sectionsOf(text: string, format: Format): Section[] {
  const pages = text.split('\f');
  const paged = pages.length > 1;
  const path: { level: number; text: string }[] = [];
  const found: Section[] = [];
  for (const [at, page] of pages.entries()) {
    const own = paged ? { page: at + 1 } : {};
    found.push({ headings: path.map((heading) => heading.text), ...own, pieces: [] });
    if (format === 'text')
      for (const paragraph of paragraphsOf(page)) placePlain(paragraph, found, path, own);
    else for (const block of read(page)) place(block, found, path, own);
  }
  const kept = found.map(withHeadingAlone).filter(({ pieces }) => pieces.length);
  return continued(kept).map((section) => ({ ...section, pieces: withLeads(section.pieces) }));
}

function place(
  block: Block,
  found: Section[],
  path: { level: number; text: string }[],
  page: { page?: number },
): void {
  if (block.kind !== 'heading') return void found.at(-1)!.pieces.push(...pieceOf(block));
  while (path.length && path.at(-1)!.level >= block.level) path.pop();
  path.push({ level: block.level, text: plainText(block.content).replace(/\s+/g, ' ').trim() });
  found.push({ headings: path.map((heading) => heading.text), ...page, pieces: [] });
}

/** A heading of plain text ends the one before. */
function placePlain(
  { heading, lines }: Paragraph,
  found: Section[],
  path: { level: number; text: string }[],
  page: { page?: number },
): void {
  if (heading) {
    path.splice(0, path.length, { level: 1, text: heading });
    found.push({ headings: [heading], ...page, pieces: [] });
  }
  if (lines.length) found.at(-1)!.pieces.push(pieceOfLines(lines));
}

function pieceOf(block: Block): Piece[] {
  if (block.kind === 'table') return [{ kind: 'table', lines: tableLines(block) }];
  const lines = markdownOf(block)
    .split('\n')
    .map((line) => line.trimEnd());
  if (!lines.some(Boolean)) return [];
  if (block.kind === 'list' || block.kind === 'code') return [{ kind: block.kind, lines }];
  return [pieceOfLines(lines)];
}

const ITEM = /^\s*([-*+•]|\d{1,3}[.)])\s+\S/;

/** Lines that all begin like items are a list, whatever sign they begin with. */
function pieceOfLines(lines: string[]): Piece {
  return { kind: lines.every((line) => ITEM.test(line)) ? 'list' : 'paragraph', lines };
}

/** "## Closed on Mondays" with nothing below it is what there is to say. */
function withHeadingAlone(section: Section, at: number, all: Section[]): Section {
  const { headings, pieces } = section;
  const [before, next] = [all[at - 1]?.headings ?? [], all[at + 1]?.headings ?? []];
  const isNew = headings.length > 1 && headings.join('\n') !== before.join('\n');
  const goesOn = headings.every((heading, level) => next[level] === heading);
  if (pieces.length || !isNew || goesOn) return section;
  return { ...section, pieces: [{ kind: 'paragraph', lines: [headings.at(-1)!] }] };
}

/** A sentence that goes on after the end of a page belongs to the page on which it began. */
function continued(sections: Section[]): Section[] {
  for (const [at, { page, pieces }] of sections.entries()) {
    const before = sections[at - 1];
    const [end, start] = [before?.pieces.at(-1), pieces[0]];
    if (page === before?.page || end?.kind !== 'paragraph' || start?.kind !== 'paragraph') continue;
    const open = !/[.!?…:;][)"»”]*$/.test(end.lines.at(-1)!);
    if (!open || !/^\p{Ll}/u.test(start.lines[0])) continue;
    end.lines.push(...start.lines);
    pieces.shift();
  }
  return sections.filter(({ pieces }) => pieces.length);
}

/** "Our prices:" belongs to the list below it, a question to its answer. */
function withLeads(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const last = before?.kind === 'paragraph' && !before.lead ? before.lines.at(-1)! : '';
    const leads =
      piece.kind === 'paragraph' ? isQuestion(last) : isQuestion(last) || /:\W*$/.test(last);
    if (leads) joined.splice(-1, 1, { ...piece, lead: before!.lines.join('\n') });
    else joined.push(piece);
  }
  return joined;
}

/** Whether a heading or line asks something, so that what is below it is the answer. */
export function isQuestion(line: string): boolean {
  return /[?？؟][*_\s]*$/.test(line);
}
