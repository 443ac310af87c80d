import { type Offer, offerIn } from '../intent/offer.js';
import { fold, languages, wordsOf } from '../language/language.js';
import type { Turn } from './turn.js';
import type { Message } from './messages/message.js';

/** Whether an answer only says that the documents don't have it, or that it is no business of a bot. */
export function saysNothing(answer: string): boolean {
  const said = plain(answer);
  return [...UNKNOWN, ...DECLINED].some((sentence) => said.startsWith(sentence));
}

/** Whether an answer only says that the documents don't have it. */
export function saysUnknown(answer: string): boolean {
  const said = plain(answer);
  return UNKNOWN.some((sentence) => said.startsWith(sentence));
}

/**
 * An answer that only says "I don't have that", whoever made it, ends with the offer of a person: once,
 * also where a model has written the offer itself. Where each message stands alone (`history_hours` 0),
 * a yes would not be understood.
 */
export function withOffer<T extends { text: string }>(answer: T, { language, config }: Turn): T {
  const offers = saysUnknown(answer.text) && offerIn(answer.text) !== 'person';
  if (!offers || !config.historyHours) return answer;
  return { ...answer, text: `${answer.text}\n\n${wordsOf(language).offers.person}` };
}

/**
 * "Cancel" alone may mean an order or the messages: what the documents say of it, and once the question
 * whether no more messages are wanted.
 */
export function withQuestionBack<T extends { text: string }>(answer: T, turn: Turn): T {
  const { optOut } = wordsOf(turn.language).offers;
  if (lastOffer(turn.history) === 'opt-out') return withOffer(answer, turn);
  return { ...answer, text: saysNothing(answer.text) ? optOut : `${answer.text}\n\n${optOut}` };
}

/** What the bot's last message offered. */
export function lastOffer(history: Message[]): Offer | undefined {
  const last = history.findLast(({ role }) => role === 'assistant');
  return last && offerIn(last.text);
}

/** Whether the last answer of a conversation did so: what the bot can help with was told then. */
export function justSaidNothing(history: Message[]): boolean {
  const last = history.findLast(({ role }) => role === 'assistant');
  // A note on what could not be read may stand before it.
  return !!last && last.text.split('\n\n').some(saysNothing);
}

function plain(text: string): string {
  return (fold(text.toLowerCase()).match(/[\p{L}\p{N}']+/gu) ?? []).join(' ');
}

const UNKNOWN = languages.map((language) => plain(wordsOf(language).unknown));
const DECLINED = languages.map((language) => plain(wordsOf(language).declined));
