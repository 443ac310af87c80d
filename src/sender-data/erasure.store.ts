/** The sender's wish to be forgotten. */
export abstract class ErasureStore {
  /**
   * Removes all that is kept of a conversation's sender, in one step: messages, turns, parts,
   * addresses, and the mailbox with whatever is in work. A keyed hash of each MessageSid stays, so
   * that none is ever taken in again. False for an unknown conversation.
   */
  abstract erase(conversationId: string): Promise<boolean>;
}
