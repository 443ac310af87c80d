import { randomUUIDv7 } from 'node:crypto';
import type { ClientSession, Model } from 'mongoose';
import type { Mongo } from '../storage/mongo/mongo.js';
import { ConversationRow, ConversationSchema } from './conversation.mongo.js';
import { linkOf } from './linking.js';
import {
  DUPLICATE_KEY,
  nameOf,
  NEW_CONVERSATION,
  newcomersOf,
  settleAll,
} from './newcomers.mongo.js';
import { SessionSchema, toSession, type SessionRow } from './session-row.mongo.js';
import { addressesOf, isPhone, type Resolved, type Sender, type Session } from './session.js';
import { SessionRepository } from './session.repository.js';

const NOW = { $currentDate: { updated_at: true as const } };
const UNCONFIRMED = { writeConcern: { w: 1 } } as const;

export class MongoSessionRepository extends SessionRepository {
  private constructor(
    readonly mongo: Mongo,
    readonly sessions: Model<SessionRow>,
    readonly conversations: Model<ConversationRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoSessionRepository> {
    return new MongoSessionRepository(
      mongo,
      await mongo.model('whatsapp_sessions', SessionSchema),
      await mongo.model('conversations', ConversationSchema),
    );
  }

  async getOrCreate(sender: Sender): Promise<Resolved> {
    const [resolved] = await this.getOrCreateAll([sender], await this.knownOf([sender]));
    return resolved;
  }

  /** What is known of the addresses of a batch, by one look. */
  knownOf(senders: Sender[]): Promise<Map<string, Session>> {
    return this.rows(senders.flatMap(addressesOf));
  }

  /** The senders of a batch: one step for all newcomers to `rows`, one each for the rest. */
  async getOrCreateAll(senders: Sender[], rows: Map<string, Session>): Promise<Resolved[]> {
    const newcomers = newcomersOf(senders, (address) => rows.has(address));
    const homes = await settleAll(newcomers, this);
    const linking = new Map<string, Promise<Resolved>>();
    const resolved = await Promise.all(
      senders.map((sender) => {
        const who = nameOf(sender);
        const conversationId = homes.get(who) ?? homeOf(sender, rows);
        if (conversationId) return { conversationId };
        if (!linking.has(who)) linking.set(who, this.link(sender));
        return linking.get(who)!;
      }),
    );
    const others = senders.filter((sender) => !homes.has(nameOf(sender)));
    void this.touchAll(others, rows).catch(() => undefined);
    return resolved;
  }

  async find(waId: string): Promise<Session | null> {
    return (await this.rows([waId])).get(waId) ?? null;
  }

  async touch(waId: string): Promise<void> {
    await this.sessions.updateOne({ wa_id: waId }, NOW);
  }

  /** Not awaited on the way to the acknowledgement, and not durable: nothing depends on it. */
  private async touchAll(senders: Sender[], rows: Map<string, Session>): Promise<void> {
    const all = senders.flatMap((sender) =>
      addressesOf(sender).map((waId) => ({ waId, name: sender.profileName })),
    );
    if (!all.length) return;
    const ids = all.map(({ waId }) => waId);
    await this.sessions.collection.updateMany({ wa_id: { $in: ids } }, NOW, UNCONFIRMED);
    const renamed = all.filter(({ waId, name }) => name && rows.get(waId)?.profileName !== name);
    for (const { waId: wa_id, name: profile_name } of renamed)
      await this.sessions.updateOne({ wa_id }, { $set: { profile_name } }, UNCONFIRMED);
  }

  async resolve(conversationId: string): Promise<string | null> {
    const row = await this.conversations.findById(conversationId).lean();
    return row ? (row.merged_into ?? row._id) : null;
  }

  async addresses(conversationId: string): Promise<string[]> {
    const rows = await this.sessions
      .find({ conversation_id: conversationId })
      .sort({ updated_at: -1, wa_id: 1 })
      .lean();
    const addresses = rows.map((row) => row.wa_id);
    return [...addresses.filter(isPhone), ...addresses.filter((address) => !isPhone(address))];
  }

  /** Past Mongoose, whose casting costs more than the look itself: each message asks. */
  private async rows(waIds: string[], session?: ClientSession): Promise<Map<string, Session>> {
    const found = this.sessions.collection.find<SessionRow>({ wa_id: { $in: waIds } }, { session });
    return new Map((await found.toArray()).map((row) => [row.wa_id, toSession(row)]));
  }

  /** Two that link the same sender at once: one of them is repeated and finds the other's work. */
  private async link(sender: Sender): Promise<Resolved> {
    try {
      return await this.mongo.transaction((session) => this.follow(sender, session));
    } catch (error) {
      if ((error as { code?: number }).code === DUPLICATE_KEY) return this.link(sender);
      throw error;
    }
  }

  private async follow(sender: Sender, session: ClientSession): Promise<Resolved> {
    const rows = await this.rows(addressesOf(sender), session);
    const phone = sender.phone ? rows.get(sender.phone) : undefined;
    const user = sender.userId ? rows.get(sender.userId) : undefined;
    const userOfPhone =
      phone && sender.userId ? await this.userIdOf(phone.conversationId, session) : undefined;
    const phoneIsOlder =
      phone && user && (await this.isOlder(phone.conversationId, user.conversationId, session));
    const link = linkOf(sender, { phone, user, userOfPhone, phoneIsOlder });
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

  private async isOlder(one: string, other: string, session: ClientSession): Promise<boolean> {
    const rows = { _id: { $in: [one, other] } };
    const query = this.conversations.find(rows, { created_at: 1 }, { session });
    const [older] = await query.sort({ created_at: 1 }).limit(1).lean();
    return older?._id === one;
  }

  private async userIdOf(conversationId: string, session: ClientSession) {
    const rows = await this.sessions
      .find({ conversation_id: conversationId }, null, { session })
      .lean();
    return rows.find((row) => !isPhone(row.wa_id))?.wa_id;
  }

  private async create(addresses: string[], session: ClientSession): Promise<Resolved> {
    const conversationId = randomUUIDv7();
    await this.conversations.updateOne(
      { _id: conversationId },
      { $setOnInsert: { created_at: new Date(), ...NEW_CONVERSATION } },
      { upsert: true, session },
    );
    for (const address of addresses) await this.point(address, conversationId, session);
    return { conversationId };
  }

  private async point(waId: string, conversationId: string, session: ClientSession) {
    const now = new Date();
    await this.sessions.updateOne(
      { wa_id: waId },
      { $set: { conversation_id: conversationId, created_at: now, updated_at: now } },
      { upsert: true, session },
    );
  }

  /** The younger's mailbox is due at once: what is in it is forwarded, its worker is fenced. */
  private async merge(younger: string, older: string, session: ClientSession): Promise<void> {
    await this.sessions.updateMany(
      { conversation_id: younger },
      { $set: { conversation_id: older } },
      { session },
    );
    await this.conversations.updateMany(
      { $or: [{ _id: younger }, { merged_into: younger }] },
      {
        $set: { merged_into: older },
        $inc: { token: 1, wakes: 1 },
        $unset: { lease_until: true },
        $currentDate: { due_at: true },
      },
      { session },
    );
    await this.inherit(younger, older, session);
  }

  /** Whoever took one of them over, or opted out of it, means the person. */
  private async inherit(younger: string, older: string, session: ClientSession): Promise<void> {
    const row = await this.conversations.findById(younger, null, { session }).lean();
    const { taken_at, opted_out_at } = row!;
    const known = { ...(taken_at && { taken_at }), ...(opted_out_at && { opted_out_at }) };
    await this.conversations.updateOne({ _id: older }, { $set: known }, { session });
  }
}

/** Where a sender belongs whose addresses, all known, lead to one conversation. */
function homeOf(sender: Sender, rows: Map<string, Session>): string | undefined {
  const known = addressesOf(sender).map((address) => rows.get(address)?.conversationId);
  return new Set(known).size === 1 ? known[0] : undefined;
}
