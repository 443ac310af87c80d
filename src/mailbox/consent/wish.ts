import { asRead, type MessageDetails } from '../../chat/messages/message.js';
import { intentOf, type Situation } from '../../intent/intent.js';
import {
  fold,
  guessLanguage,
  type Language,
  languages,
  type LanguageSetting,
  wordsOf,
} from '../../language/language.js';

/** What a message says about being written to: `stop`, or, of who has opted out, `start`. */
export type Wish = 'stop' | 'start';

type Said = { text: string; details?: MessageDetails };

/**
 * What a message wishes, by what is read of its text. Where the channel has understood it, that counts.
 * After the question whether no more messages are wanted, yes is a wish, and so is a word such as
 * "cancel" said again.
 */
export function wishOf(message: Said, situation: Situation = {}): Wish | undefined {
  const { optOut, flow } = message.details ?? {};
  if (optOut) return optOut === 'other' ? undefined : optOut;
  if (flow) return flow.some(wantsNoMore) ? 'stop' : undefined;
  const { kind } = intentOf(asRead(message).text, situation);
  if (kind === 'opt-in') return 'start';
  const agrees = kind === 'yes' || kind === 'opt-out-unclear';
  return kind === 'opt-out' || (agrees && situation.offered === 'opt-out') ? 'stop' : undefined;
}

/**
 * An answer to a form counts when it says so in a sentence, or says yes to a question that does. The
 * questions are the business's words, and a single word may be the name of a choice: "Priority: baja".
 */
function wantsNoMore({ question, answer }: { question: string; answer: string }): boolean {
  const isSentence = /\p{L}\s+\p{L}/u.test(answer.trim());
  if (isSentence && intentOf(answer).kind === 'opt-out') return true;
  if (intentOf(question).kind !== 'opt-out') return false;
  return answer === 'true' || intentOf(answer, { offered: 'opt-out' }).kind === 'yes';
}

/** The channel has answered this message by itself: nothing more is to be said. */
export function answeredByChannel({ details }: Pick<Said, 'details'>): boolean {
  return !!details?.optOut;
}

/** The languages that have this whole message as a word for a wish. */
const SAID_IN = new Map<string, Language[]>();

for (const language of languages)
  for (const list of [wordsOf(language).consent.stop, wordsOf(language).consent.start])
    for (const words of list.split('|'))
      SAID_IN.set(words, [...(SAID_IN.get(words) ?? []), language]);

/**
 * The language to confirm in: the configured one, else that of a word that only one language has,
 * else that of a sentence, else that of what the sender wrote before (`earlier`, the newest first).
 * STOP alone is said in any language.
 */
export function confirmationLanguage(
  text: string,
  earlier: string[],
  configured: LanguageSetting,
): Language {
  if (configured !== 'auto') return configured;
  const [of, ...others] = SAID_IN.get(bare(text)) ?? [];
  if (of && !others.length && !wordsOf(of).consent.usedByAll) return of;
  const spoken = of ? earlier : [text, ...earlier];
  return spoken.map(guessLanguage).find(Boolean) ?? of ?? languages[0];
}

export function confirmation(wish: Wish, language: Language): string {
  const { stopped, started } = wordsOf(language).consent;
  return wish === 'stop' ? stopped : started;
}

/** Case, accents and punctuation don't matter. */
function bare(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
