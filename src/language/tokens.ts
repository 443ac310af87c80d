import { remembered } from './remembered.js';

/** Runs of letters and digits; a letter's marks and an apostrophe between letters belong to it. */
const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}]+)*/gu;

/** Scripts that write no blanks between words. */
const WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** "500g" is "500 g": other letters after a number are part of a name, as in "4K" or "B12". */
const WITH_UNIT =
  /^(\d+)(g|gr|kg|mg|l|ml|cl|dl|mm|cm|m|km|m2|h|hs|hrs|min|am|pm|eur|euros?|usd|kb|mb|gb|tb|x)$/;
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?![\d.,]*\d)/g;

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text: runs of letters and digits, lower case, with their accents. Scripts without
 * blanks are cut by Unicode's dictionaries; a unit is parted from its number, and the thousands of a
 * number aren't.
 */
export const words = remembered((text: string): string[] => {
  const lower = text.normalize('NFC').toLowerCase().replaceAll('’', "'");
  const runs = joinedThousands(lower).match(RUN) ?? [];
  return runs.flatMap((run) => {
    if (WITHOUT_BLANKS.test(run)) return segments(run);
    const [, number, unit] = WITH_UNIT.exec(run) ?? [];
    return unit ? [number, unit] : [run];
  });
});

/** A text whose numbers have no signs between their thousands: "1.200" is 1200, "1.5" isn't touched. */
export function joinedThousands(text: string): string {
  return text.replace(THOUSANDS, (number) => number.replace(/[.,]/g, ''));
}

function segments(run: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const parts = [...segmenter.segment(run)];
  return parts.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
