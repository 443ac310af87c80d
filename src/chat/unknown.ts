import { fold, languages, wordsOf } from '../language/language.js';
import type { Message } from './messages/message.js';

/** Whether an answer only says that the documents don't have it, or that it is no business of a bot. */
export function saysNothing(answer: string): boolean {
  const said = plain(answer);
  return SENTENCES.some((sentence) => said.startsWith(sentence));
}

/** Whether the last answer of a conversation did so: what the bot can help with was told then. */
export function justSaidNothing(history: Message[]): boolean {
  const last = history.findLast(({ role }) => role === 'assistant');
  return !!last && saysNothing(last.text);
}

function plain(text: string): string {
  return (fold(text.toLowerCase()).match(/[\p{L}\p{N}']+/gu) ?? []).join(' ');
}

const SENTENCES = languages
  .map((language) => wordsOf(language))
  .flatMap(({ unknown, declined }) => [plain(unknown), plain(declined)]);
