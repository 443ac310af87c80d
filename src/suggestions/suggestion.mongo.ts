import { toMessage } from '../chat/messages/message.mongo.js';
import type { Made } from '../mailbox/turns/work.js';
import type { Collections } from '../storage/mongo/collections.js';
import type { TurnRow } from '../storage/mongo/rows/turn.js';
import type { Asked, PersonsReply } from './suggestion.js';
import { type Decision, MOST_ASKED, SuggestionStore } from './suggestion.store.js';

const UNDECIDED = { mode: 'person', suggestion: { $exists: false } } as const;

/** What people replied, in MongoDB. */
export class MongoSuggestionStore extends SuggestionStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async undecided(most: number, conversation_id?: string): Promise<PersonsReply[]> {
    const erased = await this.db.erasures.distinct('_id');
    const whose = conversation_id ? { $eq: conversation_id, $nin: erased } : { $nin: erased };
    const rows = await this.db.turns
      .find({ ...UNDECIDED, conversation_id: whose })
      .sort({ seq: -1 })
      .limit(most)
      .lean<TurnRow[]>();
    return Promise.all(rows.map((row) => this.reply(row)));
  }

  async decide(replyIds: string[], suggestion: Decision): Promise<string[]> {
    const decided: string[] = [];
    for (const _id of replyIds) {
      const set = { $set: { suggestion } };
      const { modifiedCount } = await this.db.turns.updateOne({ _id, ...UNDECIDED }, set);
      if (modifiedCount) decided.push(_id);
    }
    return decided;
  }

  async reopen(replyIds: string[]): Promise<void> {
    const which = { _id: { $in: replyIds } };
    await this.db.turns.updateMany(which, { $unset: { suggestion: 1 } });
  }

  private async reply(row: TurnRow): Promise<PersonsReply> {
    const { _id: id, conversation_id: conversationId, answer, created_at } = row;
    const reply = { id, conversationId, text: answer ?? '', repliedAt: created_at.getTime() };
    return { ...reply, asked: await this.askedBefore(row) };
  }

  /** What was written between a reply and the one before. */
  private async askedBefore({ _id, conversation_id, seq }: TurnRow): Promise<Asked[]> {
    const { turns, messages } = this.db;
    const before = { conversation_id, mode: 'person', seq: { $lt: seq } };
    const former = await turns.findOne(before, { _id: 1 }).sort({ seq: -1 }).lean();
    const placeOf = async (id?: string) =>
      id ? (await messages.findById(id, { seq: 1 }).lean())?.seq : undefined;
    const [from, until] = await Promise.all([placeOf(former?._id), placeOf(_id)]);
    const between = { ...(from && { $gt: from }), $lt: until ?? seq };
    const rows = await messages
      .find({ conversation_id, seq: between, role: 'user', source: 'whatsapp' })
      .sort({ seq: -1 })
      .limit(MOST_ASKED)
      .lean();
    const asked = rows.reverse().map(toMessage);
    const ids = asked.flatMap(({ turnId }) => turnId ?? []);
    const which = { _id: { $in: ids } };
    const found = await turns.find(which, { outcome: 1, cancelled: 1, made: 1 }).lean<TurnRow[]>();
    const byId = new Map(found.map((turn) => [turn._id, turn]));
    return asked.map((message) => {
      const { outcome, cancelled, made } = byId.get(message.turnId ?? '') ?? ({} as TurnRow);
      return { message, outcome, cancelled, branch: (made as Made | undefined)?.branch };
    });
  }
}

export const open = (db: Collections): SuggestionStore => new MongoSuggestionStore(db);
