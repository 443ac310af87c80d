/** A piece of a document that reads as one: what the chunker tries to keep whole. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph' | 'list' | 'table' | 'code'; lines: string[] };

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const FENCE = /^ {0,3}(```|~~~)/;
const ITEM = /^\s*([-*+•]|\d{1,3}[.)])\s+\S/;
const ROW = /^\s*\|.*\|\s*$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})\s*$/;

/** A Markdown text as its blocks, in order. Whatever isn't recognised is a paragraph. */
export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    const heading = HEADING.exec(line);
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1].length, text: heading[2] });
      at++;
    } else if (!line.trim()) at++;
    else if (UNDERLINE.test(lines[at + 1] ?? '') && !ITEM.test(line) && !ROW.test(line)) {
      blocks.push({
        kind: 'heading',
        level: lines[at + 1].includes('=') ? 1 : 2,
        text: line.trim(),
      });
      at += 2;
    } else {
      const { kind, end } = extent(lines, at);
      blocks.push({ kind, lines: lines.slice(at, end).map(kind === 'table' ? narrow : trimEnd) });
      at = end;
    }
  }
  return blocks;
}

/** Plain text as its paragraphs: blank lines part them. */
export function textBlocks(text: string): Block[] {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  return paragraphs
    .map((paragraph) => paragraph.split('\n').map((line) => line.trimEnd()))
    .map((lines) => lines.filter(Boolean))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ kind: lines.every((l) => ITEM.test(l)) ? 'list' : 'paragraph', lines }));
}

/** Where the lines of an item or paragraph that starts at `at` end. */
function extent(
  lines: string[],
  at: number,
): { kind: 'paragraph' | 'list' | 'table' | 'code'; end: number } {
  const first = lines[at];
  let end = at + 1;
  const fence = FENCE.exec(first)?.[1];
  if (fence) {
    while (end < lines.length && !lines[end].trimStart().startsWith(fence)) end++;
    return { kind: 'code', end: Math.min(end + 1, lines.length) };
  }
  if (ROW.test(first)) {
    while (ROW.test(lines[end] ?? '')) end++;
    return { kind: 'table', end };
  }
  if (ITEM.test(first)) {
    while (continuesList(lines, end)) end++;
    return { kind: 'list', end };
  }
  while (continuesParagraph(lines[end])) end++;
  return { kind: 'paragraph', end };
}

/** A blank line belongs to the list when an item or an indented line follows it. */
function continuesList(lines: string[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || HEADING.test(line)) return false;
  return line.trim() ? true : !!next?.trim() && (ITEM.test(next) || /^\s{2,}/.test(next));
}

function continuesParagraph(line: string | undefined): boolean {
  return !!line?.trim() && ![HEADING, FENCE, ITEM, ROW].some((start) => start.test(line));
}

/** A row without the spaces and dashes that align a table: they cost room, and say nothing. */
function narrow(row: string): string {
  return row.trim().replace(/ {2,}/g, ' ').replace(/-{4,}/g, '---');
}

function trimEnd(line: string): string {
  return line.trimEnd();
}
