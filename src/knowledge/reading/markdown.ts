import { readLine } from '../../markdown/read.js';
import { splitFrontMatter } from './front-matter.js';
import type { Found } from './read-file.js';

/** Reads Markdown: its front matter is metadata, and its title the front matter's or a heading's. */
export function readMarkdown(given: string): Found {
  const { metadata, text } = splitFrontMatter(given);
  const title = metadata.title || firstHeading(text);
  return { title, text, format: 'markdown', metadata };
}

/** Plain text may have front matter as well; it has no headings. */
export function readText(given: string): Found {
  const { metadata, text } = splitFrontMatter(given);
  return { title: metadata.title || undefined, text, format: 'text', metadata };
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
      if (text) return readLine(text);
    }
    before = line;
  }
  return undefined;
}

function underlined(text: string, line: string): string | undefined {
  const isText = /^ {0,3}[^\s|>#*+-]/.test(text);
  return isText && /^ {0,3}(=+|-{2,})\s*$/.test(line) ? text : undefined;
}

function* linesOf(text: string): Generator<string> {
  for (const match of text.matchAll(/^.*$/gm)) yield match[0];
}
