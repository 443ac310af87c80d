import { Injectable } from '@nestjs/common';
import { BotConfigService } from '../../../config/bot-config.service.js';
import { isSetUp } from '../../../config/lines/line.js';
import { untilClosed } from '../../outbox/window.js';
import { QueueStore, type Claim } from '../../queue/queue.store.js';
import { UnansweredService } from '../../turns/unanswered.service.js';
import type { Work } from '../../turns/work.js';

/**
 * Milliseconds until a mailbox of a line that isn't set up is looked at again. Setting the line up
 * wakes it at once; a process that ends in between doesn't keep it asleep for long.
 */
const LOOK_AGAIN_MS = 15 * 60_000;

/** Keeps what was written to a line that isn't set up: nobody answers there until it is. */
@Injectable()
export class KeptLines {
  constructor(
    private readonly config: BotConfigService,
    private readonly queue: QueueStore,
    private readonly unanswered: UnansweredService,
  ) {}

  /**
   * Puts the mailbox aside if its line isn't set up, and returns whether it did. Once the sender's
   * 24-hour window closes, nothing can be answered any more: the messages are left to people.
   */
  async keep(claim: Claim, work: Work): Promise<boolean> {
    if (isSetUp(work.line, await this.config.knownLines())) return false;
    const { turn, waiting, waitingInAll, wakes } = work;
    const left = untilClosed(work);
    if (left <= 0 && turn) return false;
    const isOver = left <= 0 && waiting.length > 0;
    if (isOver) await this.unanswered.end(claim, work, waiting, 'human');
    const more = waitingInAll > waiting.length ? 0 : undefined;
    const dueInMs = left <= 0 ? more : Math.min(left, LOOK_AGAIN_MS);
    await this.queue.release(claim, {
      wakes,
      crashes: 0,
      ...(dueInMs !== undefined && { dueInMs }),
    });
    return true;
  }
}
