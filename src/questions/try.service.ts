import { Injectable } from '@nestjs/common';
import { unlessLeft } from '../chat/api/caller-left.js';
import { checkLength } from '../chat/api/length.js';
import { NO_CONVERSATION, Rehearsals } from '../chat/api/rehearsals.js';
import type { Reply } from '../chat/reply.js';
import { Clock } from '../clock.js';
import { Env } from '../env/env.js';
import { Channel } from '../mailbox/outbox/channel.js';
import { TriedAnswer } from './try.dto.js';

/** Answers a question as a sender's would be, and keeps nothing of it. */
@Injectable()
export class TryService {
  constructor(
    private readonly rehearsals: Rehearsals,
    private readonly channel: Channel,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /**
   * What somebody would be told who asks this first. Throws a `Problem` (400) for a text over
   * MAX_INBOUND_CHARS, and the store's error. Aborting `gone` stops the model.
   */
  async ask(question: string, gone: AbortSignal): Promise<TriedAnswer> {
    checkLength('question', question, this.env.MAX_INBOUND_CHARS);
    const reply = await unlessLeft(this.rehearse(question, gone), gone);
    const { text, sourceLine } = reply;
    const parts = this.channel.parts(sourceLine ? `${text}\n\n_${sourceLine}_` : text);
    return TriedAnswer.of(reply, parts);
  }

  private rehearse(question: string, signal: AbortSignal): Promise<Reply> {
    const scene = { conversationId: NO_CONVERSATION, at: this.clock.now(), past: [] };
    const chat = this.rehearsals.chat(scene);
    const options = { begins: true, signal };
    return chat.generateResponse(question, NO_CONVERSATION, 'whatsapp', options);
  }
}
