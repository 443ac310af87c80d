import { Injectable } from '@nestjs/common';
import { unlessLeft } from '../chat/api/caller-left.js';
import { checkLength } from '../chat/api/length.js';
import { ChatService } from '../chat/chat.service.js';
import { Env } from '../env/env.js';
import { newConversationId } from '../sessions/new-conversation-id.js';
import { TriedAnswer } from './try.dto.js';

/** Answers a question as a sender's would be, and keeps nothing of it. */
@Injectable()
export class TryService {
  constructor(
    private readonly chat: ChatService,
    private readonly env: Env,
  ) {}

  /**
   * What somebody would be told who asks this first. The chat keeps nothing itself of what comes by
   * WhatsApp, and no mailbox is there that would. Throws a `Problem` (400) for a text over
   * MAX_INBOUND_CHARS, and the store's error. Aborting `gone` stops the model.
   */
  async ask(question: string, gone: AbortSignal): Promise<TriedAnswer> {
    checkLength('question', question, this.env.MAX_INBOUND_CHARS);
    const options = { begins: true, signal: gone };
    const nobody = newConversationId();
    const reply = this.chat.generateResponse(question, nobody, 'whatsapp', options);
    return TriedAnswer.of(await unlessLeft(reply, gone));
  }
}
