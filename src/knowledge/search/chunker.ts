import { type Block, plainText } from '../../markdown/model.js';
import { read } from '../../markdown/read.js';
import { markdownOf, tableLines } from '../../markdown/source.js';
import type { Format } from '../documents/document.js';

/** A passage of a document and the headings above it, outermost first. */
export interface Chunk {
  headings: string[];
  /** The page that it begins on, from 1, where the document has pages. */
  page?: number;
  text: string;
}

/** In UTF-16 units: what a chunk is filled up to, and what a list or table may reach whole. */
const TARGET = 900;
const WHOLE = 1200;

/** What the chunker tries to keep whole: lines of clean Markdown. */
interface Piece {
  kind: 'paragraph' | 'list' | 'table' | 'code';
  lines: string[];
}

interface Section {
  headings: string[];
  pieces: Piece[];
}

/**
 * Cuts a document into passages of up to about 900 characters: at its headings, then between
 * paragraphs, then at list items, table rows and sentences. A passage never spans two headings,
 * so that "Opening hours > Sunday" is found and quoted by itself. Passages of Markdown are clean
 * Markdown: tables and lists as models read them best, no escapes, tags or comments.
 */
export function chunk(text: string, format: Format): Chunk[] {
  const sections =
    format === 'markdown'
      ? sectionsOf(read(text))
      : [{ headings: [], pieces: paragraphsOf(text).map(pieceOfLines) }];
  return sections.flatMap(({ headings, pieces }) =>
    fill(withLeads(pieces).flatMap(split)).map((filled) => ({ headings, text: filled })),
  );
}

function sectionsOf(blocks: Block[]): Section[] {
  const path: { level: number; text: string }[] = [];
  const found: Section[] = [{ headings: [], pieces: [] }];
  for (const block of blocks) {
    if (block.kind !== 'heading') found.at(-1)!.pieces.push(...pieceOf(block));
    else {
      while (path.length && path.at(-1)!.level >= block.level) path.pop();
      path.push({ level: block.level, text: titleOf(plainText(block.content)) });
      found.push({ headings: path.map((heading) => heading.text), pieces: [] });
    }
  }
  return found.filter(({ pieces }) => pieces.length);
}

function titleOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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

/** Plain text as its paragraphs: blank lines part them. */
function paragraphsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trimEnd()))
    .map((lines) => lines.filter(Boolean))
    .filter((lines) => lines.length > 0);
}

const ITEM = /^\s*([-*+•]|\d{1,3}[.)])\s+\S/;

/** Lines that all begin like items are a list, whatever sign they begin with. */
function pieceOfLines(lines: string[]): Piece {
  return { kind: lines.every((line) => ITEM.test(line)) ? 'list' : 'paragraph', lines };
}

/** "Our prices:" stays with the list that it introduces. */
function withLeads(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const lead = joined.at(-1);
    const leads = lead?.kind === 'paragraph' && lead.lines.at(-1)!.endsWith(':');
    const together = leads && size(lead) + size(piece) <= WHOLE && piece.kind !== 'paragraph';
    if (!together) joined.push(piece);
    else joined.splice(-1, 1, { kind: piece.kind, lines: [...lead.lines, '', ...piece.lines] });
  }
  return joined;
}

function split(piece: Piece): string[] {
  const whole = piece.lines.join('\n').trim();
  if (whole.length <= (piece.kind === 'paragraph' ? TARGET : WHOLE)) return [whole];
  if (piece.kind === 'table') return splitTable(piece.lines);
  if (piece.kind === 'paragraph') return gather(sentences(whole), ' ').flatMap(cut);
  return gather(items(piece.lines), '\n').flatMap(cut);
}

/** Each part of a table starts with its head: a row alone doesn't say what its numbers are. */
function splitTable(lines: string[]): string[] {
  const lead = lines.findIndex((line) => line.startsWith('|'));
  const head = lines.slice(lead, lead + 2);
  const room = Math.max(TARGET - size({ kind: 'table', lines: head }), TARGET / 2);
  const parts = gather(lines.slice(lead + 2), '\n', room).flatMap(cut);
  return parts.map((rows) => [...head, rows].join('\n'));
}

/** A list's items with what is indented below them; code by its lines. */
function items(lines: string[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (found.length && (/^\s/.test(line) || !line)) found[found.length - 1] += `\n${line}`;
    else found.push(line);
  }
  return found;
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?…:;])\s+|\n/);
}

/** Joins neighbours while they fit. */
function gather(parts: string[], between: string, room = TARGET): string[] {
  const gathered: string[] = [];
  for (const part of parts) {
    const last = gathered.at(-1);
    const joined = last === undefined ? part : last + between + part;
    if (last === undefined || joined.length > room) gathered.push(part);
    else gathered[gathered.length - 1] = joined;
  }
  return gathered;
}

/** The last resort, for what has no ends to cut at: between words, never inside a character. */
function cut(text: string): string[] {
  if (text.length <= WHOLE) return [text];
  const words = text.match(/\s*[^\s]{1,400}/gu) ?? [];
  return gather(words, '').map((part) => part.trim());
}

function fill(parts: string[]): string[] {
  return gather(parts, '\n\n').filter(Boolean);
}

function size(piece: Piece): number {
  return piece.lines.reduce((sum, line) => sum + line.length + 1, 0);
}
