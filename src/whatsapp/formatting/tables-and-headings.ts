/** The longest head that a table repeats, in UTF-16 units: more would leave no room for its rows. */
const LONGEST_HEAD = 400;

/** As the formatter writes them: a heading is a line in bold, a table has ` | ` in each line. */
const HEADING = /^(?:> )?\*[^*\n]*\*$/;
const ROW = / \| /;

/**
 * A cut would leave a heading, or the head of a table, at the end of a message: the line before it
 * heads what comes. `end` is where the head ends, `start` where the tail starts.
 */
export function endsInHead(text: string, { end, start }: { end: number; start: number }): boolean {
  if (!text.slice(end, start).includes('\n')) return false;
  const line = lineEndingAt(text, end);
  if (HEADING.test(line)) return true;
  return isRow(line) && isRow(lineAt(text, start)) && !isRow(lineBefore(text, end - line.length));
}

/** What to repeat before a tail that starts at `start`, between two rows of a table: its head. */
export function tableHeadAt(text: string, start: number): string {
  if (text[start - 1] !== '\n' || !isRow(lineAt(text, start))) return '';
  let [from, rows] = [start, 0];
  for (let line = lineBefore(text, from); isRow(line); line = lineBefore(text, from)) {
    from -= line.length + 1;
    rows++;
  }
  const head = lineAt(text, from);
  return rows > 1 && head.length <= LONGEST_HEAD ? `${head}\n` : '';
}

function isRow(line: string): boolean {
  return ROW.test(line);
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}

function lineEndingAt(text: string, end: number): string {
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

/** The line above the one that starts at `start`; nothing above the first. */
function lineBefore(text: string, start: number): string {
  return start > 0 ? lineEndingAt(text, start - 1) : '';
}
