import { formattingSpans, type Span } from './formatting-spans.js';
import { boundaries } from './graphemes.js';
import { endsInHead, tableHeadAt } from './tables-and-headings.js';

/** UTF-16 units of a whole answer. */
export const ANSWER_LIMIT = 4000;
/** UTF-16 units of one message: Twilio takes 1,600, but may count more than one for an emoji. */
export const PART_LIMIT = 1500;

/** A place to cut: the head ends at `end`, the tail starts at `start`, white space lies between. */
interface Cut {
  end: number;
  start: number;
  /** What to add, so that a pair longer than a part stays a pair on both sides. */
  close: string;
  open: string;
}

/**
 * An answer as the messages to send, in order. Cuts lie at a paragraph, line, sentence or word,
 * never inside a character or a formatting pair, nor between a heading and what it heads; a table
 * that goes on in another message has its head there again. Nothing is lost but the white space at
 * a cut, and what is beyond the 4,000, which an ellipsis stands for.
 */
export function split(answer: string): string[] {
  return parts(answer.length > PART_LIMIT ? shorten(answer.trim()) : answer, tableHeadAt);
}

/** The same for a person's text of any length: nothing is left out, and nothing added. */
export function splitWhole(text: string): string[] {
  return parts(text, () => '');
}

function parts(text: string, headAt: typeof tableHeadAt): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > PART_LIMIT) {
    const [head, tail, at] = cut(rest, PART_LIMIT);
    found.push(head);
    rest = headAt(rest, at) + tail;
  }
  return [...found, rest].filter((part) => part.trim());
}

function shorten(answer: string): string {
  return answer.length <= ANSWER_LIMIT ? answer : `${cut(answer, ANSWER_LIMIT - 1)[0]}…`;
}

/** The head, the tail, and where the tail starts in the text. */
function cut(text: string, limit: number): [head: string, tail: string, at: number] {
  const { end, start, close, open } = bestCut(text, limit);
  return [text.slice(0, end) + close, open + text.slice(start), start];
}

function bestCut(text: string, limit: number): Cut {
  const whole = boundaries(text, limit + 1);
  const spans = formattingSpans(text);
  const places = gaps(text, limit).flatMap((gap) => {
    const found = whole.has(gap.end) ? allow(gap.end, gap.start, spans, limit, text) : undefined;
    return found ? [{ ...found, rank: gap.rank }] : [];
  });
  // A heading at the end of a message heads nothing. One that fills it can't be helped.
  const fitting = places.filter((place) => !endsInHead(text, place));
  // A better kind of place counts only when the part becomes at least half full: each one costs.
  const good = fitting.filter((place) => place.end >= limit / 2);
  for (const rank of [PARAGRAPH, LINE, SENTENCE]) {
    const last = good.findLast((place) => place.rank === rank);
    if (last) return last;
  }
  return fitting.at(-1) ?? places.at(-1) ?? cutInsideAWord(text, limit, spans, whole);
}

/** No white space to cut at: before the last whole character, else at a code point. */
function cutInsideAWord(text: string, limit: number, spans: Span[], whole: Set<number>): Cut {
  for (let at = limit; at > 0; at--) {
    const found = whole.has(at) && allow(at, at, spans, limit, text);
    if (found) return found;
  }
  const code = text.codePointAt(limit - 1)! > 0xffff ? limit - 1 : limit;
  return { end: code, start: code, close: '', open: '' };
}

/**
 * The cut, when it breaks no pair. A pair that alone is longer than a part is closed and opened
 * again; in a block of code only the line break goes, its indentation stays.
 */
function allow(end: number, start: number, spans: Span[], limit: number, text: string): Cut | null {
  const around = spans.filter((span) => span.start < end && start < span.end);
  if (end === 0) return null;
  let close = '';
  let open = '';
  for (const span of around) {
    const inside = span.start + span.open.length < end && start < span.end - span.close.length;
    if (!inside || span.end - span.start <= PART_LIMIT) return null;
    close = span.close + close;
    open += span.open;
  }
  const line = text.indexOf('\n', end) + 1;
  if (line && line < start && around.some((span) => span.block)) start = line;
  return end + close.length <= limit && start > open.length ? { end, start, close, open } : null;
}

const PARAGRAPH = 0;
const LINE = 1;
const SENTENCE = 2;
const WORD = 3;

/** The white space that starts within the limit, and the ends of sentences that need none. */
function gaps(text: string, limit: number): { end: number; start: number; rank: number }[] {
  const found = [];
  for (const { index: end, 0: space } of text.matchAll(/\s+|(?<=[。！？])(?=\S)/gu)) {
    if (end > limit) break;
    const lines = space.split('\n').length - 1;
    const sentence = /[.!?…。！？]["'»”’)\]*_~]*$/u.test(text.slice(Math.max(0, end - 5), end));
    const rank = lines > 1 ? PARAGRAPH : lines ? LINE : sentence ? SENTENCE : WORD;
    found.push({ end, start: end + space.length, rank });
  }
  return found;
}
