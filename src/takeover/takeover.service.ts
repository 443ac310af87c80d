import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { replyLanguage } from '../chat/conversation.js';
import { Handovers } from '../chat/handover/handovers.js';
import { MessageRepository } from '../chat/messages/message.repository.js';
import { kept } from '../chat/trace/kept.js';
import { outcome } from '../chat/trace/outcome.js';
import { traceOf } from '../chat/trace/trace.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { isSetUp } from '../config/lines/line.js';
import { Problem } from '../http/problems/problem.js';
import { Channel } from '../mailbox/outbox/channel.js';
import {
  ConversationsService,
  noSuchConversation,
} from '../conversations/conversations.service.js';
import { ConversationView } from '../conversations/conversation.dto.js';
import { WHY_UNSENT } from '../mailbox/turns/recipient/recipient.js';
import { WINDOW_MS } from '../mailbox/outbox/window.js';
import { windowClosed } from '../mailbox/outbox/window/closed.problem.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { TakeoverStore, type Replied, type Reply } from './takeover.store.js';
import { ReplyView } from './reply.dto.js';
import { Signals } from '../mailbox/queue/signals.js';

/** A reply to be stored. */
type Wanted = Pick<Reply, 'text' | 'parts' | 'windowMs'>;

/** Lets a person take conversations over. Throws a `Problem` (404) for an unknown conversation. */
@Injectable()
export class TakeoverService {
  constructor(
    private readonly takeover: TakeoverStore,
    private readonly conversations: ConversationsService,
    private readonly channel: Channel,
    private readonly signals: Signals,
    private readonly sessions: SessionRepository,
    private readonly messages: MessageRepository,
    private readonly handovers: Handovers,
    private readonly config: BotConfigService,
  ) {}

  /**
   * Gives a conversation to a person: the bot sends nothing more, and answers nothing. A sender who
   * waits for a person waits until the first reply.
   */
  async takeOver(id: string): Promise<ConversationView> {
    await this.takeover.takeOver(id);
    this.signals.wake();
    return this.conversations.one(id);
  }

  /**
   * Has its sender wait for a person, as if they had asked for one, and tells them so where free text
   * may be sent. It changes nothing where they wait already. Throws a `Problem` (409) for who opted out.
   */
  async handOver(id: string): Promise<ConversationView> {
    const line = (await this.sessions.conversation(id))?.line;
    const config = await this.config.current(line);
    const said = await this.messages.history(id, EARLIER);
    const language = replyLanguage('', said, config.language);
    const { text, handover } = await this.handovers.begin('operator', [language], line);
    const told = {
      turnId: randomUUID(),
      limited: false,
      answer: text,
      mode: 'extractive',
      trace: kept(traceOf(outcome('handover', { why: 'operator' })), config),
      parts: this.channel.parts(text).map((body) => ({ id: randomUUID(), body })),
    };
    const telling = { wait: handover, told, windowMs: WINDOW_MS };
    if ((await this.takeover.handOver(id, telling)) === 'opted out') throw optedOut();
    this.signals.wake();
    return this.conversations.one(id);
  }

  /**
   * Gives a conversation back to the bot, which answers what arrives from now on. Its sender waits
   * for a person no longer.
   */
  async release(id: string): Promise<ConversationView> {
    await this.takeover.release(id);
    return this.conversations.one(id);
  }

  /**
   * Stores a person's reply, and wakes the worker, which sends it. Who waits for a person has one now:
   * the conversation is taken over. The same `key` again returns the first reply and stores nothing.
   * Throws a `Problem`: 400
   * for a malformed key, 409 when nothing may be sent to the sender or on the line, 422 when the key was used for
   * another text.
   */
  reply(conversationId: string, text: string, key?: string): Promise<ReplyView> {
    const parts = this.channel.verbatim(text).map((body) => ({ id: randomUUID(), body }));
    return this.send(conversationId, { text, parts, windowMs: WINDOW_MS }, key);
  }

  /** The same for what isn't just a text: `text` is how it reads. */
  async send(conversationId: string, wanted: Wanted, key?: string): Promise<ReplyView> {
    const { text } = wanted;
    const reply = { turnId: randomUUID(), ...wanted, key: checked(key) };
    const { line } = (await this.sessions.conversation(conversationId)) ?? {};
    if (!isSetUp(line, await this.config.knownLines()))
      throw new Problem(409, 'Not sent', NOT_SET_UP);
    const replied = await this.takeover.reply(conversationId, reply);
    if (replied.kind === 'stored')
      this.signals.send('replied', replied.conversationId, reply.turnId);
    return viewOf(replied, text);
  }
}

/** The sender's language is guessed from so many of the latest messages. */
const EARLIER = 12;

function optedOut(): Problem {
  return new Problem(409, 'Not sent', WHY_UNSENT['opted out']);
}

/** Returns the stored reply, or throws the `Problem` that says why nothing was stored. */
function viewOf(replied: Replied, text: string): ReplyView {
  switch (replied.kind) {
    case 'unknown':
      throw noSuchConversation();
    case 'opted out':
      throw optedOut();
    case 'unreachable':
      throw new Problem(409, 'Not sent', WHY_UNSENT[replied.kind]);
    case 'no address':
      throw new Problem(
        409,
        'Not sent',
        'Nobody wrote here by WhatsApp: there is nobody to send to.',
      );
    case 'window closed':
      throw windowClosed();
    case 'repeated':
      if (replied.text !== text) throw new Problem(422, 'Another text', OTHER_TEXT);
  }
  return ReplyView.of(replied);
}

const NOT_SET_UP =
  'The sender wrote to a number that is not set up: do that first, by PUT /api/v1/lines/:id/config.';
const OTHER_TEXT = 'Idempotency-Key: it was used for another text; use a new one for a new reply.';

function checked(key: string | undefined): string | undefined {
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const message = 'must be 1 to 255 visible ASCII characters';
  const errors = [{ field: 'Idempotency-Key', message }];
  throw new Problem(400, 'Bad Request', `Idempotency-Key ${message}`, { errors });
}
