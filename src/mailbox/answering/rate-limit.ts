import type { Message } from '../../chat/messages/message.js';
import type { Window } from '../turns/work.js';

/** Milliseconds. The limit is RATE_LIMIT_PER_MINUTE, so a window lasts a minute. */
const WINDOW_MS = 60_000;

/** A turn's messages have so many characters at most, unless a single message has more. */
const MOST_CHARACTERS = 8000;

/** The messages that the next turn covers, and whether they are over the sender's limit. */
export interface RateLimited {
  messages: Message[];
  /** The messages are over the sender's limit: no answer is generated. */
  limited: boolean;
  /** The sender gets a notice about it: one in a window, and one on a day. */
  notice: false | 'minute' | 'day';
  /** The window after these messages, to be stored with the turn. */
  window: Window;
}

/**
 * Takes the first of the waiting messages that are all within the sender's limit, or all over it;
 * at most `most` of them. A window starts with the first message after the end of the one `before`.
 * Messages count by the time of their acceptance, and the window is stored with the turn under the
 * mailbox's lease, so that every node comes to the same result.
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
  const notice = limited && !window!.noticed && 'minute';
  const noticed = window!.noticed || !!notice;
  return { messages, limited, notice, window: { ...window!, noticed } };
}

function count(window: Window | undefined, at: number): Window {
  // One that lies in the future is over, too: somebody has set the clock back since.
  if (!window || Math.abs(at - window.start) >= WINDOW_MS)
    return { ...window, start: at, count: 1, noticed: false };
  return { ...window, count: window.count + 1 };
}
