/** A sentence's end: a word with a full stop, but no short one such as "Sat."; or a time's "p.m." */
const SENTENCE =
  /(?<=(?:[\p{L}\p{N})]{3}|\d|\))[.!?…]["»”)*]*)\s+(?=["«“(*¿¡]*[\p{Lu}\d])|(?<=\d\s?(?:h|hs|hrs|m|[ap]\.?\s?m)\.)\s+(?=\p{Lu})/u;

/** Where parts of a sentence may end that each speak of other days; a comma parts the least. */
const PARTS = [/(?<=[;|·])\s+/u, /(?<=,)\s+/u];

/**
 * The sentences of a paragraph, or its lines where they stand for themselves, or the parts of a
 * sentence that each have their days and hours: as little as can be quoted word for word.
 * `isWhole` says whether a part has both.
 */
export function piecesOf(paragraph: string, isWhole: (part: string) => boolean): string[] {
  const lines = paragraph.split('\n').map((line) => line.trim());
  const standing = lines.filter(isWhole).length;
  const parts = lines.length > 1 && standing > 1 ? lines : [lines.join(' ')];
  return parts.flatMap((part) => part.split(SENTENCE)).flatMap((part) => partsOf(part, isWhole));
}

function partsOf(sentence: string, isWhole: (part: string) => boolean): string[] {
  let parts = [sentence];
  for (const between of PARTS)
    parts = parts.flatMap((part) => {
      const smaller = part.split(between);
      return smaller.length > 1 && smaller.every(isWhole) ? smaller : [part];
    });
  return parts.map((part) => part.replace(/\s*[,;·|]$/, ''));
}
