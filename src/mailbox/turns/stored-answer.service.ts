import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Signals } from '../queue/signals.js';
import { TurnStore } from './turn.store.js';

/** How often a waiting caller looks for an answer that another node may have made. */
const LOOK_MS = 500;

/** The stored answers, for callers that wait for one. */
@Injectable()
export class StoredAnswerService implements OnModuleDestroy {
  private readonly stop = new AbortController();

  constructor(
    private readonly turns: TurnStore,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Callers that wait for an answer go without: it will be stored, here or elsewhere. */
  onModuleDestroy(): void {
    this.stop.abort();
  }

  /**
   * The stored answer of the turn that covers a message, whichever node made it; nothing when
   * there is none after `waitMs` milliseconds, or when `signal` aborts.
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
      // Listens before it looks, so that what is stored in between isn't missed.
      const sign = this.signals.next('answered', conversationId, lookAgainIn, end);
      const { done, answer } = await this.turns.answerTo(messageId);
      if (done || left <= 0 || end.aborted) return answer;
      await sign;
    }
  }
}
