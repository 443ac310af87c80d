import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Message } from '../../chat/messages/message.js';
import type { Claim } from '../queue/mailbox.store.js';
import { Signals } from '../queue/signals.js';
import type { Outcome } from './turn.js';
import { TurnStore, type Work } from './turn.store.js';

/** Ends messages that get no answer from the bot. */
@Injectable()
export class UnansweredService {
  constructor(
    private readonly turns: TurnStore,
    private readonly signals: Signals,
  ) {}

  /** One turn without parts covers them; whoever waits for an answer hears that there is none. */
  async end(claim: Claim, work: Work, messages: Message[], outcome: Outcome): Promise<void> {
    const turnId = randomUUID();
    await this.turns.answer(claim, {
      turnId,
      covers: messages.map(({ id }) => id),
      seen: work.waitingInAll,
      evenIfOutdated: true,
      limited: false,
      parts: [],
      outcome,
    });
    this.signals.tell('answered', claim.conversationId, turnId);
  }
}
