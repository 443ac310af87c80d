import type { LineId } from '../../config/lines/line.js';
import type { Trace } from '../trace/trace.js';
import type { Message } from './message.js';

/** Keeps the messages of all conversations, in the order in which the store took them. */
export abstract class MessageRepository {
  /**
   * Keeps messages of one conversation that no turn will cover: those of the chat API. If the
   * conversation was merged into another, they are kept there. If it was erased, nothing is kept.
   * `trace` is what the last of them, an answer, was made from; of `sources`, curated answers are
   * counted as given.
   */
  abstract keep(messages: Message[], trace?: Trace, sources?: unknown[]): Promise<void>;

  /** Creates a conversation on a line with its first messages, all in one transaction: see `keep`. */
  abstract begin(
    messages: Message[],
    trace?: Trace,
    sources?: unknown[],
    line?: LineId,
  ): Promise<void>;

  /**
   * The latest `limit` messages, oldest first, for the model. Messages that wait for their turn are
   * left out: they will be the text of that turn.
   */
  abstract history(conversationId: string, limit: number): Promise<Message[]>;

  /**
   * A page of a conversation's messages, oldest first or newest first, and the cursor of the next page.
   * Without `cursor` it is the first page. Throws a `BadCursor` for a cursor that no page gave.
   */
  abstract page(
    conversationId: string,
    limit: number,
    cursor?: string,
    newestFirst?: boolean,
  ): Promise<{ messages: Message[]; next: string | null }>;
}
