import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { stepSeconds, sends } from '../../metrics.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { AccountHold } from '../account/account-hold.js';
import type { Hold } from '../account/account.store.js';
import { backoff } from '../account/backoff.js';
import { untilClosed } from './window.js';
import { tellOfAnswer } from './account-word.js';
import { Channel, type Verdict } from './channel.js';
import { LEASE_MS } from '../queue/lease.js';
import type { Claim } from '../queue/queue.store.js';
import { OutboxStore, type Settled } from './outbox.store.js';
import { UNCERTAIN_AFTER_MS, type Part } from '../turns/part.js';
import type { Turn } from '../turns/turn.js';
import type { Work } from '../turns/work.js';

/** Milliseconds that one request may take. The lease, prolonged before it, lasts twice as long. */
const SEND_MS = LEASE_MS / 2;

/**
 * Milliseconds. While the store can't be reached, a verdict is offered to it again: after the first
 * wait, which doubles up to the second, and for the third in all. The part may become uncertain
 * meanwhile; the verdict still corrects that.
 */
const RECORDING = { firstMs: 100, mostMs: 2000, forMs: 10 * 60_000 };

const NOT_SENT: Verdict = { kind: 'retry', error: { message: 'The store was away: not sent.' } };

/** After how many milliseconds the mailbox is due again; undefined when nothing is left to send. */
export type DueInMs = number | undefined;

/** Sends a turn's parts in their order, each after the channel has accepted the one before it. */
@Injectable()
export class DeliveryService {
  private readonly logger = new Logger(DeliveryService.name);

  constructor(
    private readonly outbox: OutboxStore,
    private readonly channel: Channel,
    private readonly account: AccountHold,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends the parts that can be sent now. Ends at the first part that isn't accepted, and before
   * the next part once `stop` aborts. Throws what the store throws.
   */
  async deliver(claim: Claim, turn: Turn, work: Work, stop: AbortSignal): Promise<DueInMs> {
    for (const part of turn.parts) {
      if (part.state === 'accepted') continue;
      if (part.state === 'sending') return this.awaitCallback(claim, part, work);
      if (part.state !== 'pending') return undefined;
      if (stop.aborted) return 0;
      if (untilClosed(work) <= 0) return this.giveUp(claim, part);
      const hold = await this.account.keeping(claim.conversationId);
      if (hold) return this.holdBack(claim, part, hold, work);
      const wait = (part.retryAt ?? 0) - work.now;
      if (wait > 0) return Math.min(wait, untilClosed(work));
      const after = await this.send(claim, part, work, stop);
      if (after !== 'accepted') return after;
    }
    return undefined;
  }

  /** Has a part wait for the account. Its mailbox is due when the hold is over, or the window. */
  private async holdBack(claim: Claim, part: Part, hold: Hold, work: Work): Promise<DueInMs> {
    const { code, message, action } = hold;
    await this.outbox.holdBack(claim, part.id, { code, message, action });
    return untilClosed(work);
  }

  /**
   * Records the attempt before its request leaves. A crash in between leaves an attempt of unknown
   * outcome, and never leads to a second message.
   */
  private async send(
    claim: Claim,
    part: Part,
    work: Work,
    stop: AbortSignal,
  ): Promise<DueInMs | 'accepted'> {
    const attempt = randomUUID();
    const deadline = this.clock.now() + SEND_MS;
    const sender = await this.channel.sender();
    const begun = this.outbox.begin(claim, part.id, attempt, LEASE_MS, sender);
    const to = await begun.catch((error: unknown) => this.notBegun(claim, attempt, error, stop));
    if (!to) return undefined;
    const sending = { id: attempt, to, sender, body: part.body, deadline };
    const asked = performance.now();
    const answer = await this.channel.send(sending);
    const ms = Math.round(performance.now() - asked);
    const verdict = await this.forTheAccount(claim, { ...answer, ms });
    const settled = await this.record(claim, attempt, verdict, stop);
    this.count(verdict, settled);
    if (settled?.state === 'accepted') return 'accepted';
    if (settled?.state === 'sending') return UNCERTAIN_AFTER_MS;
    if (settled?.state !== 'pending') return undefined;
    return Math.min(settled.retryInMs ?? Infinity, untilClosed(work));
  }

  /** The verdict, with regard to the account. Without the store, the next refusal holds it. */
  private async forTheAccount({ conversationId }: Claim, verdict: Verdict): Promise<Verdict> {
    try {
      return await tellOfAnswer(this.account, conversationId, verdict);
    } catch (error) {
      if (!isStorageFailure(error)) this.logger.error(error);
      return verdict;
    }
  }

  /**
   * Records that nothing was sent, and throws `error` again. The store may have recorded the
   * attempt although its answer was lost, and without this the part would become uncertain.
   */
  private async notBegun(claim: Claim, attempt: string, error: unknown, stop: AbortSignal) {
    if (isStorageFailure(error)) await this.record(claim, attempt, NOT_SENT, stop);
    throw error;
  }

  private count({ kind }: Verdict, settled: Settled | null): void {
    sends.inc({ verdict: kind });
    if (!settled?.receivedAt) return;
    stepSeconds.observe({ step: 'sent' }, (this.clock.now() - settled.receivedAt) / 1000);
  }

  /**
   * Records a verdict, and tries again while the store can't be reached, so that a short outage
   * doesn't make a part uncertain. Once `stop` aborts, it tries once more only, so that the process
   * can end: the status callback tells later what became of the part.
   */
  private async record(
    claim: Claim,
    attempt: string,
    verdict: Verdict,
    stop: AbortSignal,
  ): Promise<Settled | null> {
    const ends = this.clock.now() + RECORDING.forMs;
    for (let tries = 1, last = false; ; tries++) {
      try {
        return await this.outbox.record(claim, attempt, verdict);
      } catch (error) {
        if (last || !isStorageFailure(error) || this.clock.now() > ends) throw error;
        await delay(backoff(tries, RECORDING), undefined, {
          signal: stop,
        }).catch(() => undefined);
        last = stop.aborted;
      }
    }
  }

  /** Waits for the callback of an attempt of unknown outcome. After a minute it is uncertain. */
  private async awaitCallback(claim: Claim, part: Part, work: Work): Promise<DueInMs> {
    const left = part.attemptedAt! + UNCERTAIN_AFTER_MS - work.now;
    if (left > 0) return left;
    await this.outbox.markUncertain(claim, part.id);
    this.logger.warn(`A send has no known outcome (attempt ${part.attempt}): see the failures.`);
    return undefined;
  }

  /** Gives up a part because the 24-hour window has closed. */
  private async giveUp(claim: Claim, part: Part): Promise<DueInMs> {
    const code = part.error?.code;
    await this.outbox.abandon(claim, part.id, {
      ...(code && { code }),
      message: `Not sent within 24 hours of the sender's last message. ${part.error?.message ?? ''}`,
      action: 'Free answers are refused now: answer with a template, or wait for the sender.',
    });
    return undefined;
  }
}
