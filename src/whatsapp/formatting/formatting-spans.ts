/** A formatting pair in a text for WhatsApp, with its marks. Places are UTF-16 units. */
export interface Span {
  start: number;
  end: number;
  open: string;
  close: string;
  /** Code over several lines. */
  block: boolean;
}

const BEFORE = '(?<![\\p{L}\\p{N}*_~])';
const pair = (mark: string) =>
  `${BEFORE}${mark}(?=[^\\s${mark}])(?:[^${mark}\\n]*[^\\s${mark}])${mark}(?![\\p{L}\\p{N}])`;
const PAIRS = new RegExp(
  ['(?<code>```[^]+?```|`[^`\\n]+`)', pair('\\*'), pair('_'), pair('~')].join('|'),
  'gu',
);

/** The pairs that WhatsApp shows as bold, italic, struck or code, the outer ones first. */
export function formattingSpans(text: string, offset = 0): Span[] {
  return Array.from(text.matchAll(PAIRS)).flatMap((match) => {
    const [whole] = match;
    const start = offset + match.index;
    if (match.groups!.code) return [codeSpan(whole, start)];
    const span = {
      start,
      end: start + whole.length,
      open: whole[0],
      close: whole[0],
      block: false,
    };
    return [span, ...formattingSpans(whole.slice(1, -1), start + 1)];
  });
}

function codeSpan(whole: string, start: number): Span {
  const end = start + whole.length;
  if (!whole.startsWith('```')) return { start, end, open: '`', close: '`', block: false };
  const open = /^```[^\s`]*\n/.test(whole) ? '```\n' : '```';
  const close = whole.endsWith('\n```') ? '\n```' : '```';
  return { start, end, open, close, block: true };
}
