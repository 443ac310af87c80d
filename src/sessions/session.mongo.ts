import type { ClientSession } from 'mongoose';
import type { Mongo } from '../storage/mongo/mongo.js';
import { ConversationSchema } from './conversation.mongo.js';
import { MongoLinking } from './linking.mongo.js';
import { nameOf, newcomersOf, settleAll } from './newcomers.mongo.js';
import { SessionSchema, sessionsAt } from './session-row.mongo.js';
import { addressesOf, isPhone, type Resolved, type Sender, type Session } from './session.js';
import { SessionRepository } from './session.repository.js';

const NOW = { $currentDate: { updated_at: true as const } };
/** Nor waited for in the server, where another transaction holds the rows. */
const UNCONFIRMED = { writeConcern: { w: 1 }, maxTimeMS: 1000 } as const;

export class MongoSessionRepository extends SessionRepository {
  private constructor(
    private readonly linking: MongoLinking,
    private readonly sessions = linking.sessions,
    private readonly conversations = linking.conversations,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoSessionRepository> {
    const sessions = await mongo.model('whatsapp_sessions', SessionSchema);
    const conversations = await mongo.model('conversations', ConversationSchema);
    return new MongoSessionRepository(new MongoLinking(mongo, sessions, conversations));
  }

  async getOrCreate(sender: Sender): Promise<Resolved> {
    const [resolved] = await this.getOrCreateAll([sender], await this.knownOf([sender]));
    if (resolved instanceof Error) throw resolved;
    return resolved;
  }

  /** What is known of the addresses of a batch, by one look. */
  knownOf(senders: Sender[]): Promise<Map<string, Session>> {
    return sessionsAt(this.sessions, senders.flatMap(addressesOf));
  }

  /**
   * The senders of a batch: one step for all newcomers to `rows`, one each for the rest. Where one
   * of those fails, its neighbours are still at home.
   */
  async getOrCreateAll(
    senders: Sender[],
    rows: Map<string, Session>,
  ): Promise<(Resolved | Error)[]> {
    const newcomers = newcomersOf(senders, (address) => rows.has(address));
    const homes = await settleAll(newcomers, this.linking);
    const linked = new Map<string, Promise<Resolved | Error>>();
    const resolved = await Promise.all(
      senders.map((sender) => {
        const who = nameOf(sender);
        const conversationId = homes.get(who) ?? homeOf(sender, rows);
        if (conversationId) return { conversationId };
        const known = linked.get(who) ?? this.linking.link(sender).catch((e: Error) => e);
        linked.set(who, known);
        return known;
      }),
    );
    const others = senders.filter((sender) => !homes.has(nameOf(sender)));
    void this.touchAll(others, rows).catch(() => undefined);
    return resolved;
  }

  async find(waId: string): Promise<Session | null> {
    return (await sessionsAt(this.sessions, [waId])).get(waId) ?? null;
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

  async resolve(conversationId: string, session?: ClientSession): Promise<string | null> {
    const row = await this.conversations.findById(conversationId, null, { session }).lean();
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
}

/** Where a sender belongs whose addresses, all known, lead to one conversation. */
function homeOf(sender: Sender, rows: Map<string, Session>): string | undefined {
  const known = addressesOf(sender).map((address) => rows.get(address)?.conversationId);
  return new Set(known).size === 1 ? known[0] : undefined;
}
