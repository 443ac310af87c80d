import { Injectable } from '@nestjs/common';
import { replyLanguage } from '../../chat/conversation.js';
import type { Message } from '../../chat/messages/message.js';
import { MessageRepository } from '../../chat/messages/message.repository.js';
import { type Language, type LanguageSetting, wordsOf } from '../../language/language.js';
import { isRead, type MediaKind } from '../../media/medium.js';

/** Messages from which the language is told where the new ones don't show it. */
const HISTORY = 12;

/**
 * What a message says in words: its text, else the label of a button. Empty where it says nothing:
 * whatever stood in its place would be searched for.
 */
export function inWords({ text, details }: Message): string {
  if (text.trim()) return text;
  const { button, location } = details ?? {};
  if (button?.text) return button.text;
  return location ? `[location: ${location.latitude}, ${location.longitude}]` : '';
}

/** Says what became of the media of messages, where their answer doesn't. */
@Injectable()
export class MediaNotes {
  constructor(private readonly messages: MessageRepository) {}

  /**
   * A sentence for each kind of medium that couldn't be read. Without a question also what was read,
   * and an invitation to ask; there is always something to say then.
   */
  async about(
    messages: Message[],
    question: string,
    setting: LanguageSetting,
  ): Promise<string | undefined> {
    const unread = kindsOf(messages, false).filter((kind) => !question || kind !== 'sticker');
    if (question && !unread.length) return undefined;
    const history = await this.messages.history(messages[0].conversationId, HISTORY);
    const language = replyLanguage(question || textsIn(messages), history, setting);
    const { unread: sentences, received } = wordsOf(language).media;
    const notes = unread.map((kind) => sentences[kind]);
    if (question) return notes.join('\n');
    const names = namesOf(messages, language);
    if (names.length) notes.push(received(names));
    return notes.join('\n') || sentences.unknown;
  }
}

/** The kinds of media that were read, or that weren't, each once. */
function kindsOf(messages: Message[], read: boolean): MediaKind[] {
  const media = messages.flatMap(({ details }) => details?.media ?? []);
  const kinds = media.flatMap((medium) =>
    medium.read && isRead(medium.read) === read ? [medium.read.kind] : [],
  );
  return [...new Set(kinds)];
}

function namesOf(messages: Message[], language: Language): string[] {
  const { names } = wordsOf(language).media;
  return kindsOf(messages, true).map((kind) => names[kind as keyof typeof names] ?? names.document);
}

/** What was read shows a language, too, if nothing else does. */
function textsIn(messages: Message[]): string {
  const media = messages.flatMap(({ details }) => details?.media ?? []);
  return media.map(({ read }) => (isRead(read) ? read.text : '')).join('\n');
}
