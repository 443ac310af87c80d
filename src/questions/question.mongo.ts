import type { Message } from '../chat/messages/message.js';
import { toMessage } from '../chat/messages/message.mongo.js';
import { curatedAmong } from '../knowledge/answers/served.js';
import type { Outcome } from '../mailbox/turns/turn.js';
import type { Made } from '../mailbox/turns/work.js';
import type { Collections } from '../storage/mongo/collections.js';
import type { TurnRow } from '../storage/mongo/rows/turn.js';
import type { Exchange } from './question.js';
import { isExchange, newestFirst, QuestionStore } from './question.store.js';

/** Questions in MongoDB. */
export class MongoQuestionStore extends QuestionStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async latest(most: number): Promise<Exchange[]> {
    const erased = new Set(await this.db.erasures.distinct('_id'));
    const found = await Promise.all([this.byWhatsApp(most), this.byApi(most)]);
    const all = found.flat().filter(({ conversationId }) => !erased.has(conversationId));
    return newestFirst(all);
  }

  private async byWhatsApp(most: number): Promise<Exchange[]> {
    const rows = await this.db.turns.find({}, { answer: 0 }).sort({ seq: -1 }).limit(most).lean();
    const turns = rows.filter((row) => isExchange({ ...row, endsAs: row.ends_as }));
    const which = { turn_id: { $in: turns.map(({ _id }) => _id) }, role: 'user' as const };
    const asked = await this.db.messages.find(which).sort({ seq: 1 }).lean();
    const messages = asked.map(toMessage);
    const ofTurn = (id: string) => messages.filter(({ turnId }) => turnId === id);
    return turns.map((turn) => exchangeOf(turn, ofTurn(turn._id)));
  }

  /** Of the chat API, whose exchanges have no turn: the question says how it was answered. */
  private async byApi(most: number): Promise<Exchange[]> {
    const which = { source: 'api' as const, role: 'user' as const };
    const rows = await this.db.messages.find(which).sort({ seq: -1 }).limit(most).lean();
    return rows.map(toMessage).map((message) => {
      const { conversationId, details } = message;
      return { conversationId, messages: [message], ...details?.answered };
    });
  }
}

export const open = (db: Collections): QuestionStore => new MongoQuestionStore(db);

function exchangeOf(turn: TurnRow, messages: Message[]): Exchange {
  const { conversation_id: conversationId, outcome, mode, sources } = turn;
  const { branch } = (turn.made ?? {}) as Made;
  const [curatedId] = curatedAmong(sources);
  return {
    conversationId,
    messages,
    ...(outcome && { outcome: outcome as Outcome }),
    ...(mode && { mode }),
    ...(branch && { branch }),
    ...(curatedId && { curatedId }),
  };
}
