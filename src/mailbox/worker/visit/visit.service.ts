import { Injectable, Logger } from '@nestjs/common';
import type { Message } from '../../../chat/messages/message.js';
import { addToLog } from '../../../log/context.js';
import { isStorageFailure } from '../../../storage/storage.error.js';
import { addToSpan, traced } from '../../../tracing/traced.js';
import { AnsweringService, type Kept } from '../../answering/answering.service.js';
import { HandBackService } from './hand-back.service.js';
import { answeredByChannel } from '../../consent/wish.js';
import { ConsentService } from '../../consent/consent.service.js';
import { DeliveryService } from '../../outbox/delivery.service.js';
import { IntakeStore } from '../../intake/intake.store.js';
import { QueueStore, type Claim } from '../../queue/queue.store.js';
import type { Outcome } from '../../turns/turn.js';
import { TurnStore } from '../../turns/turn.store.js';
import { UnansweredService } from '../../turns/unanswered.service.js';
import { endingDraft, type Work } from '../../turns/work.js';
import { KeptLines } from './kept-lines.service.js';
import { afterAnswer, type Standing } from './standing.js';
import { Suspects } from './suspects.js';
import { visitSpan } from './visit-span.js';

/** After so many crashes, three of them alone, the worker gives up the turn or the message. */
const DEAD_AFTER = 5;

const CRASHED = 'The process ended or failed again and again while this was worked on.';

/** Milliseconds until a mailbox is looked at again that can't be read. */
const STUCK_MS = 10 * 60_000;
const STUCK = 'A mailbox cannot be read: look at its rows in the store, and mend them.';

const WAITS = 'A sender waits for a person. Reply in the conversation, or release it:';

/**
 * Visits a claimed mailbox: works on one turn at most, whatever state the last visit left it in.
 */
@Injectable()
export class VisitService {
  private readonly logger = new Logger(VisitService.name);
  private readonly suspects = new Suspects();

  constructor(
    private readonly queue: QueueStore,
    private readonly intake: IntakeStore,
    private readonly turns: TurnStore,
    private readonly answering: AnsweringService,
    private readonly delivery: DeliveryService,
    private readonly unanswered: UnansweredService,
    private readonly consent: ConsentService,
    private readonly kept: KeptLines,
    private readonly handBack: HandBackService,
  ) {}

  /**
   * Moves what a merged mailbox contains, or answers what waits and sends what is stored; then releases the mailbox.
   * When `signal` aborts, no answer is generated any more and no further part is sent. Throws what
   * the store throws.
   */
  async visit(claim: Claim, signal: AbortSignal): Promise<void> {
    const work = await this.turns.open(claim);
    if (work?.mergedInto) return this.merge(claim, signal);
    if (work?.awaitsMerge) return this.sleepUntilMerged(claim, work);
    if (work && (await this.kept.keep(claim, work))) return;
    if (claim.crashes >= DEAD_AFTER) return this.giveUp(claim);
    if (work) await traced('visit', visitSpan(claim, work), () => this.workOn(claim, work, signal));
  }

  private async workOn(claim: Claim, work: Work, signal: AbortSignal): Promise<void> {
    const answered = await this.answerWaiting(claim, work, signal);
    if (answered) await this.sendAndRelease(claim, answered, signal);
  }

  /** Empties a merged mailbox step by step. What is left when `signal` aborts is moved later. */
  private async merge(claim: Claim, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) if (!(await this.intake.mergeSome(claim))) return;
    await this.queue.release(claim, { dueInMs: 'as-before' });
  }

  /** Once the merge is complete, it wakes the mailbox. */
  private sleepUntilMerged(claim: Claim, { wakes }: Work): Promise<void> {
    return this.queue.release(claim, { wakes });
  }

  /** Returns the mailbox as it is afterwards, or null when the claim was lost. */
  private async answerWaiting(
    claim: Claim,
    before: Work,
    signal: AbortSignal,
  ): Promise<Standing | null> {
    const work = await this.consent.applyWish(claim, before);
    if (!work || work.turn || !work.waiting.length) return work && { work };
    const kept = await this.respond(claim, work, signal);
    if (kept?.begun)
      return this.told(claim, work, afterAnswer(work, { ...kept, begun: kept.begun }));
    const after = await this.turns.open(claim);
    return after && this.told(claim, work, { work: after });
  }

  private told({ conversationId }: Claim, before: Work, after: Standing): Standing {
    if (after.work.waitingSince !== undefined && before.waitingSince === undefined)
      this.logger.log(`${WAITS} ${conversationId}.`);
    return after;
  }

  private async sendAndRelease(
    claim: Claim,
    { work, begun }: Standing,
    signal: AbortSignal,
  ): Promise<void> {
    const { turn, wakes } = work;
    if (turn) addToLog({ turn_id: turn.id });
    if (turn) addToSpan({ 'recado.turn_id': turn.id, 'recado.mode': turn.mode });
    const more = work.unsettled > 1 || work.waitingInAll > 0;
    const release = {
      wakes,
      ...(more && { dueInMs: 0 }),
      crashes: this.suspects.crashesAfter(claim, more),
    };
    const outgoing = turn && { turn, work, begun, release };
    const dueInMs = outgoing && (await this.delivery.deliver(claim, outgoing, signal));
    if (dueInMs === 'released') return;
    const due = dueInMs ?? release.dueInMs;
    // What must end now is gone on with first, by whoever comes next.
    const aborted = { wakes, dueInMs: due === 0 ? 'as-before' : due } as const;
    await this.queue.release(claim, signal.aborted ? aborted : { ...release, dueInMs: due });
  }

  /**
   * Generates no answer for a sender who opted out or waits for a person, nor while a person has
   * the conversation. A message that can't be read ends first: the others are answered without it.
   */
  private async respond(claim: Claim, work: Work, signal: AbortSignal): Promise<Kept | undefined> {
    if (work.optedOut) return void (await this.consent.whileOptedOut(claim, work));
    const end = this.endOf(work);
    if (end) return void (await this.unanswered.end(claim, work, ...end));
    if (work.takenOver || work.waitingSince !== undefined)
      return void (await this.handBack.whileWithPerson(claim, work));
    const most = this.suspects.most(claim);
    const kept = await traced('answer', {}, () => this.answering.answer(claim, work, signal, most));
    if (kept) this.suspects.answered(claim);
    return kept;
  }

  /** Which messages get no answer, their outcome, and why; undefined where it isn't known here. */
  private endOf(work: Work): [messages: Message[], outcome: Outcome, error?: string] | undefined {
    const { waiting, takenOver, waitingSince } = work;
    const [first] = waiting;
    if (answeredByChannel(first)) return [[first], 'answered'];
    if (takenOver || waitingSince !== undefined) return undefined;
    const unreadable = waiting.find((message) => message.unreadable);
    return unreadable && [[unreadable], 'dead', unreadable.unreadable];
  }

  /**
   * Ends the turn or the message that can't be worked on as `dead`, so that a person finds it among
   * the failures, and releases the mailbox so that its other messages are worked on. A mailbox that
   * can't be read at all is put aside for long: worked on alone, it would keep all others waiting.
   */
  async giveUp(claim: Claim): Promise<void> {
    try {
      await this.endFirst(claim);
    } catch (error) {
      if (isStorageFailure(error)) throw error;
      this.logger.error(error, `${STUCK} Conversation ${claim.conversationId}.`);
      await this.queue.release(claim, { dueInMs: STUCK_MS, crashes: 0 });
    }
  }

  private async endFirst(claim: Claim): Promise<void> {
    const work = await this.turns.open(claim);
    if (!work) return;
    if (work.turn) addToLog({ turn_id: work.turn.id });
    this.logger.error(`${CRASHED} See the failures. Conversation ${claim.conversationId}.`);
    await this.endAsDead(claim, work);
    await this.queue.release(claim, { wakes: work.wakes, dueInMs: 0, crashes: 0 });
  }

  /** Ends the turn in work, or, if there is none, the first message that waits. */
  private async endAsDead(claim: Claim, work: Work): Promise<void> {
    if (work.turn) return void (await this.turns.giveUp(claim, work.turn.id, CRASHED));
    const [message] = work.waiting;
    if (!message) return;
    const draft = endingDraft(work, [message], 'dead');
    await this.turns.answer(claim, { ...draft, error: CRASHED });
  }
}
