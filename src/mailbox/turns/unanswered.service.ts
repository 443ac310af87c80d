import { Injectable } from '@nestjs/common';
import type { Message } from '../../chat/messages/message.js';
import type { Claim } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import type { Outcome } from './turn.js';
import { TurnStore } from './turn.store.js';
import { endingDraft, type Work } from './work.js';

/** Ends messages that get no answer from the bot. */
@Injectable()
export class UnansweredService {
  constructor(
    private readonly turns: TurnStore,
    private readonly signals: Signals,
  ) {}

  /** One turn without parts covers them; whoever waits for an answer hears that there is none. */
  async end(claim: Claim, work: Work, messages: Message[], outcome: Outcome): Promise<void> {
    const draft = endingDraft(work, messages, outcome);
    await this.turns.answer(claim, draft);
    this.signals.tell('answered', claim.conversationId, draft.turnId);
  }
}
