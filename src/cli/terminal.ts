/** What could act on a terminal, or turn the direction in which it is read; line breaks stay. */
const ACTING = /[^\P{Cc}\n]+|[\u200E\u200F\u2028-\u202E\u2066-\u2069]+/gu;

interface Output {
  isTTY?: boolean;
  /** Node's own: false with NO_COLOR. */
  hasColors?(): boolean;
}

/** A text of somebody else's, as it may be printed. */
export function plain(text: string): string {
  return text.replace(ACTING, '?');
}

/** A text in one line of so many characters at most. */
export function inLine(text: string, most = 60): string {
  const line = plain(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line;
}

/** Whether colors may be used: on a terminal that has them, unless NO_COLOR says otherwise. */
export function colorsOn(output: Output): boolean {
  return !!output.isTTY && (output.hasColors?.() ?? true);
}

/** Rows in columns, as wide as they must be; the last one isn't filled up. */
export function columns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const line = (row: string[]) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at]))).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}
