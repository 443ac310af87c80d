import { Injectable } from '@nestjs/common';
import { asRead, type Message } from '../../chat/messages/message.js';
import { MessageRepository } from '../../chat/messages/message.repository.js';
import { TurnStore } from '../turns/turn.store.js';

/** A message that is replied to is looked for among so many of the latest. */
const REPLIED_WITHIN = 50;

/** Finds what a message is about besides its words: what it replies to, and where it came from. */
@Injectable()
export class AboutService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly turns: TurnStore,
  ) {}

  /** The latest messages of the conversation, the oldest first. */
  async history(conversationId: string): Promise<Message[]> {
    return (await this.messages.history(conversationId, REPLIED_WITHIN)).map(asRead);
  }

  /** The advertisements and the exchanges that these messages are about, as messages of the past. */
  async of(messages: Message[], history: Message[]): Promise<Message[]> {
    const replies = messages.filter(({ details }) => details?.repliedTo);
    const replied = await Promise.all(
      replies.map(({ details }) => this.exchangeOf(details!.repliedTo!, history)),
    );
    return [...messages.flatMap(advertisement), ...replied.flat()];
  }

  /**
   * The message with this SID, and the question or the answer that belongs to it. The SID is one of
   * the sender's own, or of a part of an answer: then the part stands for the answer.
   */
  async exchangeOf(sid: string, history: Message[]): Promise<Message[]> {
    const own = history.find(({ id }) => id === sid);
    if (own) return own.turnId ? turnOf(own.turnId, history) : [own];
    const ids = history.flatMap(({ role, turnId }) => (role === 'assistant' && turnId) || []);
    const turns = ids.length ? await this.turns.find([...new Set(ids)]) : [];
    const turn = turns.find(({ parts }) => parts.some((part) => part.sid === sid));
    const part = turn?.parts.find((one) => one.sid === sid);
    if (!turn || !part) return [];
    return turnOf(turn.id, history).map((message) =>
      message.role === 'assistant' ? { ...message, text: part.body } : message,
    );
  }
}

function turnOf(id: string, history: Message[]): Message[] {
  return history.filter(({ turnId }) => turnId === id);
}

/** What the business said in its advertisement, as if its headline had been asked about before. */
function advertisement(message: Message): Message[] {
  const { headline, body } = message.details?.referral ?? {};
  const [asked, said] = [headline ?? body, body ?? headline];
  return asked && said ? exchange(message, asked, said) : [];
}

/** What a message brings with it, as if it had been said and answered before. */
export function exchange(of: Message, said: string, answer: string): Message[] {
  const past = { ...of, details: undefined, turnId: undefined };
  return [
    { ...past, id: `${of.id} said`, role: 'user', text: said },
    { ...past, id: `${of.id} answered`, role: 'assistant', text: answer },
  ];
}
