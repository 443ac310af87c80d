/** "7 kW", "C1", "M10": figures by which things of one kind are told apart. */
const UNIT =
  /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)?)(?:(\p{L}{1,3}\d?)|\s(kw|w|v|hp|cv|cc|kg|gr?|lbs?|oz|ml|cl|l|cm|mm|ft|in|gb|tb|mp))(?![\p{L}\d])/giu;
const CODE = /(?<![\p{L}\d])(\p{L}{1,3})-?(\d{1,4})(?![\p{L}\d])/gu;

/** Times, distances and money are what somebody has, not what a thing is called by. */
const OF_THE_ASKER = /^(h|hs|hrs?|min|am|pm|km|eur|usd|mxn|cop|x|st|nd|rd|th|os|no|a)$/iu;

interface Named {
  kind: string;
  figure: string;
}

/**
 * Whether a question names a thing by a size or a code of which a text has only others: what it says is said of another thing.
 */
export function isOfAnother(question: string, text: string): boolean {
  const said = namedIn(text);
  return namedIn(question).some(({ kind, figure }) => {
    const alike = said.filter((of) => of.kind === kind);
    return alike.length > 0 && alike.every((of) => of.figure !== figure);
  });
}

function namedIn(text: string): Named[] {
  const units = [...text.matchAll(UNIT)]
    .map(([, figure, glued, apart]) => ({ kind: (glued ?? apart).toLowerCase(), figure }))
    .filter(({ kind }) => !OF_THE_ASKER.test(kind));
  const codes = [...text.matchAll(CODE)]
    .filter(([, letters]) => !OF_THE_ASKER.test(letters))
    .map(([, letters, digits]) => ({
      // CEFR's levels are a code of any letter: "A2" is another "B2".
      kind: letters.length === 1 ? 'code' : letters.toLowerCase(),
      figure: `${letters.toLowerCase()}${digits}`,
    }));
  return [...units, ...codes];
}
