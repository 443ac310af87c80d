import { type Language, languageOf, type LanguageSetting } from '../language/language.js';
import type { Earlier } from './messages/earlier.js';
import { asRead, mayAsk, type Message } from './messages/message.js';
import type { Summary } from './messages/summary.js';
import { shownTo } from './history/fallen-out.js';
import { choosesOnly, isFollowUp } from './history/follow-up.js';
import { intentOf } from '../intent/intent.js';
import type { Turn } from './turn.js';
import { lastOffer } from './unknown.js';

/** Questions of the history at most with which a follow-up is understood. */
const MOST_BEFORE = 3;
/** Characters of a message that surely asks something, however it is to be understood. */
const LONG = 500;

/** A message in the form that a model takes. */
export interface ModelMessage {
  role: 'user' | 'assistant';
  text: string;
}

/**
 * The history without the messages that are being answered (`own`), which the store may already hold.
 * What else waits was not said before either.
 */
export function historyBefore(history: Message[], own: Message[]): Message[] {
  const ids = new Set(own.map(({ id }) => id));
  return history.filter((message) => !ids.has(message.id) && !waits(message));
}

function waits({ role, source, turnId }: Message): boolean {
  return role === 'user' && source === 'whatsapp' && turnId === undefined;
}

/** What was said before a message. */
interface Past {
  /** The latest messages, oldest first. */
  stored: Message[];
  /** Those of them that still count. */
  recent: Message[];
  summary?: Summary;
}

/** Nothing was said before. */
export const NOTHING_SAID: Earlier = { messages: [] };

/** What was said before the messages that are being answered (`own`); what counts was said after `from`. */
export function pastOf({ messages, summary }: Earlier, own: Message[], from: number): Past {
  const stored = historyBefore(messages.map(asRead), own);
  return { stored, recent: stored.filter(({ createdAt }) => createdAt > from), summary };
}

/** The history as if these messages had been said last. */
export function endingWith(history: Message[], last: Message[]): Message[] {
  const ids = new Set(last.map(({ id }) => id));
  return [...history.filter(({ id }) => !ids.has(id)), ...last];
}

/** What a message asks; undefined where it asks nothing, as a yes, a complaint or "???" does. */
function askedIn(message: Message, before: Message[]): string | undefined {
  const { role, text } = message;
  if (role !== 'user' || !mayAsk(message) || !text.trim()) return undefined;
  // Understanding takes its time, and so many messages may have to be looked at.
  if (text.length > LONG) return text;
  const intent = intentOf(text, { offered: lastOffer(before) });
  if (intent.kind === 'correction') return intent.rest || undefined;
  return intent.kind === 'question' || intent.kind === 'opt-out-unclear' ? text : undefined;
}

/**
 * The questions that a follow-up needs to be understood: the one before it and, if that was a
 * follow-up too, those before; three at most.
 */
export function previousQuestions(history: Message[]): string | undefined {
  const questions: string[] = [];
  for (let at = history.length - 1; at >= 0 && questions.length < MOST_BEFORE; at--) {
    const question = askedIn(history[at], history.slice(0, at));
    if (!question || choosesOnly(question)) continue;
    questions.unshift(question);
    if (!isFollowUp(question)) break;
  }
  return questions.join(' ') || undefined;
}

/**
 * The latest messages of a conversation for the model, without those that its summary covers. They
 * begin with the user, end with the assistant and alternate, because many models' templates demand it.
 * A last question without an answer is left out, since the new text follows as the user's message.
 */
export function forModel({ history, summary }: Pick<Turn, 'history' | 'summary'>): ModelMessage[] {
  const messages: ModelMessage[] = [];
  for (const { role, text } of shownTo(history, summary).toReversed()) {
    if (messages[0]?.role === role) messages[0] = { role, text: `${text}\n${messages[0].text}` };
    else if (text && (messages.length || role === 'assistant')) messages.unshift({ role, text });
  }
  return messages[0]?.role === 'assistant' ? messages.slice(1) : messages;
}

/** The language of the answer: the configured one, else the text's, else the conversation's. */
export function replyLanguage(
  text: string,
  history: Message[],
  configured: LanguageSetting,
): Language {
  if (configured !== 'auto') return configured;
  const asked = history.filter(({ role }) => role === 'user').map((message) => message.text);
  return languageOf(text, ...asked.reverse());
}
