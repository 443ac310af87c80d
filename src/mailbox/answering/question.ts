import type { Message } from '../../chat/messages/message.js';
import { inWords } from './media.js';

/** A turn's messages as the model reads them: one user message, a line for each. */
export function questionOf(messages: Message[]): string {
  return messages.map((message) => message.text || inWords(message)).join('\n');
}
