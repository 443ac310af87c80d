/** UTF-16 units, and words, of the longest line that is taken for a heading. */
const LONGEST = 60;
const MOST_WORDS = 8;
/** One short line above a paragraph may be anything; as many as these are how the text is written. */
const FEWEST = 2;

const ITEM = /^\s*([-*+•]|\d{1,3}[.)])\s+\S/;
/** Sentences, labels, times and prices: no heading. */
const SAYS = /[.,;:!…|]|\d/u;

/** A paragraph of plain text, and the line above it that says what it is about. */
export interface Paragraph {
  heading?: string;
  lines: string[];
}

/**
 * The paragraphs of a plain text: blank lines part them. Where several begin with a short line that is no
 * sentence, as in "PAYMENTS" or "Getting here", those lines are headings; so is a line of capitals by itself.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trimEnd()))
    .map((lines) => lines.filter(Boolean))
    .filter((lines) => lines.length > 0);
  if (paragraphs.filter(isHeaded).length < FEWEST) return paragraphs.map((lines) => ({ lines }));
  return paragraphs.map((lines) =>
    isHeaded(lines) ? { heading: lines[0].trim(), lines: lines.slice(1) } : { lines },
  );
}

/** What a plain text with headings begins with: its title. */
export function titleOfPlain(text: string): string | undefined {
  return paragraphsOf(text)[0]?.heading;
}

/** A line that a narrow column broke goes on with a small letter; a list of names has nothing else below. */
function isHeaded([first, ...below]: string[]): boolean {
  if (!looksLikeHeading(first)) return false;
  if (!below.length) return isShouted(first);
  return !/^\s*\p{Ll}/u.test(below[0]) && !below.every(looksLikeHeading);
}

function looksLikeHeading(line: string): boolean {
  const said = line.trim();
  const isShort = said.length <= LONGEST && said.split(/\s+/).length <= MOST_WORDS;
  return isShort && /^\p{L}|^¿/u.test(said) && !SAYS.test(said) && !ITEM.test(line);
}

function isShouted(line: string): boolean {
  return line === line.toUpperCase() && line !== line.toLowerCase();
}
