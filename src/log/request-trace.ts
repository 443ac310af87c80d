import { logContext } from './context.js';

/** Conversations whose request is remembered. Beyond this the oldest are forgotten. */
const REMEMBERED = 10_000;

/**
 * Remembers which request brought the newest message of a conversation, so that the worker's log
 * lines carry its id. It knows only this process's requests: after a restart, or on another node,
 * the lines carry the ids of the conversation and the turn alone.
 */
export class RequestTrace {
  /** Request ids by conversation, the oldest first. */
  private readonly requests = new Map<string, string>();

  /** Remembers that the request which is being served brought a message of this conversation. */
  mark(conversationId: string): void {
    const id = logContext().request_id;
    this.requests.delete(conversationId);
    if (!id) return;
    this.requests.set(conversationId, id);
    if (this.requests.size <= REMEMBERED) return;
    this.requests.delete(this.requests.keys().next().value!);
  }

  /** The id of that request; undefined when another node took it, or it was forgotten. */
  requestOf(conversationId: string): string | undefined {
    return this.requests.get(conversationId);
  }
}
