import { Injectable } from '@nestjs/common';
import type { Message } from '../chat/messages/message.js';
import { MessageRepository } from '../chat/messages/message.repository.js';
import type { Turn } from '../mailbox/turns/turn.js';
import { TurnStore } from '../mailbox/turns/turn.store.js';
import type { Conversation } from '../sessions/conversation.js';
import { SessionRepository } from '../sessions/session.repository.js';

const PAGE = 200;

/** What somebody asked at once, and what became of it. */
export interface Exchange {
  asked: Message[];
  /** Absent while it waits. */
  turn?: Turn;
}

/** A conversation as it went, and who has it now. */
export interface Course {
  conversation: Conversation;
  exchanges: Exchange[];
}

/** Reads conversations: what was asked, and how each of it was answered. */
@Injectable()
export class Transcript {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly messages: MessageRepository,
    private readonly turns: TurnStore,
  ) {}

  /** The conversation with an address (`wa_id`); undefined while there is none. */
  async with(waId: string): Promise<Course | undefined> {
    const session = await this.sessions.find(waId);
    return session ? this.of(session.conversationId) : undefined;
  }

  /** A conversation, by its own id or a merged one's; undefined for an unknown one. */
  async of(id: string): Promise<Course | undefined> {
    const conversation = await this.sessions.conversation(id);
    if (!conversation) return undefined;
    const asked = (await this.all(conversation.id)).filter(({ role }) => role === 'user');
    const ids = asked.map(({ turnId }) => turnId).filter((turnId) => turnId !== undefined);
    const turns = new Map((await this.turns.find([...new Set(ids)])).map((t) => [t.id, t]));
    return { conversation, exchanges: exchangesOf(asked, turns) };
  }

  private async all(id: string): Promise<Message[]> {
    const all: Message[] = [];
    let cursor: string | undefined;
    do {
      const { messages, next } = await this.messages.page(id, PAGE, cursor);
      all.push(...messages);
      cursor = next ?? undefined;
    } while (cursor);
    return all;
  }
}

/** Messages that one turn answers belong together. */
function exchangesOf(asked: Message[], turns: Map<string, Turn>): Exchange[] {
  const exchanges: Exchange[] = [];
  for (const message of asked) {
    const turn = message.turnId === undefined ? undefined : turns.get(message.turnId);
    const last = exchanges.at(-1);
    if (turn && last?.turn === turn) last.asked.push(message);
    else exchanges.push({ asked: [message], turn });
  }
  return exchanges;
}

/** What was really sent of a turn's answer: its parts, joined. */
export function sentOf(turn: Turn): string {
  const sent = turn.parts.filter(({ state }) => state === 'accepted');
  return sent.map(({ body }) => body).join('\n\n');
}
