import type { Message } from '../../chat/messages/message.js';
import type { Window } from '../turns/work.js';

const WINDOW_MS = 60_000;

/** As much text as one question may have; what is longer makes the next turn. */
const MOST_CHARACTERS = 8000;

/** The messages that the next turn covers, and whether they are over the sender's limit. */
export interface RateLimited {
  messages: Message[];
  /** They are over the sender's limit: no answer is generated. */
  limited: boolean;
  /** The sender is to be told so: once a window. */
  notice: boolean;
  window: Window;
}

/**
 * Takes the first of the waiting messages that share a fate: those within the sender's limit, or
 * those over it. A window starts with the first message after the former one's end. Counted by the
 * times of acceptance, under the mailbox's lease, and kept with the turn: any node counts the same.
 */
export function rateLimit(
  waiting: Message[],
  before: Window | undefined,
  perMinute: number,
  most = Infinity,
): RateLimited {
  const messages: Message[] = [];
  let window = before;
  let limited = false;
  let characters = 0;
  for (const message of waiting) {
    const next = count(window, message.createdAt);
    const over = next.count > perMinute;
    characters += message.text.length;
    if (messages.length && (over !== limited || characters > MOST_CHARACTERS)) break;
    limited = over;
    window = next;
    if (messages.push(message) >= most) break;
  }
  const notice = limited && !window!.noticed;
  return { messages, limited, notice, window: { ...window!, noticed: window!.noticed || notice } };
}

function count(window: Window | undefined, at: number): Window {
  if (!window || at >= window.start + WINDOW_MS) return { start: at, count: 1, noticed: false };
  return { ...window, count: window.count + 1 };
}
