import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Env } from '../../env/env.js';
import { addToLog } from '../../log/context.js';
import { outcomes as counted, road } from '../../metrics.js';
import { AccountHold } from '../outbox/account-hold.js';
import { wishOf } from '../consent/consent.js';
import type { Accepted, Inbound, StatusUpdate } from './inbound.js';
import { MailboxStore } from '../queue/mailbox.store.js';
import { OutboxStore, type Settled } from '../outbox/outbox.store.js';
import { OutcomeStore, type Backlog } from '../turns/outcome.store.js';
import { Signals } from '../queue/signals.js';

/** How often a waiting caller looks for an answer that another node may have made. */
const LOOK_MS = 500;

/** What the edge sees of the mailboxes. */
@Injectable()
export class MailboxService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stop = new AbortController();

  constructor(
    private readonly mailboxes: MailboxStore,
    private readonly outcomes: OutcomeStore,
    private readonly outbox: OutboxStore,
    private readonly signals: Signals,
    private readonly account: AccountHold,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  onApplicationBootstrap(): void {
    this.outcomes.onEnded(({ outcome, messages }) => counted.inc({ outcome }, messages));
    const works = this.env.WORKER_CONCURRENCY > 0;
    this.stop.signal.addEventListener('abort', this.mailboxes.watch(this.signals.tell, works));
  }

  /** Callers that wait for an answer go without: it will be stored, here or elsewhere. */
  onModuleDestroy(): void {
    this.stop.abort();
  }

  /**
   * Makes a message durable and wakes its mailbox. Once this resolves, the message is answered
   * whatever happens to this process. Throws when it could not be made durable.
   */
  async accept(message: Inbound): Promise<Accepted> {
    const accepted = await this.mailboxes.accept(message);
    addToLog({ conversation_id: accepted.conversationId });
    if (accepted.duplicate) return accepted;
    // The message itself is durable: where this fails, its turn comes a little later.
    if (wishOf(message) === 'stop')
      await this.mailboxes.interrupt(accepted.conversationId).catch(() => undefined);
    this.signals.trail.mark(accepted.conversationId);
    this.signals.tell('arrived', accepted.conversationId, message.id);
    return accepted;
  }

  /**
   * The stored answer of the turn that covers a message, whichever node made it; nothing when
   * there is none after `waitMs` milliseconds, or when `signal` aborts.
   */
  async answerTo(
    { messageId, conversationId }: Accepted,
    waitMs: number,
    signal?: AbortSignal,
  ): Promise<string | null> {
    const ends = this.clock.now() + waitMs;
    const end = AbortSignal.any([this.stop.signal, ...(signal ? [signal] : [])]);
    for (;;) {
      const left = ends - this.clock.now();
      // Listens before it looks, so that what is stored in between isn't missed.
      const sign = this.signals.next(
        'answered',
        conversationId,
        Math.max(0, Math.min(left, LOOK_MS)),
        end,
      );
      const { done, answer } = await this.outcomes.answerTo(messageId);
      if (done || left <= 0 || end.aborted) return answer;
      await sign;
    }
  }

  /** Takes a status callback: it may settle an attempt, and then the turn goes on. */
  async delivered(update: StatusUpdate): Promise<void> {
    const settled = await this.outbox.callback(update);
    const { failure } = update;
    if (failure?.kind === 'stop') this.account.hold(failure.error, settled?.retryInMs ?? 0);
    if (!settled) return;
    this.signals.wake();
    this.count(settled, update.status);
  }

  /** What waits in the store now, of all processes. */
  backlog(): Promise<Backlog> {
    return this.outcomes.backlog();
  }

  private count({ receivedAt }: Settled, status: string): void {
    if (receivedAt === undefined) return;
    const step = status === 'delivered' ? 'delivered' : 'sent';
    road.observe({ step }, (this.clock.now() - receivedAt) / 1000);
  }
}
