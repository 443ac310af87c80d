import { fold, foldInPlace, phrasesOfAll } from '../language/language.js';
import type { Courtesy } from '../language/words.js';
import { Reading } from './reading.js';

export type SmallTalk = Courtesy | 'help';

/** Patterns for the start of a text without accents. A text may have several; the last one counts. */
const KINDS = (['greeting', 'thanks', 'goodbye', 'assent'] as const).map(
  (kind) => [kind, startingWith(phrasesOfAll(({ phrases }) => phrases[kind]))] as const,
);

function startingWith(phrases: string[]): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** Splits the courtesies off the start of a text. `kind` is the last of them. */
export function parseSmallTalk(text: string): { kind?: Courtesy; rest: string } {
  let rest = text.normalize('NFC');
  let kind: Courtesy | undefined;
  for (;;) {
    const found = KINDS.find(([, pattern]) => pattern.test(foldInPlace(rest)));
    if (!found) return { kind, rest };
    kind = found[0];
    rest = rest.slice(found[1].exec(foldInPlace(rest))![0].length);
  }
}

/** Matches only a whole message; with more words it is a question. */
const HELP = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${phrasesOfAll(({ phrases }) => phrases.help).join('|')})[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** Whether a message calls for help, and says nothing else. */
export function isHelp(text: string): boolean {
  return HELP.test(fold(text.normalize('NFC')));
}

/** The kind of a text that is only a courtesy or a call for help; undefined for any other. */
export function smallTalk(text: string): SmallTalk | undefined {
  return isHelp(text) ? 'help' : new Reading(text).courtesy();
}
