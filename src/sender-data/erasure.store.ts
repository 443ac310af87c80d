/** Erases the data of senders. */
export abstract class ErasureStore {
  /**
   * Deletes all data of a conversation's sender in one step: messages, turns, parts, addresses, and
   * the mailbox with the work in it. A keyed hash of each MessageSid stays, so that a repeated
   * webhook doesn't bring a message back. Returns false for an unknown conversation.
   */
  abstract erase(conversationId: string): Promise<boolean>;
}
