import { Injectable } from '@nestjs/common';
import type { Message } from '../../chat/messages/message.js';
import type { Claim } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import type { Outcome } from './turn.js';
import { TurnStore } from './turn.store.js';
import { endingDraft, type Work } from './work.js';

/** Brings messages to an outcome that get no answer from the bot. */
@Injectable()
export class UnansweredService {
  constructor(
    private readonly turns: TurnStore,
    private readonly signals: Signals,
  ) {}

  /**
   * Covers them with one turn without parts, and tells waiting callers that there is no answer.
   * `error` is what an operator sees among the failures.
   */
  async end(
    claim: Claim,
    work: Work,
    messages: Message[],
    outcome: Outcome,
    error?: string,
  ): Promise<void> {
    const draft = { ...endingDraft(work, messages, outcome), error };
    await this.turns.answer(claim, this.signals.acknowledgements.with(draft));
    this.signals.send('answered', claim.conversationId, draft.turnId);
  }
}
