import type { ClientSession } from 'mongoose';
import type { LineId } from '../config/lines/line.js';
import type { Collections } from '../storage/mongo/collections.js';
import { SameTick } from '../storage/mongo/same-tick.js';
import type { Conversation, ConversationCursor, ConversationFilter } from './conversation.js';
import { clearUnreachable, conversationsOf, readAll } from './conversation.mongo.js';
import type { GivenBackBy, Wait } from './handover/handover.js';
import { beginWait, giveBack } from './handover/handover.mongo.js';
import { listConversations } from './finding/list.mongo.js';
import { senderWords } from './finding/sender-words.js';
import { addressIn, type LineAddress, onLine } from '../config/lines/line-address.js';
import { MongoLinking } from './linking.mongo.js';
import {
  addressKey,
  createConversations,
  deleteHalfMadeBy,
  newcomersOf,
} from './newcomers.mongo.js';
import { formsOf } from './phones/forms.js';
import { unite } from './phones/uniting.mongo.js';
import { conversationOf, sessionsAt, sessionsIn } from './session-row.mongo.js';
import { addressesOf, knownAs, type Resolved, type Sender, type Session } from './session.js';
import { SessionRepository } from './session.repository.js';

const NOW = { $currentDate: { updated_at: true as const } };
/** Touches wait for one node only, and at most a second for rows that a transaction holds. */
const UNCONFIRMED = { writeConcern: { w: 1 }, maxTimeMS: 1000 } as const;

/** An address that a message came from, and its profile name if that has changed. */
interface Touch {
  waId: LineAddress;
  profileName?: string;
}

/** When a sender's conversation is not wanted after all. */
interface Unless {
  /** Whether it isn't in any case. */
  erased?: Promise<boolean>;
  /** Asked only before a conversation is made, or an address led to another one. */
  known?: () => Promise<boolean>;
}

/** A sender whose conversation is wanted. */
interface Wanted {
  sender: Sender;
  unless: Unless;
}

/** Sessions in MongoDB. The calls of one batch of messages are gathered into common queries. */
export class MongoSessionRepository extends SessionRepository {
  private readonly linking: MongoLinking;
  private readonly wanted = new SameTick<Wanted, Resolved | null>((all) =>
    this.getOrCreateAll(all),
  );
  private readonly touches = new SameTick<Touch, void>((all) => this.touchAll(all));

  constructor(private readonly db: Collections) {
    super();
    this.linking = new MongoLinking(db);
    db.mongo.processes.onDeath('conversations', (death) => deleteHalfMadeBy(death, db));
  }

  /** With `unless`, it changes nothing and returns null where that says so. */
  getOrCreate(sender: Sender): Promise<Resolved>;
  getOrCreate(sender: Sender, unless: Unless): Promise<Resolved | null>;
  getOrCreate(sender: Sender, unless: Unless = {}): Promise<Resolved | null> {
    return this.wanted.call({ sender, unless });
  }

  /** Isn't durable: no message depends on it. */
  touch(waId: LineAddress, profileName?: string): Promise<void> {
    return this.touches.call({ waId, profileName });
  }

  private async getOrCreateAll(all: Wanted[]): Promise<(Resolved | Error | null)[]> {
    const [known, erased] = await Promise.all([
      sessionsAt(
        this.db,
        all.flatMap(({ sender }) => knownAs(sender)),
      ),
      Promise.all(all.map(({ unless }) => unless.erased)),
    ]);
    const unwanted = await Promise.all(
      all.map(({ sender, unless }, n) => {
        if (erased[n]) return true;
        return conversationOf(sender, known) ? false : (unless.known?.() ?? false);
      }),
    );
    const senders = all.flatMap(({ sender }, n) => (unwanted[n] ? [] : [sender]));
    const resolved = (await this.resolveAll(senders, known)).values();
    return unwanted.map((none) => (none ? null : resolved.next().value!));
  }

  /**
   * Creates the conversations of all new senders together. Senders whose addresses don't
   * all lead to the same conversation are linked one by one: if that fails for one of them, only
   * its own result is an error.
   */
  private async resolveAll(
    senders: Sender[],
    known: Map<string, Session>,
  ): Promise<(Resolved | Error)[]> {
    const newcomers = newcomersOf(senders, (address) => known.has(address));
    const created = await createConversations(newcomers, this.db);
    const linked = new Map<string, Promise<Resolved | Error>>();
    const resolved = await Promise.all(
      senders.map((sender) => {
        const key = addressKey(sender);
        const conversationId = created.get(key) ?? conversationOf(sender, known);
        if (conversationId) return { conversationId };
        const link = linked.get(key) ?? this.linking.link(sender).catch((e: Error) => e);
        linked.set(key, link);
        return link;
      }),
    );
    const others = senders.filter((sender) => !created.has(addressKey(sender)));
    this.touchLater(others, known);
    return resolved;
  }

  /** Touches the senders' addresses without having the webhook's acknowledgement wait for it. */
  private touchLater(senders: Sender[], known: Map<string, Session>): void {
    for (const sender of senders) {
      for (const waId of addressesOf(sender)) {
        const renamed = sender.profileName !== known.get(waId)?.profileName;
        void this.touch(waId, renamed ? sender.profileName : undefined).catch(() => undefined);
      }
    }
  }

  private async touchAll(touches: Touch[]): Promise<void[]> {
    const ids = touches.map(({ waId }) => waId);
    await this.db.sessions.collection.updateMany({ wa_id: { $in: ids } }, NOW, UNCONFIRMED);
    for (const { waId: wa_id, profileName: profile_name } of touches)
      if (profile_name)
        await this.db.sessions.updateOne(
          { wa_id },
          { $set: { profile_name, words: senderWords(addressIn(wa_id), profile_name) } },
          UNCONFIRMED,
        );
    return [];
  }

  async find(waId: string, line?: LineId): Promise<Session | null> {
    const forms = formsOf(onLine(waId, line));
    const known = await sessionsAt(this.db, forms);
    const found = forms.map((form) => known.get(form)).find(Boolean);
    return found ? { ...found, waId: addressIn(found.waId) } : null;
  }

  async resolve(conversationId: string, session?: ClientSession): Promise<string | null> {
    const row = await this.db.conversations.findById(conversationId, null, { session }).lean();
    return row ? (row.merged_into ?? row._id) : null;
  }

  async addresses(conversationId: string): Promise<string[]> {
    return (await sessionsIn(this.db, [conversationId])).map(({ waId }) => waId);
  }

  async conversation(id: string): Promise<Conversation | null> {
    const row = await this.db.conversations.findById(id).lean();
    if (row?.merged_into) return this.conversation(row.merged_into);
    return row ? (await conversationsOf(this.db, [row]))[0] : null;
  }

  conversations(
    filter: ConversationFilter,
    limit: number,
    after?: ConversationCursor,
  ): Promise<Conversation[]> {
    return listConversations(this.db, filter, limit, after);
  }

  async read(conversationId: string): Promise<boolean> {
    const id = await this.resolve(conversationId);
    return id !== null && readAll(this.db, id);
  }

  async clearUnreachable(conversationId: string): Promise<boolean> {
    const id = await this.resolve(conversationId);
    return id !== null && clearUnreachable(this.db, id);
  }

  async waitForPerson(conversationId: string, wait: Wait): Promise<void> {
    await beginWait(this.db, conversationId, wait);
  }

  giveBack(conversationId: string, by: GivenBackBy): Promise<boolean> {
    return giveBack(this.db, conversationId, by);
  }

  unite(after?: string): Promise<string | null> {
    return unite(this.db, after);
  }
}

export const open = (db: Collections): SessionRepository => new MongoSessionRepository(db);
