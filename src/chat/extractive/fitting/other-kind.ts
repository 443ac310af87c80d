import type { Evidence } from '../../../knowledge/search/passage.js';
import { fold, type Language, phrasesOfAll } from '../../../language/language.js';
import { term } from '../../../language/terms.js';
import { words } from '../../../language/tokens.js';

/** The least weight of what a row lacks, as a share of that of the word beside it. */
const TELLS = 0.35;
/** A word of less weight than this says nothing of the thing: "after", "inside". */
const LEAST = 0.5;

/** Between the two words of a name: "tarta de queso", "bread with seeds". */
const JOINS = new Set(phrasesOfAll(({ asking }) => fold(asking.joins)));

/** Two words that stand together: the second one behind the first. */
type Pair = [before: string, behind: string];

/**
 * Whether a row is about another thing of the kind that a question names: "Butter croissant" for "an almond
 * croissant", "Zirconia crown" for "a zirconia bridge". Its word stands where the row has another one that nobody asked for.
 * `name` is what the row is about, `language` that of the row, `asked` of the question.
 */
export function isOtherKind(
  name: string,
  question: string,
  { matched, missing }: Pick<Evidence, 'matched' | 'missing'>,
  [asked, language]: [Language, Language],
): boolean {
  const found = new Map(matched.map((of) => [of.term, of]));
  const said = new Set(words(name).map((word) => term(word, language)));
  const elsewhere = matched.filter(({ found: of }) => !of.split(' ').some((one) => said.has(one)));
  const lacking = new Map([...missing, ...elsewhere].map((of) => [of.term, of.weight]));
  const wanted = new Set(matched.flatMap(({ found: of }) => of.split(' ')));
  const named = pairsOf(name, language);
  const isTaken = (known: string, at: 0 | 1) =>
    named.some((pair) => pair[at] === known && !wanted.has(pair[1 - at]));
  return pairsOf(question, asked).some((pair) =>
    ([0, 1] as const).some((at) => {
      const known = found.get(pair[at]);
      const lack = lacking.get(pair[1 - at]);
      return (
        known &&
        lack !== undefined &&
        lack >= Math.max(LEAST, TELLS * known.weight) &&
        isTaken(known.found, at)
      );
    }),
  );
}

/** A comma parts things that are told one after the other. */
function pairsOf(text: string, language: Language): Pair[] {
  return text.split(/[,;/()|]/).flatMap((part) => {
    const read = words(part)
      .filter((word) => !JOINS.has(fold(word)))
      .map((word) => term(word, language));
    return read.slice(1).flatMap((behind, at): Pair[] => {
      const before = read[at];
      return before && behind ? [[before, behind]] : [];
    });
  });
}
