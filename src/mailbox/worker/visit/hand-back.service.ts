import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { replyLanguage } from '../../../chat/conversation.js';
import { asRead, mayAsk, type Message } from '../../../chat/messages/message.js';
import { kept } from '../../../chat/trace/kept.js';
import { outcome } from '../../../chat/trace/outcome.js';
import { traceOf } from '../../../chat/trace/trace.js';
import { BotConfigService } from '../../../config/bot-config.service.js';
import { intentOf } from '../../../intent/intent.js';
import { wordsOf } from '../../../language/language.js';
import { Channel } from '../../outbox/channel.js';
import type { Claim } from '../../queue/queue.store.js';
import { Signals } from '../../queue/signals.js';
import { TurnStore } from '../../turns/turn.store.js';
import { UnansweredService } from '../../turns/unanswered.service.js';
import { type Draft, endingDraft, type Work } from '../../turns/work.js';

/** While a person has a conversation, or its sender waits for one: the bot is silent, until it is asked for. */
@Injectable()
export class HandBackService {
  constructor(
    private readonly turns: TurnStore,
    private readonly unanswered: UnansweredService,
    private readonly config: BotConfigService,
    private readonly channel: Channel,
    private readonly signals: Signals,
  ) {}

  /**
   * Leaves what waits to the person, up to a message that asks for the bot again. With that one the bot
   * has the conversation, and says so; what came behind it is answered by the next visit.
   */
  async whileWithPerson(claim: Claim, work: Work): Promise<void> {
    const at = work.waiting.findIndex(wantsBot);
    if (at === 0) return this.confirm(claim, work, work.waiting[0]);
    const left = at < 0 ? work.waiting : work.waiting.slice(0, at);
    await this.unanswered.end(claim, work, left, 'human');
  }

  /** Stores, with what says so, that the sender has the bot again. */
  private async confirm(claim: Claim, work: Work, message: Message): Promise<void> {
    const config = await this.config.current(work.line);
    const language = replyLanguage(message.text, work.earlier.messages, config.language);
    const answer = wordsOf(language).handover.again;
    const draft: Draft = {
      ...endingDraft(work, [message], 'answered'),
      answer,
      mode: 'extractive',
      trace: kept(traceOf(outcome('plain', { why: 'bot' })), config),
      parts: this.channel.parts(answer).map((body) => ({ id: randomUUID(), body })),
      handBack: true,
    };
    await this.turns.answer(claim, this.signals.acknowledgements.with(draft));
    this.signals.send('answered', claim.conversationId, draft.turnId);
  }
}

function wantsBot(message: Message): boolean {
  return mayAsk(message) && intentOf(asRead(message).text, { withPerson: true }).kind === 'bot';
}
