import type { Received } from '../chat/messages/received.js';
import { toSentParts } from '../mailbox/outbox/attempts/sent-part.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import type { MessageRow } from '../storage/mongo/rows/message.js';
import type { OutboxRow } from '../storage/mongo/rows/outbox.js';
import { type Records, RecordsStore } from './records.store.js';

/** What is kept of messages besides, in MongoDB. */
export class MongoRecordsStore extends RecordsStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async of(messageIds: string[]): Promise<Records> {
    const { messages, outbox } = this.db;
    const came = { _id: { $in: messageIds }, received: { $exists: true } };
    const [rows, parts] = await Promise.all([
      messages.find(came, { received: 1, acknowledged_ms: 1 }).lean(),
      outbox.find({ turn_id: { $in: messageIds } }).lean<OutboxRow[]>(),
    ]);
    const received = rows.map((row) => [row._id, toReceived(row)] as const);
    const byTurn = new Map<string, OutboxRow[]>();
    for (const part of parts) byTurn.set(part.turn_id, [...(byTurn.get(part.turn_id) ?? []), part]);
    const sent = [...byTurn].map(([id, of]) => [id, toSentParts(of)] as const);
    return { received: new Map(received), sent: new Map(sent) };
  }
}

export const open = (db: Collections): RecordsStore => new MongoRecordsStore(db);

function toReceived({ received, acknowledged_ms: ms }: Partial<MessageRow>) {
  return { received: received as Received, ...(ms !== undefined && { acknowledgedMs: ms }) };
}
