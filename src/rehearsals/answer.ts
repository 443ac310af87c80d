import { fold, languages, wordsOf } from '../language/language.js';
import type { Words } from '../language/words.js';
import { formattingSpans } from '../whatsapp/formatting/formatting-spans.js';

/** An answer of the bot. */
export interface Given {
  /** The parts of the message as they are sent, joined. */
  text: string;
  mode: 'llm' | 'extractive' | 'fallback';
  sources: unknown[];
  /** The conversation was passed on to a person. */
  handover?: boolean;
}

/** "I don't have that", and the sentence that declines what isn't the business's. */
const REFUSALS = languages.flatMap((language) => {
  const { unknown, declined }: Words & { declined?: string } = wordsOf(language);
  return [unknown, declined ?? []].flat();
});

/**
 * Whether an answer is an honest refusal: it begins with one of the languages' own, and has no source.
 * With a person, it is a handover.
 */
export function isRefusal({ text, sources, handover }: Given): boolean {
  const read = asRead(text);
  return (
    !handover && !sources.length && REFUSALS.some((refusal) => read.startsWith(asRead(refusal)))
  );
}

/** What is read on a phone, in the form in which it is compared. */
export function asRead(text: string): string {
  return comparable(withoutMarks(text));
}

/** What is read on a phone. */
export function asShown(text: string): string {
  return withoutMarks(text).replace(/\u200a/g, '');
}

/** The text as it is compared: without case and accents, with single blanks. */
export function comparable(text: string): string {
  // A hair space only keeps a formatting mark from touching a letter; nobody sees it.
  return fold(text.replace(/\u200a/g, ''))
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** WhatsApp shows formatting in place of its marks. */
function withoutMarks(text: string): string {
  const hidden = new Set<number>();
  for (const { start, end, open, close } of formattingSpans(text)) {
    for (let at = 0; at < open.length; at++) hidden.add(start + at);
    for (let at = 1; at <= close.length; at++) hidden.add(end - at);
  }
  return [...Array(text.length).keys()].map((at) => (hidden.has(at) ? '' : text[at])).join('');
}
