import {
  type Language,
  languageOf,
  type LanguageSetting,
  phrasesOfAll,
} from '../language/language.js';
import { terms } from '../language/terms.js';
import type { Message } from './messages/message.js';
import { smallTalk } from './small-talk.js';

/** In characters: how much of what was said before the model gets to see. */
const HISTORY_CHARS = 4000;
const MESSAGE_CHARS = 1200;
/** Messages asked from the store. */
export const HISTORY_MESSAGES = 12;

/** A message as a model takes it. */
export interface Said {
  role: 'user' | 'assistant';
  text: string;
}

const CONNECTIVE = new RegExp(
  `^[\\s¿¡]*(${phrasesOfAll(({ phrases }) => phrases.connectives).join('|')})(?=[\\s,?]|$)`,
  'i',
);

/** Whether a question leans on the one before: "¿Y los domingos?", "Price?". */
export function isFollowUp(text: string): boolean {
  return CONNECTIVE.test(text) || terms(text, languageOf(text)).length === 1;
}

/** The history without the turn's own messages, which the store may already show. */
export function before(text: string, history: Message[]): Message[] {
  for (let end = history.length - 1; history[end]?.role === 'user'; end--) {
    const tail = history.slice(end).map((message) => message.text);
    if (tail.join('\n') === text) return history.slice(0, end);
  }
  return history;
}

function isQuestion({ role, text }: Message): boolean {
  return role === 'user' && !!text.trim() && !smallTalk(text);
}

/** What a follow-up leans on: the question before it and, if that was one too, those before. */
export function leaningOn(history: Message[]): string | undefined {
  const questions = history.filter(isQuestion);
  const recent = questions.slice(-3).map(({ text }) => text);
  const start = recent.findLastIndex((text) => !isFollowUp(text));
  return recent.slice(Math.max(start, 0)).join(' ') || undefined;
}

/**
 * The latest of a conversation for the model: bounded, starting with the user, ending with the
 * assistant and in turns, as many models' templates demand. A question that got no answer is left
 * out: the turn's text must be the only last one.
 */
export function forModel(history: Message[]): Said[] {
  const said: Said[] = [];
  let room = HISTORY_CHARS;
  for (const { role, text } of history.toReversed()) {
    const short = text.slice(0, MESSAGE_CHARS).replace(/[\ud800-\udbff]$/, '');
    room -= short.length;
    if (room < 0) break;
    if (said[0]?.role === role) said[0] = { role, text: `${short}\n${said[0].text}` };
    else if (short && (said.length || role === 'assistant')) said.unshift({ role, text: short });
  }
  return said[0]?.role === 'assistant' ? said.slice(1) : said;
}

/** The language to answer in: the configured one, else the text's, else the conversation's. */
export function replyLanguage(
  text: string,
  history: Message[],
  configured: LanguageSetting,
): Language {
  if (configured !== 'auto') return configured;
  const asked = history.filter(({ role }) => role === 'user').map((message) => message.text);
  return languageOf(text, ...asked.reverse());
}
