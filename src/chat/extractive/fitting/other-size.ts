import { amountsIn, isInBand } from './bands.js';

/** "7 kW", "C1", "M10": figures by which things of one kind are told apart. */
const UNIT =
  /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)?)(?:(\p{L}{1,3}\d?)|\s?(kilos?|gramos?|grams?|litros?|litres?|liters?|centilitros?|pulgadas|inches|kw|w|v|hp|cv|cc|kgs?|gr?|lbs?|oz|ml|cl|l|cm|mm|ft|in(?=\s*(?:[^\p{L}\s]|$))|gb|tb|mp))(?![\p{L}\d])/giu;
/** Units of one measure, by how much of it each is. */
const MEASURES: Record<string, [measure: string, times: number]> = {
  ...Object.fromEntries(['kg', 'kgs', 'kilo', 'kilos'].map((of) => [of, ['g', 1000]])),
  ...Object.fromEntries(
    ['g', 'gr', 'gramo', 'gramos', 'gram', 'grams'].map((of) => [of, ['g', 1]]),
  ),
  ...Object.fromEntries(
    ['l', 'litro', 'litros', 'litre', 'litres', 'liter', 'liters'].map((of) => [of, ['ml', 1000]]),
  ),
  cl: ['ml', 10],
  cm: ['mm', 10],
  inches: ['in', 1],
  pulgadas: ['in', 1],
};
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
  const amounts = amountsIn(question);
  if (text.split('\n').some((line) => isInBand(line, amounts))) return false;
  return namedIn(question).some(({ kind, figure }) => {
    const alike = said.filter((of) => of.kind === kind);
    return alike.length > 0 && alike.every((of) => of.figure !== figure);
  });
}

function namedIn(text: string): Named[] {
  const units = [...text.matchAll(UNIT)]
    .map(([, figure, glued, apart]) => measured(figure, (glued ?? apart).toLowerCase()))
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

/** "1,500 g" are 1500, "1.5 kg" too. */
function measured(figure: string, unit: string): Named {
  const [kind, times] = MEASURES[unit] ?? [unit, 1];
  const isThousands = /^\d{1,3}[.,]\d{3}$/.test(figure) && (times === 1 || figure.endsWith('000'));
  const value = Number(figure.replace(/[.,]/, isThousands ? '' : '.'));
  return { kind, figure: String(Number((value * times).toFixed(3))) };
}
