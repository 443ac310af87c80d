/** Stands where an answer was cut. */
const CUT = '[…]';

/**
 * An answer that the limit of tokens has cut, ended at its last whole sentence, row or item of a list,
 * with a mark; empty where nothing of it is whole.
 */
export function endedWhole(cut: string): string {
  const lines = withoutOpenCode(cut).split('\n');
  const sentences = sentencesOf(lines.pop()!);
  const kept = withoutLead(sentences ? [...lines, sentences] : lines);
  if (!/[\p{L}\p{N}]/u.test(kept)) return '';
  return `${kept}${isText(kept.slice(kept.lastIndexOf('\n') + 1)) ? ' ' : '\n\n'}${CUT}`;
}

/** Without a block of code that doesn't end. */
function withoutOpenCode(text: string): string {
  const fences = [...text.matchAll(/^```/gm)];
  return fences.length % 2 ? text.slice(0, fences.at(-1)!.index) : text;
}

/**
 * The end of a sentence. A full stop after fewer than three letters, or after a short word with a
 * capital ("Sra."), may belong to an abbreviation, and one after a digit, where the text ends, to a number.
 */
const END =
  /(?:(?:(?<=[\p{L}\p{M}\p{N}]{3}|[)»”"'*_%€$])(?<!(?<!\p{L})\p{Lu}\p{Ll}{0,3})\.|(?<=\d)\.(?=\s))(?!\d)|[!?…。！？])["'»”’)\]*_]*(?=\s|$|[\p{Lo}])/gu;

function sentencesOf(line: string): string {
  if (/^\s*\|/.test(line)) return '';
  const end = [...line.matchAll(END)].findLast(
    ({ index, 0: sign }) =>
      !(/\d$/.test(line.slice(0, index)) && index + sign.length === line.length),
  );
  const kept = end ? line.slice(0, end.index + end[0].length) : '';
  return /\p{L}/u.test(kept) ? kept : '';
}

/** Without what only leads to the lines that are missing: a heading, a table's head, a colon. */
function withoutLead(lines: string[]): string {
  const kept = [...lines];
  while (kept.length && LEADS.test(kept.at(-1)!)) {
    if (RULE.test(kept.pop()!)) kept.pop();
  }
  return kept.join('\n');
}
/** The line between a table's head and its rows. */
const RULE = /^\s*\|?\s?:?-{2,}[-:|\s]*$/;
const LEADS = new RegExp(
  `^\\s*$|^\\s*#|:[*_]*\\s*$|^\\s*[*_]{2}[^*_]+[*_]{2}\\s*$|^\\s*(?:[-*•]|\\d+[.)])\\s*$|${RULE.source}`,
);

/** Whether a line is running text: neither an item of a list nor a row. */
function isText(line: string): boolean {
  return !/^\s*(?:[-*•|]|\d+[.)])\s?/.test(line);
}
