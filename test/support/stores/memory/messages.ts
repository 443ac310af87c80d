import type { Message } from '../../../../src/chat/messages/message.js';
import type { Trace } from '../../../../src/chat/trace/trace.js';
import { MessageRepository } from '../../../../src/chat/messages/message.repository.js';

/** Messages of one conversation, in memory. */
export class MemoryMessages extends MessageRepository {
  kept: Message[] = [];
  trace?: Trace;
  async keep(messages: Message[], trace?: Trace) {
    this.kept.push(...messages);
    this.trace = trace;
  }
  begin = this.keep;
  async history(_: string, limit: number) {
    return this.kept.slice(-limit);
  }
  async page() {
    return { messages: this.kept, next: null };
  }
}
