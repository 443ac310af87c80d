import { titleOfPlain } from '../../markdown/plain-headings.js';
import { readLine } from '../../markdown/read.js';
import { decode } from './encoding.js';
import { splitFrontMatter } from './front-matter.js';
import type { Found, GivenFile } from './read-file.js';

/** UTF-16 units of a heading; titles are cut shorter than that. */
const LONGEST = 1000;

/**
 * Reads Markdown or plain text. Front matter is metadata; the title is the front matter's, else the
 * first heading's, which plain text seldom has.
 */
export function readText({ bytes, contentType }: GivenFile, format: 'markdown' | 'text'): Found {
  const given = decode(bytes, contentType).replace(/\r\n?/g, '\n');
  const { metadata, text } = splitFrontMatter(given);
  const heading = format === 'markdown' ? firstHeading(text) : titleOfPlain(text);
  return { title: metadata.title || heading, text, format, metadata };
}

/** The first heading of whatever level, as it reads without its marks; not one within code. */
export function firstHeading(markdown: string): string | undefined {
  let fence: string | undefined;
  let before = '';
  for (const line of linesOf(markdown)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence)) fence = undefined;
    } else if (mark) fence = mark;
    else {
      const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line)?.[1] ?? underlined(before, line);
      const text = heading?.replace(/[ \t]#+[ \t]*$/, '').trim();
      if (text) return readLine(text.slice(0, LONGEST));
    }
    before = line;
  }
  return undefined;
}

/** The largest heading of a first page that was laid out: what stands above everything there. */
export function pageTitle(markdown: string): string | undefined {
  const line = /^# .+$/m.exec(markdown.split('\f', 1)[0])?.[0];
  return line && firstHeading(line);
}

function underlined(text: string, line: string): string | undefined {
  const isText = /^ {0,3}[^\s|>#*+-]/.test(text);
  return isText && /^ {0,3}(=+|-{2,})\s*$/.test(line) ? text : undefined;
}

function* linesOf(text: string): Generator<string> {
  for (const match of text.matchAll(/^.*$/gm)) yield match[0];
}
