import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { road, sends } from '../../metrics.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { AccountHold } from './account-hold.js';
import { Channel, type Verdict } from './channel.js';
import { LEASE_MS } from '../queue/lease.js';
import type { Claim } from '../queue/queue.store.js';
import { OutboxStore, type Settled } from './outbox.store.js';
import { backoff } from './backoff.js';
import { UNCERTAIN_AFTER_MS, type Part } from '../turns/part.js';
import type { Turn } from '../turns/turn.js';
import type { Work } from '../turns/work.js';

/** One request's time, well inside the lease that its record prolongs. */
const SEND_MS = 10_000;

/** Meta takes free answers for 24 hours after the sender's last message. */
export const WINDOW_MS = 24 * 60 * 60_000;

/** How soon a part looks again that waits for the account only: it may work any time. */
const HELD_MS = 10_000;

/**
 * While the store is away, what is known of a send is offered to it at such distances, for so long.
 * Meanwhile the part may be doubted: the word corrects that.
 */
const [RECORD_FIRST_MS, RECORD_MOST_MS, RECORD_FOR_MS] = [100, 2000, 10 * 60_000];

const NOT_SENT: Verdict = { kind: 'retry', error: { message: 'The store was away: not sent.' } };

/** Nothing more to send now: look again in so many milliseconds, or (undefined) when all is done. */
export type LookAgain = number | undefined;

/** Sends a turn's parts, in their order, each when the one before it was accepted. */
@Injectable()
export class DeliveryService {
  private readonly logger = new Logger(DeliveryService.name);

  constructor(
    private readonly outbox: OutboxStore,
    private readonly channel: Channel,
    private readonly account: AccountHold,
    private readonly clock: Clock,
  ) {}

  /** Sends what can be sent now. Ends at the first part that isn't accepted, or when told to. */
  async deliver(claim: Claim, turn: Turn, work: Work, stop: AbortSignal): Promise<LookAgain> {
    for (const part of turn.parts) {
      if (part.state === 'accepted') continue;
      if (part.state === 'sending') return this.await(claim, part, work);
      if (part.state !== 'pending') return undefined;
      if (stop.aborted) return 0;
      if (this.closed(work)) return this.giveUp(claim, part);
      const held = Math.min(this.account.remainingMs, HELD_MS);
      const wait = Math.max((part.retryAt ?? 0) - work.now, held);
      if (wait > 0) return wait;
      const after = await this.send(claim, part, stop);
      if (after !== 'accepted') return after;
    }
    return undefined;
  }

  /** Recorded first, then sent: a crash in between leaves an attempt without word, never a second. */
  private async send(claim: Claim, part: Part, stop: AbortSignal): Promise<LookAgain | 'accepted'> {
    const attempt = randomUUID();
    const deadline = this.clock.now() + SEND_MS;
    const begun = this.outbox.begin(claim, part.id, attempt, LEASE_MS);
    const to = await begun.catch((error: unknown) => this.notBegun(claim, attempt, error, stop));
    if (!to) return undefined;
    const verdict = await this.channel.send({
      id: attempt,
      to,
      body: part.body,
      deadline,
    });
    const settled = await this.keep(claim, attempt, verdict, stop);
    this.count(verdict, settled);
    if (verdict.kind === 'stop') this.account.hold(verdict.error, settled?.retryInMs ?? 0);
    if (settled?.state === 'accepted') return 'accepted';
    return settled?.state === 'sending' ? UNCERTAIN_AFTER_MS : settled?.retryInMs;
  }

  /** The record may be there, only its word was lost: then it shall not look like a send. */
  private async notBegun(claim: Claim, attempt: string, error: unknown, stop: AbortSignal) {
    if (isStorageFailure(error)) await this.keep(claim, attempt, NOT_SENT, stop);
    throw error;
  }

  private count({ kind }: Verdict, settled: Settled | null): void {
    sends.inc({ verdict: kind });
    if (!settled?.receivedAt) return;
    road.observe({ step: 'sent' }, (this.clock.now() - settled.receivedAt) / 1000);
  }

  /**
   * A store that is away for a moment must not cost the knowledge of what became of a send. Nor
   * may it keep the process from its end: then there is one try more, and the callback tells.
   */
  private async keep(
    claim: Claim,
    attempt: string,
    verdict: Verdict,
    stop: AbortSignal,
  ): Promise<Settled | null> {
    const ends = this.clock.now() + RECORD_FOR_MS;
    for (let tries = 1, last = false; ; tries++) {
      try {
        return await this.outbox.record(claim, attempt, verdict);
      } catch (error) {
        if (last || !isStorageFailure(error) || this.clock.now() > ends) throw error;
        await delay(Math.min(backoff(tries, RECORD_FIRST_MS), RECORD_MOST_MS), undefined, {
          signal: stop,
        }).catch(() => undefined);
        last = stop.aborted;
      }
    }
  }

  /** Somebody's attempt has no word yet: its callback may bring it, for a minute. */
  private async await(claim: Claim, part: Part, work: Work): Promise<LookAgain> {
    const left = part.attemptedAt! + UNCERTAIN_AFTER_MS - work.now;
    if (left > 0) return left;
    await this.outbox.doubt(claim, part.id);
    this.logger.warn(`A send has no known outcome (attempt ${part.attempt}): see the failures.`);
    return undefined;
  }

  private closed({ lastInboundAt, now }: Work): boolean {
    return lastInboundAt !== undefined && now > lastInboundAt + WINDOW_MS;
  }

  private async giveUp(claim: Claim, part: Part): Promise<LookAgain> {
    const code = part.error?.code;
    await this.outbox.abandon(claim, part.id, {
      ...(code && { code }),
      message: `Not sent within 24 hours of the sender's last message. ${part.error?.message ?? ''}`,
      action: 'Free answers are refused now: answer with a template, or wait for the sender.',
    });
    return undefined;
  }
}
