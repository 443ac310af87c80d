import { Injectable, Logger } from '@nestjs/common';
import { addToLog } from '../../log/context.js';
import { AnsweringService } from '../answering/answering.service.js';
import { answeredByChannel } from '../consent/consent.js';
import { ConsentService } from '../consent/consent.service.js';
import { DeliveryService } from '../outbox/delivery.service.js';
import { IntakeStore } from '../intake/intake.store.js';
import { QueueStore, type Claim } from '../queue/queue.store.js';
import { TurnStore } from '../turns/turn.store.js';
import { UnansweredService } from '../turns/unanswered.service.js';
import { endingDraft, type Work } from '../turns/work.js';

/** After so many crashes a mailbox is worked alone in its process, its messages one by one. */
export const ALONE_AFTER = 2;
/** After three more, alone, what was being worked on is given up. */
const DEAD_AFTER = 5;

const CRASHED = 'The process ended or failed again and again while this was worked on.';

/** One visit to a claimed mailbox: at most one turn, from whatever state it was left in. */
@Injectable()
export class VisitService {
  private readonly logger = new Logger(VisitService.name);

  constructor(
    private readonly queue: QueueStore,
    private readonly intake: IntakeStore,
    private readonly turns: TurnStore,
    private readonly answering: AnsweringService,
    private readonly delivery: DeliveryService,
    private readonly unanswered: UnansweredService,
    private readonly consent: ConsentService,
  ) {}

  /** Does what there is to do, then lets go of the mailbox. `signal` aborts a generation. */
  async visit(claim: Claim, signal: AbortSignal): Promise<void> {
    let work = await this.turns.open(claim);
    if (work?.mergedInto) return this.intake.finishMerge(claim);
    if (claim.crashes >= DEAD_AFTER) return this.giveUp(claim);
    if (work) work = await this.consent.applyWish(claim, work);
    if (work && !work.turn && work.waiting.length) {
      await this.respond(claim, work, signal);
      work = await this.turns.open(claim);
    }
    if (!work) return;
    if (work.turn) addToLog({ turn_id: work.turn.id });
    const again = work.turn && (await this.delivery.deliver(claim, work.turn, work, signal));
    const more = work.unsettled > 1 || work.waiting.length > 0;
    await this.queue.release(claim, {
      wakes: work.wakes,
      dueInMs: again ?? (more ? 0 : undefined),
      crashes: signal.aborted ? claim.crashes : this.suspicion(claim, more),
    });
  }

  /** While a person has the conversation, nothing is generated. */
  private async respond(claim: Claim, work: Work, signal: AbortSignal): Promise<void> {
    if (work.optedOut) return this.consent.whileOptedOut(claim, work);
    const [first] = work.waiting;
    if (answeredByChannel(first)) return this.unanswered.end(claim, work, [first], 'answered');
    if (work.takenOver) return this.unanswered.end(claim, work, work.waiting, 'human');
    const most = claim.crashes >= ALONE_AFTER ? 1 : undefined;
    await this.answering.answer(claim, work, signal, most);
  }

  /** Of messages worked one by one, the next may be the one that kills: it stays alone, too. */
  private suspicion({ crashes }: Claim, more: boolean): number {
    return more && crashes >= ALONE_AFTER ? ALONE_AFTER : 0;
  }

  /** What can't be worked on is set aside for a person; the rest of the mailbox goes on. */
  async giveUp(claim: Claim): Promise<void> {
    const work = await this.turns.open(claim);
    if (!work) return;
    if (work.turn) addToLog({ turn_id: work.turn.id });
    this.logger.error(`${CRASHED} See the failures. Conversation ${claim.conversationId}.`);
    await this.endAsDead(claim, work);
    await this.queue.release(claim, { wakes: work.wakes, dueInMs: 0, crashes: 0 });
  }

  /** The turn in work, else the first message. */
  private async endAsDead(claim: Claim, work: Work): Promise<void> {
    if (work.turn) return void (await this.turns.giveUp(claim, work.turn.id, CRASHED));
    const [message] = work.waiting;
    if (!message) return;
    const draft = endingDraft(work, [message], 'dead');
    await this.turns.answer(claim, { ...draft, error: CRASHED });
  }
}
