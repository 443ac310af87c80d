import type { ClientSession } from 'mongoose';
import type { LineId } from '../config/lines/line.js';
import { isDuplicateKey } from '../storage/mongo/errors.js';
import type { Collections } from '../storage/mongo/collections.js';
import { begunOn, type ConversationRow } from '../storage/mongo/rows/conversation.js';
import { FENCE } from './fence.mongo.js';
import { NOT_WAITING } from './handover/handover.mongo.js';
import { senderWords } from './finding/sender-words.js';
import { addressIn, type LineAddress } from '../config/lines/line-address.js';
import { linkOf, type Reached } from './linking.js';
import { newConversationId } from './new-conversation-id.js';
import { knownOtherwise, sessionsAt } from './session-row.mongo.js';
import { knownAs, type Resolved, type Sender } from './session.js';

/** Times of which the later one counts. */
type LaterCounts = 'activity_at' | 'last_inbound_at' | 'window_refused_at' | 'followed_up_for';

/** Finds or creates the conversation of one sender, and links the sender's addresses to it. */
export class MongoLinking {
  constructor(private readonly db: Collections) {}

  /**
   * Links as `linkOf` decides, in one transaction. When two calls link the same sender at the same
   * time, one fails with a duplicate key, runs again and finds what the other has stored. No key
   * tells two forms of a phone, so it looks again whether another call has stored the other one.
   */
  async link(sender: Sender): Promise<Resolved> {
    try {
      const linked = await this.db.transaction((session) => this.linkOnce(sender, session));
      const [again] = await knownOtherwise(this.db, [sender]);
      return again ? this.link(again) : linked;
    } catch (error) {
      if (isDuplicateKey(error)) return this.link(sender);
      throw error;
    }
  }

  private async linkOnce(sender: Sender, session: ClientSession): Promise<Resolved> {
    const { into, point, drop, merged } = linkOf(sender, await this.reachedBy(sender, session));
    if (drop.length) await this.db.sessions.deleteMany({ wa_id: { $in: drop } }, { session });
    if (!into) return this.create(point, sender.line, session);
    for (const younger of merged) await this.merge(younger, into, session);
    for (const address of point) await this.point(address, into, session);
    return { conversationId: into, ...(merged.length && { merged }) };
  }

  /** The conversations that the sender's addresses lead to, the oldest first. */
  private async reachedBy(sender: Sender, session: ClientSession): Promise<Reached[]> {
    const known = await sessionsAt(this.db, knownAs(sender), session);
    const ids = [...new Set([...known.values()].map(({ conversationId }) => conversationId))];
    const query = this.db.conversations.find({ _id: { $in: ids } }, { _id: 1 }, { session });
    const conversations = await query.sort({ created_at: 1, _id: 1 }).lean();
    const all = { conversation_id: { $in: ids } };
    const rows = await this.db.sessions.find(all, null, { session }).lean();
    const addressesOfOne = (id: string) => rows.filter((row) => row.conversation_id === id);
    return conversations.map(({ _id }) => ({
      conversationId: _id,
      addresses: addressesOfOne(_id).map(({ wa_id }) => wa_id),
    }));
  }

  private async create(
    addresses: LineAddress[],
    line: LineId | undefined,
    session: ClientSession,
  ): Promise<Resolved> {
    const conversationId = newConversationId();
    await this.db.conversations.updateOne(
      { _id: conversationId },
      { $setOnInsert: begunOn('whatsapp', line) },
      { upsert: true, session },
    );
    for (const address of addresses) await this.point(address, conversationId, session);
    return { conversationId };
  }

  private async point(waId: string, conversationId: string, session: ClientSession) {
    const now = new Date();
    await this.db.sessions.updateOne(
      { wa_id: waId },
      {
        $set: { conversation_id: conversationId, created_at: now, updated_at: now },
        $setOnInsert: { words: senderWords(addressIn(waId)) },
      },
      { upsert: true, session },
    );
  }

  /**
   * Merges the younger conversation into the older one. Both mailboxes are fenced and due at once, so
   * that a worker moves what the younger contains, and nothing is answered in the older before that.
   */
  private async merge(younger: string, older: string, session: ClientSession): Promise<void> {
    await this.db.sessions.updateMany(
      { conversation_id: younger },
      { $set: { conversation_id: older } },
      { session },
    );
    await this.inheritState(younger, older, session);
    await this.db.conversations.updateMany(
      { $or: [{ _id: younger }, { merged_into: younger }] },
      [{ $set: { merged_into: older, ...NOT_WAITING, unread: '$$REMOVE', ...FENCE } }],
      { session, updatePipeline: true },
    );
  }

  /**
   * Applies the younger conversation's takeover, opt-out and wait for a person to the older one,
   * because both belong to the same sender. Who waits in both has waited since the earlier time, and
   * who opted out in either waits for nobody. The later step and activity count, and what nobody has
   * read in either is unread. It fences the older mailbox, whose worker doesn't know of the younger.
   */
  private async inheritState(
    younger: string,
    older: string,
    session: ClientSession,
  ): Promise<void> {
    const row = await this.db.conversations.findById(younger, null, { session }).lean();
    const { taken_at, opted_out_at, unreachable_at, unread } = row ?? {};
    const orOurs = (name: 'unreachable_at' | 'unreachable_why' | 'unreachable_code') => ({
      [name]: { $ifNull: [`$${name}`, row?.[name] ?? '$$REMOVE'] },
    });
    const later = (name: LaterCounts) =>
      row?.[name] && { [name]: { $max: [`$${name}`, row[name]] } };
    const known = {
      ...later('activity_at'),
      ...later('last_inbound_at'),
      ...later('window_refused_at'),
      ...later('followed_up_for'),
      ...(unread && { unread }),
      ...(taken_at && { taken_at: { $ifNull: ['$taken_at', taken_at] } }),
      ...(opted_out_at && { opted_out_at: { $ifNull: ['$opted_out_at', opted_out_at] } }),
      ...(row && handoverOf(row)),
      ...(unreachable_at && {
        ...orOurs('unreachable_at'),
        ...orOurs('unreachable_why'),
        ...orOurs('unreachable_code'),
      }),
    };
    await this.db.conversations.updateOne(
      { _id: older },
      [{ $set: { ...FENCE, has_merged: true, ...known } }, { $set: unlessOptedOut }],
      { session, updatePipeline: true },
    );
  }
}

/** Who opted out waits for nobody. */
const unlessOptedOut = Object.fromEntries(
  Object.keys(NOT_WAITING).map((name) => [
    name,
    { $cond: ['$opted_out_at', '$$REMOVE', `$${name}`] },
  ]),
);

/** What the wait and the latest step of a merged conversation make of the other one's. */
function handoverOf(row: ConversationRow): object {
  const { waiting_since, waiting_reason, promised_at, handover_at } = row;
  const first = { $lt: [waiting_since, { $ifNull: ['$waiting_since', NEVER] }] };
  const later = { $gt: [handover_at, '$handover_at'] };
  const steps = ['handover_step', 'handover_reason', 'handover_at'] as const;
  return {
    // `$min` and `$max` pass over what is missing.
    ...(waiting_since && { waiting_since: { $min: ['$waiting_since', waiting_since] } }),
    ...(waiting_since && { waiting_reason: { $cond: [first, waiting_reason, '$waiting_reason'] } }),
    ...(promised_at && { promised_at: { $max: ['$promised_at', promised_at] } }),
    ...(handover_at &&
      Object.fromEntries(steps.map((of) => [of, { $cond: [later, row[of], `$${of}`] }]))),
  };
}

/** Later than every time. */
const NEVER = new Date(8.64e15);
