import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { stepSeconds, sends } from '../../metrics.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { Holds, type Place } from '../holds/holds.js';
import type { Hold } from '../holds/hold.store.js';
import { untilClosed, untilTooLate } from './window.js';
import { tellOfAnswer } from './hold-word.js';
import { Channel, type Verdict } from './channel.js';
import { LEASE_MS } from '../queue/lease.js';
import type { Claim } from '../queue/queue.store.js';
import type { Delivered, Outgoing, Prepared, Sending } from './outgoing.js';
import { MessageCosts } from './message-costs.js';
import { OutboxStore, type Settled } from './outbox.store.js';
import { VerdictsService } from './verdicts.service.js';
import { isToBeLookedFor, LOOKED_MS, type Part, UNCERTAIN_AFTER_MS } from '../turns/part.js';
import type { Work } from '../turns/work.js';

/** Milliseconds that one request may take. The lease, prolonged before it, lasts twice as long. */
const SEND_MS = LEASE_MS / 2;

/** Why a part is given up that waited for too long, and what can be done then. */
const TEXT_TOO_LATE = {
  message: "Not sent within 24 hours of the sender's last message.",
  action: 'Free answers are refused now: answer with a template, or wait for the sender.',
};
const TEMPLATE_TOO_LATE = {
  message: 'Not sent within 24 hours after it was wanted.',
  action: 'Send the template anew if it still matters.',
};

/** Sends a turn's parts in their order, each after the channel has accepted the one before it. */
@Injectable()
export class DeliveryService {
  private readonly logger = new Logger(DeliveryService.name);
  private readonly startedAt = performance.now();

  constructor(
    private readonly outbox: OutboxStore,
    private readonly verdicts: VerdictsService,
    private readonly channel: Channel,
    private readonly holds: Holds,
    private readonly costs: MessageCosts,
    private readonly clock: Clock,
  ) {}

  /** The first attempt of an answer; undefined while nothing may be sent to this sender. */
  async prepare(claim: Claim, work: Work): Promise<Prepared | undefined> {
    if (untilClosed(work) <= 0) return undefined;
    if (await this.holds.keeping(placeOf(claim, work))) return undefined;
    const sender = await this.channel.sender(work.line);
    const deadline = this.clock.now() + SEND_MS;
    return { id: randomUUID(), sender, leaseMs: LEASE_MS, deadline };
  }

  /**
   * Sends the parts that can be sent now. Ends at the first part that isn't accepted, and before
   * the next part once `stop` aborts. Throws what the store throws.
   */
  async deliver(claim: Claim, outgoing: Outgoing, stop: AbortSignal): Promise<Delivered> {
    const { turn, begun } = outgoing;
    for (const [position, part] of turn.parts.entries()) {
      // Of a cancelled turn, what is behind a stopped part may still be on its way.
      if (part.state === 'accepted' || part.state === 'stopped') continue;
      const after =
        begun && position === 0
          ? await this.request(claim, part, begun, outgoing, stop)
          : await this.bring(claim, part, outgoing, stop);
      if (after !== 'accepted') return after;
    }
    return undefined;
  }

  /** Sends a part, if it can be sent now. */
  private async bring(
    claim: Claim,
    part: Part,
    outgoing: Outgoing,
    stop: AbortSignal,
  ): Promise<Delivered | 'accepted'> {
    const { work } = outgoing;
    if (part.state === 'sending') return this.awaitCallback(claim, part, work);
    if (part.state !== 'pending') return undefined;
    if (stop.aborted) return 0;
    if (untilTooLate(part, work) <= 0) return this.giveUp(claim, part);
    const hold = await this.holds.keeping(placeOf(claim, work));
    if (hold) return this.holdBack(claim, part, hold, work);
    const wait = (part.retryAt ?? 0) - work.now;
    if (wait > 0) return Math.min(wait, untilTooLate(part, work));
    return this.send(claim, part, outgoing, stop);
  }

  /** Has a part wait for a hold's end. Its mailbox is due when that is over, or the window. */
  private async holdBack(claim: Claim, part: Part, hold: Hold, work: Work): Promise<Delivered> {
    const { code, message, action } = hold;
    await this.outbox.holdBack(claim, part.id, { code, message, action });
    return untilTooLate(part, work);
  }

  /**
   * Records the attempt before its request leaves. A crash in between leaves an attempt of unknown
   * outcome, and never leads to a second message.
   */
  private async send(
    claim: Claim,
    part: Part,
    outgoing: Outgoing,
    stop: AbortSignal,
  ): Promise<Delivered | 'accepted'> {
    const attempt = randomUUID();
    const sender = await this.channel.sender(outgoing.work.line);
    const deadline = this.clock.now() + SEND_MS;
    const begun = this.outbox.begin(claim, part.id, attempt, LEASE_MS, sender);
    const to = await begun.catch((error: unknown) =>
      this.verdicts.notBegun(claim, attempt, error, stop),
    );
    if (!to) return undefined;
    return this.request(claim, part, { id: attempt, to, sender, deadline }, outgoing, stop);
  }

  /** Makes the request of an attempt that is recorded, and records what it came to. */
  private async request(
    claim: Claim,
    part: Part,
    { id, to, sender, deadline }: Sending,
    { turn, work, release }: Outgoing,
    stop: AbortSignal,
  ): Promise<Delivered | 'accepted'> {
    const asked = performance.now();
    const { body, content } = part;
    const attempt = { id, to, sender, body, content, line: work.line, deadline };
    const answer = await this.channel.send(attempt);
    const ms = Math.round(performance.now() - asked);
    const verdict = await this.forTheHolds(placeOf(claim, work), { ...answer, ms });
    const last = part === turn.parts.at(-1) ? release : undefined;
    const settled = await this.verdicts.record(claim, id, verdict, stop, last);
    this.count(verdict, settled);
    if (verdict.kind === 'accepted') this.costs.sent(to, claim.conversationId);
    if (settled?.released) return 'released';
    if (settled?.state === 'accepted') return 'accepted';
    if (settled?.state === 'sending') return UNCERTAIN_AFTER_MS;
    if (settled?.state !== 'pending') return undefined;
    return Math.min(settled.retryInMs ?? Infinity, untilTooLate(part, work));
  }

  /** The verdict, with regard to the line. Without the store, the next refusal holds it. */
  private async forTheHolds(at: Place, verdict: Verdict): Promise<Verdict> {
    try {
      return await tellOfAnswer(this.holds, at, verdict);
    } catch (error) {
      if (!isStorageFailure(error)) this.logger.error(error);
      return verdict;
    }
  }

  private count({ kind }: Verdict, settled: Settled | null): void {
    sends.inc({ verdict: kind });
    if (!settled?.receivedAt) return;
    stepSeconds.observe({ step: 'sent' }, (this.clock.now() - settled.receivedAt) / 1000);
  }

  /**
   * Waits for the callback of an attempt of unknown outcome, and for a look into the channel's list:
   * whoever was away for longer than a minute looks first. After that it is uncertain.
   */
  private async awaitCallback(claim: Claim, part: Part, work: Work): Promise<Delivered> {
    const left = part.attemptedAt! + UNCERTAIN_AFTER_MS - work.now;
    if (left > 0) return left;
    const untilLooked = this.startedAt + LOOKED_MS - performance.now();
    if (untilLooked > 0 && isToBeLookedFor(part)) return untilLooked;
    await this.outbox.markUncertain(claim, part.id);
    this.logger.warn(`A send has no known outcome (attempt ${part.attempt}): see the failures.`);
    return undefined;
  }

  /** Gives up a part that can't be sent any more. */
  private async giveUp(claim: Claim, part: Part): Promise<Delivered> {
    const { error, content } = part;
    const { message, action } = content?.template ? TEMPLATE_TOO_LATE : TEXT_TOO_LATE;
    const why = `${message} ${error?.message ?? ''}`.trimEnd();
    await this.outbox.abandon(claim, part.id, {
      ...(error?.code && { code: error.code }),
      message: why,
      action,
    });
    return undefined;
  }
}

function placeOf({ conversationId }: Claim, { line }: Work): Place {
  return { conversationId, line };
}
