import type { ClientSession } from 'mongoose';
import { countServed } from '../../../knowledge/answers/served.mongo.js';
import { beginWait, giveBack, OPTED_OUT } from '../../../sessions/handover/handover.mongo.js';
import { noteConsent } from '../../../sessions/consent/consent-log.mongo.js';
import { sessionsIn } from '../../../sessions/session-row.mongo.js';
import type { Collections } from '../../../storage/mongo/collections.js';
import { GroupCommit } from '../../../storage/mongo/group-commit.js';
import type { ConversationRow } from '../../../storage/mongo/rows/conversation.js';
import { countAfterProgress } from '../../queue/crashes.js';
import type { Claim } from '../../queue/queue.store.js';
import type { Stored } from '../first-attempt.js';
import { cover, type News } from '../received/received.mongo.js';
import { unsendable } from '../recipient/recipient.js';
import { STANDING, standingIn } from '../recipient/recipient.mongo.js';
import { cancelTurns, publishOutcome } from '../settlement.mongo.js';
import { insertTurns, type NewTurn } from './turn-insert.mongo.js';
import { type Draft, madeOf, NOTHING_TO_SEND } from '../work.js';

interface Answer {
  claim: Claim;
  draft: Draft;
}

/** What decides, at the moment of the transaction, whether a draft is stored. */
interface Mailbox extends Pick<ConversationRow, '_id' | 'token' | keyof typeof STANDING> {
  /** By the server's clock. */
  now: Date;
  unsettled: number;
  waiting: number;
}

/** Stores the answers of several workers together: see `TurnStore.answer`. */
export class MongoAnswers {
  private readonly together: GroupCommit<Answer, Stored>;

  constructor(private readonly db: Collections) {
    const mailboxOf = ({ claim }: Answer) => claim.conversationId;
    this.together = new GroupCommit(db, mailboxOf, (answers, session, again) =>
      this.store(answers, session, again),
    );
  }

  async add(claim: Claim, draft: Draft): Promise<Stored> {
    if (!draft.parts.length && !draft.outcome) throw new Error(NOTHING_TO_SEND);
    return this.together.add({ claim, draft });
  }

  private async store(
    answers: Answer[],
    session: ClientSession,
    again: boolean,
  ): Promise<Stored[]> {
    const former = again ? await this.formerly(answers, session) : new Map<string, Stored>();
    const mailboxes = await this.mailboxesOf(answers, session);
    const refused = answers.map(({ claim, draft }) => {
      const known = former.get(draft.turnId);
      return known ?? refusalOf(claim, draft, mailboxes.get(claim.conversationId));
    });
    const stored = answers.filter((_, at) => !refused[at]);
    if (!stored.length) return refused as Stored[];
    const turns = await this.begin(stored, mailboxes, session);
    await this.write(turns, stored, session);
    const results = turns.map(({ begin }) => (begin ? { to: begin.to } : 'stored')).values();
    return refused.map((known) => known ?? results.next().value!);
  }

  /** What a former try has stored whose commit got no answer. */
  private async formerly(answers: Answer[], session: ClientSession) {
    const ids = answers.map(({ draft }) => draft.turnId);
    const rows = await this.db.turns.find({ _id: { $in: ids } }, { _id: 1 }, { session }).lean();
    const attempts = answers.flatMap(({ draft }) => draft.first?.id ?? []);
    const begun = await this.db.outbox
      .find({ attempt: { $in: attempts } }, { turn_id: 1, sent_to: 1 }, { session })
      .lean();
    const stored: [string, Stored][] = rows.map(({ _id }) => [_id, 'stored']);
    const sent: [string, Stored][] = begun.map((part) => [part.turn_id, { to: part.sent_to! }]);
    return new Map([...stored, ...sent]);
  }

  private async mailboxesOf(answers: Answer[], session: ClientSession) {
    const ids = answers.map(({ claim }) => claim.conversationId);
    const count = (from: string, match: object, as: string) => ({
      $lookup: {
        from,
        localField: '_id',
        foreignField: 'conversation_id',
        pipeline: [{ $match: match }, { $count: 'n' }],
        as,
      },
    });
    const rows = await this.db.conversations
      .aggregate<Mailbox>([
        { $match: { _id: { $in: ids } } },
        { $project: { token: 1, ...STANDING, now: '$$NOW' } },
        count('turns', { outcome: null }, 'unsettled'),
        count('messages', { waiting: true }, 'waiting'),
        { $set: { unsettled: number('$unsettled.n'), waiting: number('$waiting.n') } },
      ])
      .session(session);
    return new Map(rows.map((row) => [row._id, row]));
  }

  /** Which turns go out at once: those before which nothing of their conversation is to be sent. */
  private async begin(
    answers: Answer[],
    mailboxes: Map<string, Mailbox>,
    session: ClientSession,
  ): Promise<NewTurn[]> {
    const free = answers.filter(
      ({ claim, draft }) =>
        draft.first && draft.parts.length && mayBegin(draft, mailboxes.get(claim.conversationId)!),
    );
    const ids = free.map(({ claim }) => claim.conversationId);
    const addresses = ids.length ? await sessionsIn(this.db, ids, session) : [];
    return answers.map((answer) => {
      const { claim, draft } = answer;
      const { conversationId, crashes } = claim;
      const content = { ...draft, made: madeOf(claim, draft) };
      const to = addresses.find((one) => one.conversationId === conversationId)?.waId;
      if (!free.includes(answer) || !to) return { conversationId, content };
      const at = mailboxes.get(conversationId)!.now;
      return { conversationId, content, begin: { ...draft.first!, to, at, crashes } };
    });
  }

  private async write(turns: NewTurn[], answers: Answer[], session: ClientSession): Promise<void> {
    for (const answer of answers) await this.turnAway(answer, session);
    await insertTurns(this.db, turns, session);
    const drafts = answers.map(({ draft }) => draft);
    const news = await cover(this.db, drafts, session);
    for (const { parts, turnId, outcome, covers } of drafts)
      if (!parts.length) publishOutcome(this.db, turnId, outcome!, covers.length, session);
    for (const { sources } of drafts) await countServed(this.db, sources, session);
    const updates = turns.map((turn, at) => ({
      updateOne: {
        filter: { _id: turn.conversationId },
        update: [{ $set: changes(turn, answers[at], news.get(turn.content.turnId)) }],
      },
    }));
    await this.db.conversations.collection.bulkWrite(updates as never[], { session });
  }

  /** What few drafts do: they opt their senders out or in, or lead them to a person or back. */
  private async turnAway({ claim, draft }: Answer, session: ClientSession): Promise<void> {
    const { conversationId: _id } = claim;
    if (draft.optOut !== undefined) {
      const change = draft.optOut ? OPTED_OUT : { opted_out_at: '$$REMOVE' };
      const how = { session, updatePipeline: true };
      await this.db.conversations.updateOne({ _id }, [{ $set: change }], how);
      const kind = draft.optOut ? 'opted_out' : 'opted_in';
      await noteConsent(this.db, _id, { kind, by: 'sender', ...draft.consent }, session);
      if (draft.optOut) await cancelTurns(this.db, _id, 'opted_out', session);
    }
    if (draft.handover) await beginWait(this.db, _id, draft.handover, session);
    if (draft.handBack) await giveBack(this.db, _id, 'sender', session);
  }
}

/** Whether nothing is to be sent before it, and it may be sent. What may not ends when it is tried. */
function mayBegin({ optOut, endsAs }: Draft, mailbox: Mailbox): boolean {
  const standing = standingIn(mailbox);
  const confirms = !!endsAs || optOut === false;
  return !mailbox.unsettled && !unsendable(standing, { confirms });
}

/** A count that is absent where it is 0. */
function number(of: string) {
  return { $ifNull: [{ $first: of }, 0] };
}

function refusalOf(claim: Claim, draft: Draft, mailbox?: Mailbox): 'lost' | 'outdated' | undefined {
  if (mailbox?.token !== claim.token) return 'lost';
  return !draft.evenIfOutdated && mailbox.waiting !== draft.seen ? 'outdated' : undefined;
}

/**
 * What changes about a conversation. It always is something: a concurrent claim and this transaction
 * conflict by it, and MongoDB runs one of them again.
 */
function changes({ begin }: NewTurn, { claim, draft }: Answer, news?: News): object {
  const { answer, window } = draft;
  const crashes = countAfterProgress(claim);
  const until = begin && { $max: ['$lease_until', { $add: ['$$NOW', begin.leaseMs] }] };
  return {
    answers: { $add: [{ $ifNull: ['$answers', 0] }, 1] },
    ...(answer !== undefined && { activity_at: { $max: ['$activity_at', '$$NOW'] } }),
    ...news,
    ...(crashes !== undefined && { crashes }),
    ...(window && { window: { $literal: window } }),
    ...(until && { lease_until: until, due_at: until }),
  };
}
