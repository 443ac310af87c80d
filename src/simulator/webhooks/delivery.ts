import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Clock } from '../../clock.js';
import { Faults } from '../faults/faults.js';
import { isFinal, type Message, senderOf } from '../ledger/message.js';
import { isApproved } from '../ledger/approvals.js';
import { Contents } from '../ledger/contents.js';
import { Messages } from '../ledger/messages.js';
import { StatusCallbacks } from './status-callbacks.js';

/** Milliseconds between two statuses of a message. */
const STEP_MS = 5;
/** Milliseconds between two looks whether a scheduled message is to leave: the clock may be set. */
const LOOK_MS = 200;
/** Milliseconds until messages of an earlier process go on: the app must listen again first. */
const RESUME_MS = 1_000;
/** A person may be answered freely for 24 hours after writing. */
const WINDOW_MS = 24 * 3_600_000;
const OUTSIDE_WINDOW = 63016;

type Step = {
  status: 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';
  errorCode?: number;
};

/** Takes accepted messages from queued to their end, and tells the business on the way. */
@Injectable()
export class Delivery implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Simulator');
  /** Raised when everything under way is to stop. */
  private round = 0;

  constructor(
    private readonly messages: Messages,
    private readonly callbacks: StatusCallbacks,
    private readonly faults: Faults,
    private readonly clock: Clock,
    private readonly contents: Contents,
  ) {}

  begin(message: Message, afterMs = STEP_MS): void {
    const scheduled = message.status === 'scheduled';
    const journey = scheduled
      ? this.leaveLater(message)
      : this.travel(message, this.route(message), afterMs);
    journey.catch((error: Error) => {
      this.logger.error(`${message.sid} is stuck as ${message.status}: ${error.message}`);
    });
  }

  /** Leaves all messages as they are. */
  stop(): void {
    this.round++;
  }

  onApplicationBootstrap(): void {
    const unfinished = this.messages.all().filter((message) => !isFinal(message));
    for (const message of unfinished) this.begin(message, RESUME_MS);
  }

  onModuleDestroy(): void {
    this.stop();
  }

  /** When its time has come, unless it was canceled. */
  private async leaveLater(message: Message): Promise<void> {
    const round = this.round;
    while (round === this.round && message.status === 'scheduled') {
      const left = message.sendAt! - this.clock.now();
      if (left <= 0) return this.travel(message, this.route(message), 0);
      await pause(Math.min(left, LOOK_MS), undefined, { ref: false });
    }
  }

  private async travel(message: Message, steps: Step[], afterMs: number): Promise<void> {
    const round = this.round;
    const told = this.callbacks.of(message);
    await pause(afterMs, undefined, { ref: false });
    for (const { status, errorCode } of steps) {
      if (round !== this.round) return;
      await this.messages.advance(message, status, errorCode);
      told.tell({ ...message });
      await pause(STEP_MS, undefined, { ref: false });
    }
    told.end();
  }

  private route(message: Message): Step[] {
    const picked: Step[] = senderOf(message) === null ? [{ status: 'queued' }] : [];
    return [...picked, ...this.end(message)];
  }

  private end(message: Message): Step[] {
    const fault = this.faults.ofDelivery();
    if (fault) return lost(message, fault.error_code);
    if (!this.windowOpen(message)) return lost(message, OUTSIDE_WINDOW);
    return onwards(message, { status: 'delivered' });
  }

  /** Approved templates need no window. */
  private windowOpen({ to, from, contentSid }: Message): boolean {
    const wrote = this.messages.lastInbound(to, from);
    if (wrote !== undefined && this.clock.now() - wrote < WINDOW_MS) return true;
    const content = contentSid === null ? undefined : this.contents.find(contentSid);
    return !!content && isApproved(content);
  }
}

/** WhatsApp's own errors (63xxx) come back from WhatsApp; with others nothing ever left. */
function lost(message: Message, errorCode: number): Step[] {
  if (errorCode === OUTSIDE_WINDOW) return [{ status: 'undelivered', errorCode }];
  if (Math.floor(errorCode / 1000) !== 63) return [{ status: 'failed', errorCode }];
  return onwards(message, { status: 'undelivered', errorCode });
}

function onwards(message: Message, end: Step): Step[] {
  return message.status === 'sent' ? [end] : [{ status: 'sent' }, end];
}
