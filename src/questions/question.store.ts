import type { Exchange } from './question.js';

/** Finds what was asked lately. */
export abstract class QuestionStore {
  /**
   * The latest exchanges in which the bot answered, or gave up: at most `most` by WhatsApp, and as many
   * of the chat API; the newest first. A person's replies, the notice that too many messages came and
   * what was said to an opt-out are none. Nothing of a conversation that is being erased is found.
   */
  abstract latest(most: number): Promise<Exchange[]>;
}

/** What a store has of a turn, to tell whether it is such an exchange. */
export interface Answered {
  mode?: string | null;
  limited?: unknown;
  endsAs?: string | null;
  outcome?: string | null;
}

/** Whether the bot answered in a turn, or gave up. */
export function isExchange({ mode, limited, endsAs, outcome }: Answered): boolean {
  if (limited || endsAs || mode === 'person') return false;
  return !!mode || outcome === 'dead';
}

/** Exchanges of two origins as one list, the newest first. */
export function newestFirst(exchanges: Exchange[]): Exchange[] {
  const at = ({ messages }: Exchange) => messages.at(-1)!.createdAt;
  return exchanges.filter(({ messages }) => messages.length).sort((a, b) => at(b) - at(a));
}
