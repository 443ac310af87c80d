import { Injectable } from '@nestjs/common';
import { Env } from '../../env/env.js';
import { Problem } from '../../http/problems/problem.js';
import { DEFAULT_LINE } from '../../config/lines/line.js';
import { intentOf } from '../../intent/intent.js';
import type { Conversation } from '../../sessions/conversation.js';
import { newConversationId } from '../../sessions/new-conversation-id.js';
import { SessionRepository } from '../../sessions/session.repository.js';
import { ChatAnswer, type ChatRequest } from './chat.dto.js';
import { ChatService } from '../chat.service.js';
import { unlessLeft } from './caller-left.js';
import { checkLength } from './length.js';

const UNKNOWN = 'There is no conversation of this id; leave conversation_id out to begin one.';
const TAKEN =
  'A person has this conversation: the bot says nothing until it is released, or "bot" is asked here.';

/** Holds conversations over the chat API, without WhatsApp. */
@Injectable()
export class ChatApiService {
  constructor(
    private readonly chat: ChatService,
    private readonly sessions: SessionRepository,
    private readonly env: Env,
  ) {}

  /**
   * Answers a question and keeps both. The id of a merged conversation leads to the one that it was
   * merged into. Throws a `Problem`: 400 for a text over MAX_INBOUND_CHARS, 404 for an unknown
   * conversation, 409 for one that is held on WhatsApp, that a person has taken over or that waits
   * for one. Aborting `gone` stops the model; nothing is kept then.
   */
  async ask(
    { text, conversation_id, line: named }: ChatRequest,
    gone: AbortSignal,
  ): Promise<ChatAnswer> {
    checkLength('text', text, this.env.MAX_INBOUND_CHARS);
    const known = conversation_id ? await this.known(conversation_id) : undefined;
    const handedBack = known && (await this.handedBack(known, text));
    const id = known?.id ?? newConversationId();
    const line = known ? known.line : named === DEFAULT_LINE ? undefined : named;
    const options = { begins: !known, handedBack, signal: gone, line };
    const reply = await unlessLeft(this.chat.generateResponse(text, id, 'api', options), gone);
    // Before the caller hears of it: who got no answer asks again, and a person is asked for anew.
    if (reply.handover) await this.sessions.waitForPerson(id, reply.handover);
    return ChatAnswer.of(id, reply);
  }

  private async known(conversationId: string): Promise<Conversation> {
    const found = await this.sessions.conversation(conversationId.toLowerCase());
    if (!found) throw new Problem(404, 'No such conversation', UNKNOWN);
    if (found.addresses.length) throw new Problem(409, 'On WhatsApp', onWhatsApp(found.id));
    return found;
  }

  /** Gives it back to the bot, where it is with a person and the text asks for that. */
  private async handedBack(found: Conversation, text: string): Promise<true | undefined> {
    const { id, takenAt, waitingSince } = found;
    if (takenAt === undefined && waitingSince === undefined) return undefined;
    const { kind } = intentOf(text, { withPerson: true });
    if (kind === 'bot') return this.sessions.giveBack(id, 'sender').then(() => true as const);
    if (takenAt !== undefined) throw new Problem(409, 'Taken over', TAKEN);
    throw new Problem(409, 'Waiting for a person', waits(id));
  }
}

/** Nobody can reply here, as on WhatsApp: what the person says reaches the asker in another way. */
function waits(id: string): string {
  return (
    'Whoever asks here waits for a person: the bot says nothing until ' +
    `POST /api/v1/conversations/${id}/release gives the conversation back to it, or "bot" is asked.`
  );
}

/** Why the chat API refuses it: the sender would not see this question, but the model would. */
function onWhatsApp(id: string): string {
  return (
    'This conversation is held on WhatsApp: write to its sender by ' +
    `POST /api/v1/conversations/${id}/reply, or leave conversation_id out to ask the bot here.`
  );
}
