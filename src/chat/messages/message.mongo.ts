import mongoose, { type ClientSession } from 'mongoose';
import { countServed } from '../../knowledge/answers/served.mongo.js';
import { partsOf } from '../../http/cursor.js';
import { foldedRuns } from '../../language/search/runs.js';
import type { LineId } from '../../config/lines/line.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { begunOn } from '../../storage/mongo/rows/conversation.js';
import { type MessageRow, nextInOrder, type Timestamp } from '../../storage/mongo/rows/message.js';
import type { Trace } from '../trace/trace.js';
import { insertTraces } from '../trace/trace.mongo.js';
import { readContent, type Message } from './message.js';
import { MessageRepository } from './message.repository.js';

/** A text of the longest kind has hardly more. */
const MOST_WORDS = 1000;

/** By what words a message is found. It isn't while it waits: accepting it takes no time for that. */
export function findableBy(text: unknown): string[] {
  return typeof text === 'string' ? foldedRuns(text, MOST_WORDS) : [];
}

const UPDATE_PIPELINE = { updatePipeline: true } as const;

/** A message as MongoDB stores it. `waiting`: a turn will cover it later. */
export function toRow(message: Message, waiting: boolean): MessageRow {
  const { id, conversationId, role, source, text, details, turnId, createdAt, received } = message;
  return {
    _id: id,
    seq: nextInOrder(),
    conversation_id: conversationId,
    role,
    source,
    text,
    created_at: new Date(createdAt),
    ...(details !== undefined && { details }),
    ...(received && { received }),
    ...(turnId && { turn_id: turnId }),
    ...(waiting ? { waiting } : { words: findableBy(text) }),
  };
}

/** All but how it came, which few ask for. */
export const SHOWN = { received: 0, words: 0 } as const;

/** A message as it was read from MongoDB. */
export function toMessage(row: MessageRow): Message {
  return {
    id: row._id,
    conversationId: row.conversation_id,
    role: row.role,
    source: row.source,
    ...readContent({
      text: row.text,
      details: row.details,
      createdAt: row.created_at instanceof Date && row.created_at.getTime(),
    }),
    ...(row.turn_id && { turnId: row.turn_id }),
  };
}

/** Messages in MongoDB. */
export class MongoMessageRepository extends MessageRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  async keep(messages: Message[], trace?: Trace, sources?: unknown[]): Promise<void> {
    const row = await this.db.conversations.findById(messages[0].conversationId).lean();
    if (!row) return;
    const conversationId = row.merged_into ?? row._id;
    const kept = messages.map((message) => ({ ...message, conversationId }));
    const active = [{ $set: { activity_at: { $max: ['$activity_at', '$$NOW'] }, unread: true } }];
    await this.db.transaction(async (session) => {
      await this.insert(kept, session, trace);
      await countServed(this.db, sources, session);
      const options = { session, ...UPDATE_PIPELINE };
      await this.db.conversations.updateOne({ _id: conversationId }, active, options);
    });
  }

  begin(messages: Message[], trace?: Trace, sources?: unknown[], line?: LineId): Promise<void> {
    return this.db.transaction(async (session) => {
      await this.db.conversations.updateOne(
        { _id: messages[0].conversationId },
        { $setOnInsert: { ...begunOn('api', line), unread: true } },
        { upsert: true, session },
      );
      await this.insert(messages, session, trace);
      await countServed(this.db, sources, session);
    });
  }

  /** Uses the driver itself: Mongoose would build a document for each row only to discard it. */
  private async insert(messages: Message[], session: ClientSession, trace?: Trace): Promise<void> {
    const rows = messages.map((message) => toRow(message, false));
    await this.db.messages.collection.insertMany(rows as never[], { session });
    const answerId = messages.at(-1)!.id;
    await insertTraces(this.db, trace ? [{ answerId, trace }] : [], session);
  }

  async history(conversationId: string, limit: number): Promise<Message[]> {
    const rows = await this.db.messages
      .find({ conversation_id: conversationId, waiting: { $exists: false } }, SHOWN)
      .sort({ seq: -1 })
      .limit(limit)
      .lean<MessageRow[]>();
    return rows.map(toMessage).reverse();
  }

  async page(conversationId: string, limit: number, cursor?: string, newestFirst = false) {
    const rows = await this.db.messages
      .find(
        {
          conversation_id: conversationId,
          ...(cursor && { seq: fromCursor(cursor, newestFirst) }),
        },
        SHOWN,
      )
      .sort({ seq: newestFirst ? -1 : 1 })
      .limit(limit + 1)
      .lean<MessageRow[]>();
    const next = rows.length > limit ? cursorOf(rows[limit - 1], newestFirst) : null;
    return { messages: rows.slice(0, limit).map(toMessage), next };
  }
}

export const open = (db: Collections): MessageRepository => new MongoMessageRepository(db);

function fromCursor(
  cursor: string,
  newestFirst: boolean,
): { [$side in '$lt' | '$gt']?: Timestamp } {
  const [digits] = partsOf(cursor, CURSOR_FORM[newestFirst ? 'newest' : 'oldest']);
  const seq = new mongoose.mongo.Timestamp(BigInt(digits));
  return newestFirst ? { $lt: seq } : { $gt: seq };
}

function cursorOf({ seq }: MessageRow, newestFirst: boolean): string {
  return newestFirst ? `n${seq}` : `${seq}`;
}

/** The two orders differ: no list takes a cursor of the other one. */
const CURSOR_FORM = { oldest: /^(\d{1,20})$/, newest: /^n(\d{1,20})$/ };
