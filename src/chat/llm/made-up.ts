import { fold, guessLanguage, languageOf } from '../../language/language.js';
import { term, terms } from '../../language/terms.js';
import { words } from '../../language/tokens.js';

/** Without any passage, an answer with more words of its own than these tells something. */
const TALK = 12;

/**
 * Whether an answer has names that stand nowhere in `all`, or tells something though nothing was
 * found: much, or nothing but words of its own where nothing was said before. Words can only be compared within a language: what is
 * told in another one may pass.
 */
export function madeUp(
  answer: string,
  { passages, earlier }: { passages: string[]; earlier: string[] },
  all: string,
): 'name' | 'unfounded' | undefined {
  const language = languageOf(answer, all);
  const read = guessLanguage(passages.join('\n')) ?? language;
  if (read !== language) return undefined;
  const known = new Set(terms(all, language));
  const written = new Set(words(all).map(fold));
  const isKnown = (word: string) => {
    const of = term(word, language);
    return of === undefined || known.has(of) || written.has(fold(word));
  };
  if (!namesIn(answer).every((name) => words(name).every(isKnown))) return 'name';
  if (passages.length) return undefined;
  const said = new Set(words(answer).filter((word) => term(word, language) !== undefined));
  const own = [...said].filter((word) => !isKnown(word)).length;
  return own > TALK || (!earlier.length && own > 0 && own === said.size) ? 'unfounded' : undefined;
}

/** Words that begin with a capital, but for those at the beginning of a sentence or a quotation. */
function namesIn(text: string): string[] {
  return text.match(/(?<=[\p{L}\p{N},;)] )\p{Lu}[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];
}
