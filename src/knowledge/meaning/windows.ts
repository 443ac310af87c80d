/** Windows that a passage may have at most: a long table has many rows. */
const MOST = 40;
/** A sentence of fewer characters says little without the heading above it: "9:00 to 14:00." */
const SHORT = 40;

/** Cuts sentences in every script; the language matters little to it. */
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/**
 * The windows of a passage: each of its sentences, rows and items, and each with the next one. What
 * answers a question is often one sentence, and the passage around it is about other things, too.
 */
export function windowsOf(text: string, heading: string): string[] {
  const said = text.split('\n').flatMap(sentencesOf);
  const pairs = said.flatMap((one, at) =>
    at + 1 < said.length ? [one, `${one} ${said[at + 1]}`] : [one],
  );
  return pairs
    .slice(0, MOST)
    .map((window) => (window.length < SHORT && heading ? `${heading}: ${window}` : window));
}

/** A row of a table is one sentence. What only draws a table or a list is left out. */
function sentencesOf(line: string): string[] {
  if (/^[\s|:=*-]*$/.test(line)) return [];
  const row = /^\s*\|(.*)\|\s*$/.exec(line);
  if (row)
    return [
      row[1]
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(', '),
    ];
  const plain = line.replace(/^\s*([-*+•]|#{1,6}|>)\s+/, '').replace(/\*\*|__|`/g, '');
  return [...sentences.segment(plain)].map(({ segment }) => segment.trim()).filter(Boolean);
}
