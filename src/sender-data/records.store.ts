import type { Received } from '../chat/messages/received.js';
import type { SentPart } from '../mailbox/outbox/attempts/sent-part.js';

/** What is kept of messages besides what is shown of them. */
export interface Records {
  /** How messages came in, and in how many milliseconds that was acknowledged, by their ids. */
  received: Map<string, { received?: Received; acknowledgedMs?: number }>;
  /** The parts of turns, with all that is kept of their sends, by the turns' ids. */
  sent: Map<string, SentPart[]>;
}

/** Reads for the export what else is kept of messages. */
export abstract class RecordsStore {
  /** The records of these messages; of an answer its id is the turn's. */
  abstract of(messageIds: string[]): Promise<Records>;
}
