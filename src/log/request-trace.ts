import { logContext } from './context.js';

/** Conversations that are remembered; the oldest are forgotten. */
const REMEMBERED = 10_000;

/**
 * Which request brought the newest message of a conversation, so that the worker's lines in the
 * log carry its id. Of this process only: after a restart the conversation and the turn remain.
 */
export class RequestTrace {
  private readonly requests = new Map<string, string>();

  /** The request that is being served brought something for this conversation. */
  mark(conversationId: string): void {
    const id = logContext().request_id;
    this.requests.delete(conversationId);
    if (!id) return;
    this.requests.set(conversationId, id);
    if (this.requests.size <= REMEMBERED) return;
    this.requests.delete(this.requests.keys().next().value!);
  }

  /** Undefined when it came in elsewhere, or long ago. */
  requestOf(conversationId: string): string | undefined {
    return this.requests.get(conversationId);
  }
}
