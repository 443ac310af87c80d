/**
 * Erases the data of senders, in steps that are short however much there is: others write in
 * between, and after a crash the rest is erased later.
 */
export abstract class ErasureStore {
  /**
   * Deletes all data of a conversation's sender: messages, turns, parts, addresses, and the mailbox
   * with the work in it. A keyed hash of each MessageSid stays, so that a repeated webhook doesn't
   * bring a message back. Returns false for an unknown conversation.
   */
  async erase(conversationId: string): Promise<boolean> {
    const ids = await this.begin(conversationId);
    for (const id of ids) while (await this.eraseSome(id));
    return ids.length > 0;
  }

  /** Erases what is left of the erasures that were begun, by a process that died for example. */
  async goOn(): Promise<void> {
    for (const id of await this.begun()) while (await this.eraseSome(id));
  }

  /**
   * Begins to erase a conversation and those that were merged into it. From here on none of them is
   * listed or found, nothing in them is answered or sent, and a repeated webhook of their messages
   * brings nothing back. Returns their ids, also where the erasure was begun before; none for an
   * unknown conversation.
   */
  abstract begin(conversationId: string): Promise<string[]>;

  /** Returns the conversations whose erasure was begun and isn't complete. */
  abstract begun(): Promise<string[]>;

  /**
   * Deletes at most `most` rows of each kind of a conversation whose erasure was begun. Returns
   * false once nothing of it is left.
   */
  abstract eraseSome(conversationId: string, most?: number): Promise<boolean>;
}
