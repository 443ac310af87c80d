import { createHash } from 'node:crypto';
import type { LineId } from '../../config/lines/line.js';
import { addressIn, lineIn, onLine } from '../../config/lines/line-address.js';

/** The format of a document's text. */
export type Format = 'markdown' | 'text';

/** A document as the business gives it. */
export interface GivenDocument {
  /** The line that it is for alone; `default`: the default one. Undefined: it is for all. */
  line?: LineId;
  /** Its identity: a file's name, a page's address, else its title. See `nameOf`. */
  name: string;
  /** Shown to customers above quotes, and searched like the text. */
  title: string;
  text: string;
  format: Format;
  /** The address of the web page that it was read from. */
  source?: string;
  /** What a file says of itself, such as its front matter. It is not searched. */
  metadata?: Record<string, string>;
}

/** A document as it is kept. Given again under its name, it is replaced and keeps its id. */
export interface KnowledgeDocument extends Omit<GivenDocument, 'line'> {
  /** With its line behind it: two lines may each have a document of one name. See `shownName`. */
  name: string;
  /** Made from the name; of documents that are older than names, from their content. */
  id: string;
  /** Differs when what is searched differs: the title, the text or the format. */
  revision: string;
  metadata: Record<string, string>;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** When it was last replaced, in milliseconds since 1970; at first the same as `createdAt`. */
  updatedAt: number;
}

/** A document without its text. */
export interface DocumentHead extends Omit<KnowledgeDocument, 'text'> {
  /** How many the text has; a character of two UTF-16 units counts as one. */
  characters: number;
}

/** What became of a document that was given. */
export type Outcome = 'new' | 'replaced' | 'unchanged';

/** Makes a document of what was given at `now` (milliseconds since 1970). */
export function documentOf(given: GivenDocument, now: number): KnowledgeDocument {
  const { metadata = {}, line, ...rest } = given;
  const name = onLine(nameOf(given.name), line);
  // Behind a word, so that it can't be an id that an older Recado made of something else.
  const id = uuidOf(`name/${name}`);
  const revision = revisionOf(given);
  return { ...rest, id, name, revision, metadata, createdAt: now, updatedAt: now };
}

/**
 * The name under which a document is kept. One machine writes `é` as one character and another one
 * as two (Unicode's NFC and NFD): that is the same name. Capital letters do differ: a folder on
 * Linux may hold `Prices.md` and `prices.md`, and neither may silently take the other's place.
 */
export function nameOf(given: string): string {
  return given.normalize('NFC').replaceAll(CONTROLS, '').trim();
}

/** Nobody sees them, and one parts a name from its line. */
const CONTROLS = /[\u0000-\u001f\u007f]/g;

/** A document's name without its line. */
export function shownName({ name }: Pick<DocumentHead, 'name'>): string {
  return addressIn(name);
}

/** The line that a document is for alone; undefined where it is for all. */
export function lineOf({ name }: Pick<DocumentHead, 'name'>): LineId | undefined {
  return lineIn(name);
}

/** Documents that are older than names have it as their id: it was made in this way. */
function revisionOf({ title, text, format }: GivenDocument): string {
  return uuidOf(JSON.stringify([format, title, text]));
}

/** Whether nothing would change if `given` took the place of `kept`. */
export function isSame(kept: DocumentHead, given: KnowledgeDocument): boolean {
  const content = ({ revision, source, metadata }: Omit<KnowledgeDocument, 'text'>) =>
    JSON.stringify([revision, source, Object.entries(metadata).sort()]);
  return content(kept) === content(given);
}

/** How many characters a text has. */
export function charactersOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A UUID that is the same for the same content (RFC 9562, version 8). */
export function uuidOf(content: string): string {
  const hash = createHash('sha256').update(content).digest('hex');
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
