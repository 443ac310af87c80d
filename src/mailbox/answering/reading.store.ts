import type { Message } from '../../chat/messages/message.js';
import type { Claim } from '../queue/queue.store.js';

/** Keeps what was read of the media of messages that wait, beside them. */
export abstract class ReadingStore {
  /**
   * Puts a text and details in the place of those of a message that waits. Changes nothing and
   * returns false when the claim is lost or the message waits no more.
   */
  abstract keep(claim: Claim, message: Pick<Message, 'id' | 'text' | 'details'>): Promise<boolean>;
}
