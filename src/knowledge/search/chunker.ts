import type { Format } from '../documents/document.js';
import { isQuestion, type Piece, type Section, sectionsOf } from './sections.js';

/** A passage of a document and the headings above it, outermost first. */
export interface Chunk {
  headings: string[];
  /** The page that it is on, from 1, where the document has pages. */
  page?: number;
  text: string;
}

/**
 * In UTF-16 units: what a chunk is filled up to, what a section, list or table may reach whole, and
 * what an answer may reach below its question.
 */
const TARGET = 900;
const WHOLE = 1200;
const ANSWER = 2400;
/** Up to this length, the line above a list or table is repeated above each of its parts. */
const REPEATED = 200;

/**
 * Cuts a document into passages of up to about 900 characters: at its headings and pages, then between
 * paragraphs, then at list items, table rows and sentences. A passage never spans two headings,
 * so that "Opening hours > Sunday" is found and quoted by itself. Passages of Markdown are clean
 * Markdown: tables and lists as models read them best, no escapes, tags or comments.
 */
export function chunk(text: string, format: Format): Chunk[] {
  return sectionsOf(text, format).flatMap((section) => {
    const { pieces: _, ...place } = section;
    return textsOf(section).map((part) => ({ ...place, text: part }));
  });
}

function textsOf({ headings, pieces }: Section): string[] {
  const whole = pieces.map(textOf).join('\n\n').trim();
  const room = isQuestion(headings.at(-1) ?? '') ? ANSWER : WHOLE;
  return whole.length <= room ? [whole] : gather(pieces.flatMap(split), '\n\n').filter(Boolean);
}

function textOf({ lead, lines }: Piece): string {
  return [...(lead ? [lead, ''] : []), ...lines].join('\n').trim();
}

function split(piece: Piece): string[] {
  const whole = textOf(piece);
  if (whole.length <= (piece.kind === 'paragraph' && !piece.lead ? TARGET : WHOLE)) return [whole];
  const { lead = '' } = piece;
  const parts = partsOf(piece, TARGET - Math.min(lead.length, REPEATED));
  if (!lead) return parts;
  if (lead.length <= REPEATED) return parts.map((part) => `${lead}\n\n${part}`);
  return [...gather(sentences(lead), ' ').flatMap(cut), ...parts];
}

function partsOf({ kind, lines }: Piece, room: number): string[] {
  if (kind === 'table') return splitTable(lines, room);
  if (kind === 'paragraph') return gather(sentences(lines.join('\n')), ' ', room).flatMap(cut);
  return gather(items(lines), '\n', room).flatMap(cut);
}

/** Each part of a table starts with its head: a row alone doesn't say what its numbers are. */
function splitTable(lines: string[], room: number): string[] {
  const head = lines.slice(0, 2).join('\n');
  const parts = gather(lines.slice(2), '\n', Math.max(room - head.length, room / 2)).flatMap(cut);
  return parts.map((rows) => `${head}\n${rows}`);
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
  return text.split(/(?<=[.!?…:;])\s+|(?<=[。！？])|\n/);
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
