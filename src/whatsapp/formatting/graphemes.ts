/** What a reader takes for one character: an emoji of several code points is one. */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The text's first `count` code points at most, never half of what a reader takes for a character. */
export function firstCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  const end = unitsOf(text, count);
  if (end >= text.length) return text;
  const start = graphemes.segment(text).containing(end)!.index;
  return text.slice(0, start || end);
}

/** The text's length in code points is more than `count`. */
export function isLongerThan(text: string, count: number): boolean {
  return text.length > count && unitsOf(text, count) < text.length;
}

/** Every place up to `limit` (UTF-16 units) where the text may be cut without breaking a character. */
export function boundaries(text: string, limit: number): Set<number> {
  const places = new Set<number>();
  for (const { index } of graphemes.segment(text)) {
    if (index > limit) return places;
    places.add(index);
  }
  return places.add(text.length);
}

/** How many UTF-16 units the first `count` code points take. */
function unitsOf(text: string, count: number): number {
  let units = 0;
  for (let n = 0; n < count && units < text.length; n++) {
    units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  }
  return units;
}
