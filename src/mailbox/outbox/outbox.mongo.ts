import type { ClientSession } from 'mongoose';
import type { LineId } from '../../config/lines/line.js';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { OutboxRow } from '../../storage/mongo/rows/outbox.js';
import { progressOf, prolong, wakeNow } from '../queue/mailbox-row.mongo.js';
import type { Claim, Release } from '../queue/queue.store.js';
import type { Sender } from '../turns/first-attempt.js';
import { NO_CALLBACK, type Part, type SendError } from '../turns/part.js';
import { unreachableError, unsendable } from '../turns/recipient/recipient.js';
import { STANDING, standingIn } from '../turns/recipient/recipient.mongo.js';
import { cancelTurns } from '../turns/settlement.mongo.js';
import { toPart } from '../turns/turn-row.mongo.js';
import { MongoAcceptances } from './acceptances.mongo.js';
import { noteAnswer } from './attempts/attempt-log.mongo.js';
import { MongoCallbacks } from './callbacks/callbacks.mongo.js';
import type { Verdict } from './channel.js';
import { type Heard, NO_ADDRESS, OutboxStore, type Settled } from './outbox.store.js';
import { apply, begun, type Sent, settle } from './part-change.mongo.js';
import { givenUp, isOpen, resolve, type Resolution } from './resolution.js';
import type { StatusUpdate } from './status-update.js';

/** The outbox in MongoDB. */
export class MongoOutboxStore extends OutboxStore {
  private readonly sessions: MongoSessionRepository;
  private readonly callbacks: MongoCallbacks;
  private readonly acceptances: MongoAcceptances;

  constructor(private readonly db: Collections) {
    super();
    this.sessions = new MongoSessionRepository(db);
    this.callbacks = new MongoCallbacks(db);
    this.acceptances = new MongoAcceptances(db);
  }

  begin(
    claim: Claim,
    partId: string,
    attempt: string,
    leaseMs: number,
    sender?: Sender,
  ): Promise<string | null> {
    return this.db.transaction(async (session) => {
      if (!(await prolong(this.db, claim, leaseMs, session))) return null;
      const [address] = await this.sessions.addresses(claim.conversationId);
      const part = (await this.db.outbox.findById(partId, null, { session }).lean())!;
      if (await this.turnedAway(claim.conversationId, part, address, session)) return null;
      if (!(await this.isNext(part, session))) return null;
      const sent = { attempt, to: address, sender, crashes: claim.crashes };
      return (await this.startAttempt(partId, sent, session)) ? address : null;
    });
  }

  async record(
    claim: Claim,
    attempt: string,
    verdict: Verdict,
    release?: Release,
  ): Promise<Settled | null> {
    const taken =
      verdict.kind === 'accepted' &&
      (await this.acceptances.add({ claim, attempt, verdict, release }));
    return taken || this.recordAlone(claim, attempt, verdict);
  }

  private recordAlone(claim: Claim, attempt: string, verdict: Verdict): Promise<Settled | null> {
    return this.db.transaction(async (session) => {
      const part = await this.noted(attempt, verdict, session);
      if (!part) return null;
      const known = toPart(part);
      const settled = isOpen(known, verdict)
        ? await apply(this.db, part, { ...resolve(verdict, known), by: 'answer' }, session)
        : await settle(this.db, part, session);
      const holds = await this.goesOn(claim, settled, session);
      const ours = holds && part.conversation_id === claim.conversationId;
      // A turn that is in work again must be seen by who takes over or opts out at this moment.
      if (!ours || part.state === 'uncertain')
        await wakeNow(this.db, [part.conversation_id], session);
      return settled;
    });
  }

  /** Tells whether this claim still has the mailbox, and notes what it has got done. */
  private async goesOn(claim: Claim, { state }: Settled, session: ClientSession) {
    const holder = { _id: claim.conversationId, token: claim.token };
    const progress = state === 'accepted' && progressOf(claim);
    if (!progress) return !!(await this.db.conversations.exists(holder).session(session));
    const options = { session, updatePipeline: true };
    return !!(await this.db.conversations.updateOne(holder, progress, options)).matchedCount;
  }

  async holdBack(claim: Claim, partId: string, error: SendError): Promise<void> {
    await this.fenced(claim, partId, ({ state }) =>
      state === 'pending' ? { state, held: true, error } : undefined,
    );
  }

  async abandon(claim: Claim, partId: string, error: SendError): Promise<void> {
    await this.fenced(claim, partId, (part) =>
      part.state === 'pending' ? givenUp(part, error) : undefined,
    );
  }

  async markUncertain(claim: Claim, partId: string): Promise<void> {
    await this.fenced(claim, partId, (part) =>
      part.state === 'sending'
        ? { state: 'uncertain', error: part.error ?? { message: NO_CALLBACK }, by: 'time' }
        : undefined,
    );
  }

  concerns(update: StatusUpdate): Promise<string | null> {
    return this.callbacks.concerns(update);
  }

  async lineOf(conversationId: string): Promise<LineId | undefined> {
    const row = await this.db.conversations.findById(conversationId, { line: 1 }).lean();
    return row?.line;
  }

  callback(update: StatusUpdate): Promise<Settled | null> {
    return this.callbacks.take(update);
  }

  heard(partId: string): Promise<Heard[]> {
    return this.callbacks.heard(partId);
  }

  /** Finds an attempt's part, and keeps with the same command what the request came to. */
  private noted(attempt: string, verdict: Verdict, session: ClientSession) {
    const options = { session, updatePipeline: true, returnDocument: 'before' } as const;
    return this.db.outbox
      .findOneAndUpdate({ attempt }, noteAnswer(attempt, verdict), options)
      .lean<OutboxRow>();
  }

  /** Returns false when the part isn't pending any more. */
  private async startAttempt(_id: string, sent: Sent, session: ClientSession) {
    const { matchedCount } = await this.db.outbox.updateOne(
      { _id, state: 'pending' },
      begun(sent),
      { session, updatePipeline: true },
    );
    return matchedCount === 1;
  }

  /** Where nothing may be sent to the sender, ends the part as that says. */
  private async turnedAway(
    id: string,
    part: OutboxRow,
    address: string | undefined,
    session: ClientSession,
  ): Promise<boolean> {
    const row = await this.db.conversations.findById(id, STANDING, { session }).lean();
    const turn = await this.db.turns.findById(part.turn_id, { ends_as: 1 }, { session }).lean();
    const standing = standingIn(row);
    const why = unsendable(standing, { confirms: !!turn?.ends_as });
    if (!why && address) return false;
    if (why === 'opted out') await cancelTurns(this.db, id, 'opted_out', session);
    else {
      const error = why ? unreachableError(standing) : { message: NO_ADDRESS };
      if (part.state === 'pending') await apply(this.db, part, { state: 'dead', error }, session);
    }
    return true;
  }

  /** Tells whether the channel has accepted all parts before this one. */
  private async isNext(part: OutboxRow, session: ClientSession): Promise<boolean> {
    const before = {
      turn_id: part.turn_id,
      position: { $lt: part.position },
      state: { $ne: 'accepted' as const },
    };
    return !(await this.db.outbox.exists(before).session(session));
  }

  /** Changes a part as `decide` says, if the claim still holds. */
  private async fenced(
    claim: Claim,
    partId: string,
    decide: (part: Part) => Resolution | undefined,
  ): Promise<void> {
    await this.db.transaction(async (session) => {
      if (!(await prolong(this.db, claim, 0, session))) return;
      const part = await this.db.outbox.findById(partId, null, { session }).lean();
      const resolution = decide(toPart(part!));
      if (resolution) await apply(this.db, part!, resolution, session);
    });
  }
}

export const open = (db: Collections): OutboxStore => new MongoOutboxStore(db);
