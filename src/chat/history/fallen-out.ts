import type { Message } from '../messages/message.js';
import type { Summary } from '../messages/summary.js';
import { firstTokens, tokensIn } from './tokens.js';

/** Tokens of the history that a model gets as turns: in all, and of one message. */
const HISTORY_TOKENS = 1500;
const MESSAGE_TOKENS = 300;
/**
 * When the history grows over its tokens, it is cut to so many: what falls out is summed up, and that
 * shall not happen after each answer.
 */
const KEPT_TOKENS = 1000;
/** Tokens of messages that are summed up at a time, and of one of them. */
const CHUNK_TOKENS = 2000;

/** The messages of a history that a model gets as turns: the latest that fit, each cut if it is long. */
export function shownTo(history: Message[], summary?: Summary): Message[] {
  return latest(uncovered(history, summary).map(cut), HISTORY_TOKENS);
}

/**
 * The messages that no model gets any more, and that no summary covers yet: those that are not
 * `recent`, and those for which there is no room.
 */
export function fallenOut(past: {
  stored: Message[];
  recent: Message[];
  summary?: Summary;
}): Message[] {
  const left = uncovered(past.stored, past.summary).map(cut);
  const recent = uncovered(past.recent, past.summary).map(cut);
  const all = latest(recent, HISTORY_TOKENS).length === recent.length;
  const kept = all ? recent : latest(recent, KEPT_TOKENS);
  return left.slice(0, left.length - kept.length);
}

/** Messages in groups, each of which a model can read at once. */
export function chunksOf(messages: Message[]): Message[][] {
  const chunks: Message[][] = [];
  let room = 0;
  for (const message of messages) {
    room -= tokensIn(message.text);
    if (room < 0) {
      chunks.push([]);
      room = CHUNK_TOKENS - tokensIn(message.text);
    }
    chunks.at(-1)!.push(message);
  }
  return chunks;
}

function uncovered(history: Message[], summary?: Summary): Message[] {
  if (!summary) return history;
  const last = history.findLastIndex(({ id }) => id === summary.messageId);
  if (last >= 0) return history.slice(last + 1);
  return history.filter(({ createdAt }) => createdAt > summary.until);
}

function cut(message: Message): Message {
  return { ...message, text: firstTokens(message.text, MESSAGE_TOKENS) };
}

/** The last messages that have so many tokens together at most. */
function latest(messages: Message[], most: number): Message[] {
  let room = most;
  const from = messages.findLastIndex(({ text }) => (room -= tokensIn(text)) < 0);
  return messages.slice(from + 1);
}
