import { randomUUID } from 'node:crypto';
import mongoose, { type ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { ConsentRow } from '../../storage/mongo/rows/consent.js';
import { nextInOrder } from '../../storage/mongo/rows/message.js';
import { sessionsIn } from '../session-row.mongo.js';
import type { ConsentNews, ConsentRecord } from './consent-record.js';

/** Adds to the record of consent, in the transaction that changes the state. */
export async function noteConsent(
  db: Collections,
  conversation_id: string,
  news: ConsentNews,
  session: ClientSession,
): Promise<void> {
  const [address] = await sessionsIn(db, [conversation_id], session);
  const { kind, by, words, messageId, optOutType, code, call, reason } = news;
  const all = {
    conversation_id,
    kind,
    by,
    address: address?.waId,
    words,
    message_id: messageId,
    opt_out_type: optOutType,
    code,
    call,
    reason,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  const row = {
    _id: randomUUID(),
    seq: nextInOrder(),
    at: new Date(),
    ...Object.fromEntries(given),
  };
  await db.consents.collection.insertOne(row as never, { session });
}

/** Returns records in their order, behind `after`: of one conversation and what it took in, or all. */
export async function consentRecords(
  { consents, conversations }: Collections,
  limit: number,
  after = '0',
  conversationId?: string,
): Promise<ConsentRecord[]> {
  const which = { $or: [{ _id: conversationId }, { merged_into: conversationId }] } as object;
  const ids = conversationId && (await conversations.find(which, { _id: 1 }).lean());
  const rows = await consents
    .find({
      seq: { $gt: mongoose.mongo.Timestamp.fromString(after, 10) },
      ...(ids && { conversation_id: { $in: ids.map(({ _id }) => _id) } }),
    })
    .sort({ seq: 1 })
    .limit(limit)
    .lean<ConsentRow[]>();
  return rows.map(toRecord);
}

function toRecord(row: ConsentRow): ConsentRecord {
  const { kind, by, address, words, code, call, reason, person } = row;
  const given = {
    address,
    words,
    code,
    call,
    reason,
    person,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    optOutType: row.opt_out_type,
    erasedAt: row.erased_at?.getTime(),
  };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  const at = row.at.getTime();
  return { id: row._id, seq: row.seq.toString(), kind, by, at, ...Object.fromEntries(known) };
}
