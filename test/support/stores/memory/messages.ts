import type { Message } from '../../../../src/chat/messages/message.js';
import { MessageRepository } from '../../../../src/chat/messages/message.repository.js';

/** Messages of one conversation, in memory. */
export class MemoryMessages extends MessageRepository {
  kept: Message[] = [];
  async keep(messages: Message[]) {
    this.kept.push(...messages);
  }
  begin = this.keep;
  async history(_: string, limit: number) {
    return this.kept.slice(-limit);
  }
  async page() {
    return { messages: this.kept, next: null };
  }
}
