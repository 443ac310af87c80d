import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Signals } from '../queue/signals.js';
import { TurnStore } from './turn.store.js';

/** Milliseconds between two looks for an answer that another node may have stored. */
const LOOK_MS = 500;

/** Finds stored answers for callers that wait for one. */
@Injectable()
export class StoredAnswerService implements OnModuleDestroy {
  private readonly stop = new AbortController();

  constructor(
    private readonly turns: TurnStore,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Sends waiting callers away without an answer. This process or another will still store it. */
  onModuleDestroy(): void {
    this.stop.abort();
  }

  /**
   * Returns the stored answer of the turn that covers a message, whichever node made it. Returns
   * null when there is none after `waitMs` milliseconds, or when `signal` aborts.
   */
  async answerTo(
    { messageId, conversationId }: { messageId: string; conversationId: string },
    waitMs: number,
    signal?: AbortSignal,
  ): Promise<string | null> {
    const ends = this.clock.now() + waitMs;
    const end = AbortSignal.any([this.stop.signal, ...(signal ? [signal] : [])]);
    for (;;) {
      const left = ends - this.clock.now();
      const lookAgainIn = Math.max(0, Math.min(left, LOOK_MS));
      // Listens before it reads, so that it can't miss an answer that is stored in between.
      const answered = this.signals.next('answered', conversationId, lookAgainIn, end);
      const { done, answer } = await this.turns.answerTo(messageId);
      if (done || left <= 0 || end.aborted) return answer;
      await answered;
    }
  }
}
