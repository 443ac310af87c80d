import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import { GroupCommit } from '../../storage/mongo/group-commit.js';
import type { OutboxRow } from '../../storage/mongo/rows/outbox.js';
import type { TurnRow } from '../../storage/mongo/rows/turn.js';
import { given, progressOf } from '../queue/mailbox-row.mongo.js';
import type { Claim, Release } from '../queue/queue.store.js';
import { publishOutcome } from '../turns/settlement.mongo.js';
import { settlementOf } from '../turns/turn.js';
import { outcomeUpdate, toPart, toTurn } from '../turns/turn-row.mongo.js';
import { noteAnswer } from './attempts/attempt-log.mongo.js';
import type { Verdict } from './channel.js';
import type { Settled } from './outbox.store.js';
import { changeOf } from './part-change.mongo.js';
import { resolve } from './resolution.js';

/** A verdict on an attempt, and how the mailbox is given back after it. */
interface Acceptance {
  claim: Claim;
  attempt: string;
  verdict: Verdict;
  release?: Release;
}

/** A part with what decides what follows from its acceptance. */
interface Sent extends OutboxRow {
  turn: TurnRow[];
  parts: OutboxRow[];
  mailbox: { token: number }[];
  covered: { count: number; first: Date }[];
}

/**
 * Records together what several workers' requests came to, as far as the channel has taken the
 * message, nobody else has said anything of it meanwhile, and its worker has the mailbox still.
 */
export class MongoAcceptances {
  private readonly together: GroupCommit<Acceptance, Settled | null>;

  constructor(private readonly db: Collections) {
    const mailboxOf = ({ claim }: Acceptance) => claim.conversationId;
    this.together = new GroupCommit(db, mailboxOf, (all, session) => this.record(all, session));
  }

  /** Returns null, and records nothing, where more is to be thought of. */
  add(acceptance: Acceptance): Promise<Settled | null> {
    return this.together.add(acceptance);
  }

  private async record(all: Acceptance[], session: ClientSession): Promise<(Settled | null)[]> {
    const sent = await this.sentBy(all, session);
    const taken = all.map((one) => ({ one, ...takenBy(one, sent.get(one.attempt)) }));
    const plain = taken.flatMap(({ one, part, outcome }) =>
      part ? [{ one, part, turn: part.turn[0], outcome }] : [],
    );
    const write = async ({ collection }: { collection: any }, updates: object[]) => {
      const all = updates.map((updateOne) => ({ updateOne }));
      if (all.length) await collection.bulkWrite(all, { ordered: false, session });
    };
    await write(
      this.db.outbox,
      plain.map(({ one, part }) => ({ filter: { _id: part._id }, update: accepted(one, part) })),
    );
    await write(
      this.db.turns,
      plain.map(({ turn, outcome }) => ({
        filter: { _id: turn._id },
        update: outcomeUpdate(turn, outcome),
      })),
    );
    await write(
      this.db.conversations,
      plain.flatMap(({ one: { claim, release } }) => {
        const update = release ? given(release) : progressOf(claim);
        return update ? [{ filter: { _id: claim.conversationId }, update }] : [];
      }),
    );
    return taken.map(({ one, part, outcome }) => {
      if (!part) return null;
      const [covered] = part.covered;
      if (outcome) publishOutcome(this.db, part.turn_id, outcome, covered?.count ?? 0, session);
      return {
        conversationId: part.conversation_id,
        state: 'accepted',
        outcome,
        receivedAt: covered?.first.getTime(),
        ...(one.release && { released: true }),
      };
    });
  }

  private async sentBy(all: Acceptance[], session: ClientSession): Promise<Map<string, Sent>> {
    const attempts = all.map(({ attempt }) => attempt);
    const lookup = (from: string, localField: string, foreignField: string, as: string) => ({
      $lookup: { from, localField, foreignField, as },
    });
    const messages = lookup('messages', 'turn_id', 'turn_id', 'covered');
    const rows = this.db.outbox.collection.aggregate<Sent>(
      [
        { $match: { attempt: { $in: attempts } } },
        lookup('turns', 'turn_id', '_id', 'turn'),
        lookup('outbox', 'turn_id', 'turn_id', 'parts'),
        lookup('conversations', 'conversation_id', '_id', 'mailbox'),
        { $lookup: { ...messages.$lookup, pipeline: COVERED } },
        { $project: { attempt_log: 0, heard: 0, 'mailbox.summary': 0 } },
      ],
      { session },
    );
    return new Map((await rows.toArray()).map((row) => [row.attempt!, row]));
  }
}

const COVERED = [
  { $match: { role: 'user' } },
  { $group: { _id: null, count: { $sum: 1 }, first: { $min: '$created_at' } } },
];

/** The part that was taken, and its turn's outcome; no part where more is to be thought of. */
function takenBy({ claim }: Acceptance, part?: Sent) {
  const [turn] = part?.turn ?? [];
  const ours = part?.conversation_id === claim.conversationId;
  const holds = part?.mailbox[0]?.token === claim.token;
  if (!turn || !ours || !holds || part!.state !== 'sending' || turn.outcome || turn.cancelled)
    return {};
  const state = ({ _id, state }: OutboxRow) => (_id === part!._id ? 'accepted' : state);
  const parts = part!.parts.map((one) => ({ ...one, state: state(one) }));
  const { outcome, ...more } = settlementOf(toTurn(turn, parts));
  return Object.keys(more).length ? {} : { part, outcome };
}

/** The update of a part whose attempt the channel has accepted. */
function accepted({ attempt, verdict }: Acceptance, part: Sent) {
  const resolution = { ...resolve(verdict, toPart(part)), by: 'answer' as const };
  const [covered] = part.covered;
  const received = covered && { received_at: covered.first };
  return [...noteAnswer(attempt, verdict), { $set: { ...changeOf(resolution), ...received } }];
}
