import { fold, type Language, phrasesOfAll, wordsOf } from '../language/language.js';
import type { Courtesy } from '../language/words.js';

export type SmallTalk = Courtesy | 'help';

/** At the start of a text without accents. The most telling kind comes last in a text. */
const KINDS = (['greeting', 'thanks', 'goodbye', 'assent'] as const).map(
  (kind) => [kind, startingWith(phrasesOfAll(({ phrases }) => phrases[kind]))] as const,
);

function startingWith(phrases: string[]): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** A text without the courtesies that it starts with, and the most telling of them. */
export function parseSmallTalk(text: string): { kind?: Courtesy; rest: string } {
  let rest = text.normalize('NFC');
  let kind: Courtesy | undefined;
  for (;;) {
    const found = KINDS.find(([, pattern]) => pattern.test(fold(rest)));
    if (!found) return { kind, rest };
    kind = found[0];
    // Folding only drops marks that NFC has joined to their letters, so lengths agree.
    rest = rest.slice(found[1].exec(fold(rest))![0].length);
  }
}

/** A whole message: more than that is a question. */
const HELP = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${phrasesOfAll(({ phrases }) => phrases.help).join('|')})[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** What the text is, when it is nothing but courtesy, or a call for help. */
export function smallTalk(text: string): SmallTalk | undefined {
  if (HELP.test(fold(text.normalize('NFC')))) return 'help';
  const { kind, rest } = parseSmallTalk(text);
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : kind;
}

/** A friendly line back. */
export function smallTalkLine(kind: SmallTalk, language: Language, botName: string): string {
  return wordsOf(language).lines[kind](botName);
}
