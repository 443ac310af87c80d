import type { LineId } from '../config/lines/line.js';
import type { Conversation, ConversationCursor, ConversationFilter } from './conversation.js';
import type { LineAddress } from '../config/lines/line-address.js';
import type { GivenBackBy, Wait } from './handover/handover.js';
import type { Resolved, Sender, Session } from './session.js';

/**
 * Maps each sender's address, on the line that was written to (`wa_id`), to a conversation, in
 * `whatsapp_sessions`, and reads the conversations. A merged conversation is found under its own id,
 * too. A phone is the same in each of its forms (`formsOf`), here and in a filter.
 */
export abstract class SessionRepository {
  /**
   * Returns the conversation of a sender, and creates it for a new one. Two first messages that
   * arrive at the same time get the same conversation. Links, merges and moves as `linkOf` decides,
   * and touches the sender's addresses.
   */
  abstract getOrCreate(sender: Sender): Promise<Resolved>;

  /**
   * Stores that a message came from this address on its line now, and the sender's profile name. It changes
   * nothing for an unknown address.
   */
  abstract touch(waId: LineAddress, profileName?: string): Promise<void>;

  /**
   * Returns the session of an address on a line, in whichever form a phone is written; null for an
   * unknown one.
   */
  abstract find(waId: string, line?: LineId): Promise<Session | null>;

  /**
   * Returns the id of the conversation that this id stands for now: its own, or that of the
   * conversation it was merged into. Returns null for an unknown id.
   */
  abstract resolve(conversationId: string): Promise<string | null>;

  /**
   * Returns the addresses of a conversation. Phones come first: replies go to the first address.
   */
  abstract addresses(conversationId: string): Promise<string[]>;

  /** Returns the conversation that this id stands for now, or null for an unknown id. */
  abstract conversation(id: string): Promise<Conversation | null>;

  /**
   * Lists conversations in the order that `orderOf` says. `after` is the last one of the page before.
   * By activity, one in which something is said while pages are read moves ahead of them.
   */
  abstract conversations(
    filter: ConversationFilter,
    limit: number,
    after?: ConversationCursor,
  ): Promise<Conversation[]>;

  /**
   * Stores that a person has read all that is in a conversation. Returns whether anything was unread
   * that isn't any more. It changes nothing for an unknown conversation.
   */
  abstract read(conversationId: string): Promise<boolean>;

  /**
   * Stores that the sender may be reached again, by a person's word. Returns whether they were
   * unreachable.
   */
  abstract clearUnreachable(conversationId: string): Promise<boolean>;

  /**
   * Stores that the sender waits for a person from now on. Who waits already has waited since then,
   * and nobody who has opted out waits: nothing can be sent to them.
   */
  abstract waitForPerson(conversationId: string, wait: Wait): Promise<void>;

  /** Gives a conversation back to the bot. Returns false where the bot has it already. */
  abstract giveBack(conversationId: string, by: GivenBackBy): Promise<boolean>;

  /**
   * Links the forms of a phone that a former version took for several people's, of some addresses
   * behind `after`. Returns where to go on, and null once all are linked.
   */
  abstract unite(after?: string): Promise<string | null>;
}
