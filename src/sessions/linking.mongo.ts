import { randomUUIDv7 } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import { isDuplicateKey } from '../storage/mongo/errors.js';
import type { Collections } from '../storage/mongo/collections.js';
import { NEW_CONVERSATION } from '../storage/mongo/rows/conversation.js';
import { FENCE } from './fence.mongo.js';
import { type Known, linkOf } from './linking.js';
import { sessionsAt } from './session-row.mongo.js';
import { isPhone } from '../address.js';
import { addressesOf, type Resolved, type Sender } from './session.js';

/** Finds or creates the conversation of one sender, and links the sender's addresses to it. */
export class MongoLinking {
  constructor(private readonly db: Collections) {}

  /**
   * Links as `linkOf` decides, in one transaction. When two calls link the same sender at the same
   * time, one fails with a duplicate key, runs again and finds what the other has stored.
   */
  async link(sender: Sender): Promise<Resolved> {
    try {
      return await this.db.transaction((session) => this.linkOnce(sender, session));
    } catch (error) {
      if (isDuplicateKey(error)) return this.link(sender);
      throw error;
    }
  }

  private async linkOnce(sender: Sender, session: ClientSession): Promise<Resolved> {
    const link = linkOf(sender, await this.knownOf(sender, session));
    switch (link.kind) {
      case 'known':
        return { conversationId: link.conversationId };
      case 'create':
        return this.create(addressesOf(sender), session);
      case 'alias':
        await this.point(link.address, link.conversationId, session);
        return { conversationId: link.conversationId };
      case 'merge':
        await this.merge(link.younger, link.older, session);
        return { conversationId: link.older, merged: link.younger };
      case 'move':
        if (!link.to) return this.create(addressesOf(sender), session);
        await this.point(sender.phone!, link.to, session);
        return { conversationId: link.to };
    }
  }

  private async knownOf(sender: Sender, session: ClientSession): Promise<Known> {
    const rows = await sessionsAt(this.db, addressesOf(sender), session);
    const phone = sender.phone ? rows.get(sender.phone) : undefined;
    const user = sender.userId ? rows.get(sender.userId) : undefined;
    const userOfPhone =
      phone && sender.userId ? await this.userIdOf(phone.conversationId, session) : undefined;
    const phoneIsOlder =
      phone && user && (await this.isOlder(phone.conversationId, user.conversationId, session));
    return { phone, user, userOfPhone, phoneIsOlder };
  }

  private async isOlder(one: string, other: string, session: ClientSession): Promise<boolean> {
    const rows = { _id: { $in: [one, other] } };
    const query = this.db.conversations.find(rows, { created_at: 1 }, { session });
    const [older] = await query.sort({ created_at: 1 }).limit(1).lean();
    return older?._id === one;
  }

  private async userIdOf(conversationId: string, session: ClientSession) {
    const rows = await this.db.sessions
      .find({ conversation_id: conversationId }, null, { session })
      .lean();
    return rows.find((row) => !isPhone(row.wa_id))?.wa_id;
  }

  private async create(addresses: string[], session: ClientSession): Promise<Resolved> {
    const conversationId = randomUUIDv7();
    await this.db.conversations.updateOne(
      { _id: conversationId },
      { $setOnInsert: { created_at: new Date(), ...NEW_CONVERSATION } },
      { upsert: true, session },
    );
    for (const address of addresses) await this.point(address, conversationId, session);
    return { conversationId };
  }

  private async point(waId: string, conversationId: string, session: ClientSession) {
    const now = new Date();
    await this.db.sessions.updateOne(
      { wa_id: waId },
      { $set: { conversation_id: conversationId, created_at: now, updated_at: now } },
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
      [{ $set: { merged_into: older, waiting_since: '$$REMOVE', ...FENCE } }],
      { session, updatePipeline: true },
    );
  }

  /**
   * Applies the younger conversation's takeover, opt-out and wait for a person to the older one,
   * because both belong to the same sender. Who waits in both has waited since the earlier time. It
   * fences the older mailbox, whose worker doesn't know of the younger one.
   */
  private async inheritState(
    younger: string,
    older: string,
    session: ClientSession,
  ): Promise<void> {
    const row = await this.db.conversations.findById(younger, null, { session }).lean();
    const { taken_at, opted_out_at, waiting_since } = row ?? {};
    const known = {
      ...(taken_at && { taken_at: { $ifNull: ['$taken_at', taken_at] } }),
      ...(opted_out_at && { opted_out_at: { $ifNull: ['$opted_out_at', opted_out_at] } }),
      // `$min` passes over what is missing.
      ...(waiting_since && { waiting_since: { $min: ['$waiting_since', waiting_since] } }),
    };
    const nobodyWaits = { $cond: ['$opted_out_at', '$$REMOVE', '$waiting_since'] };
    await this.db.conversations.updateOne(
      { _id: older },
      [
        { $set: { ...FENCE, has_merged: true, ...known } },
        { $set: { waiting_since: nobodyWaits } },
      ],
      { session, updatePipeline: true },
    );
  }
}
