import { Injectable } from '@nestjs/common';
import { replyLanguage } from '../../chat/conversation.js';
import type { Message } from '../../chat/messages/message.js';
import { MessageRepository } from '../../chat/messages/message.repository.js';
import type { Reply } from '../../chat/reply.js';
import { outcome } from '../../chat/trace/outcome.js';
import { traceOf } from '../../chat/trace/trace.js';
import type { BotConfig } from '../../config/bot-config.js';
import { type Language, wordsOf } from '../../language/language.js';
import type { Words } from '../../language/words.js';
import { isRead, type MediumReading } from '../../media/medium.js';

/** Messages from which the language is told where the new ones don't show it. */
const HISTORY = 12;

type Name = keyof Words['media']['names'];
type Unread = keyof Words['media']['unread'];

/**
 * What a message without text says in words: the label of a button. Empty where it says nothing:
 * whatever stood in its place would be searched for.
 */
export function inWords({ details }: Message): string {
  return details?.button?.text ?? '';
}

/** Says what became of the media of messages, where their answer doesn't. */
@Injectable()
export class MediaNotes {
  constructor(private readonly messages: MessageRepository) {}

  /**
   * The reply, after a sentence for each kind of medium that couldn't be read. Without a reply also
   * what was read, and an invitation to ask. Undefined where there is nothing to say. Who gets a
   * person, who sees the medium, isn't asked to write what was in it.
   */
  async joinedTo(
    reply: Reply | undefined,
    messages: Message[],
    config: BotConfig,
  ): Promise<Reply | undefined> {
    const readings = readingsOf(messages);
    const unread = new Set(readings.filter((one) => !isRead(one)).map(unreadName));
    if (!readings.length || reply?.handover || (reply && !unread.size)) return reply;
    const language = await this.languageOf(messages, readings, config);
    const { unread: sentences, received } = wordsOf(language).media;
    const notes = [...unread].map((kind) => sentences[kind]);
    const names = namesOf(readings, language);
    if (!reply && names.length) notes.push(received(names));
    const text = [notes.join('\n'), ...(reply ? [reply.text] : [])].join('\n\n');
    const trace = traceOf(outcome('form'));
    return { mode: 'extractive', sources: [], trace, ...reply, text };
  }

  /** The sender's words show it first, then those before, then what was read. */
  private async languageOf(
    messages: Message[],
    readings: MediumReading[],
    { language }: BotConfig,
  ): Promise<Language> {
    const said = messages.map(({ text }) => text).join('\n');
    const read = readings.map((one) => (isRead(one) ? one.text : '')).join('\n');
    const history = await this.messages.history(messages[0].conversationId, HISTORY);
    const shown = [{ ...messages[0], text: read }, ...history, { ...messages[0], text: said }];
    return replyLanguage(said, shown, language);
  }
}

/** Of media that are not told of by their message's kind, as a sticker or a contact is. */
function readingsOf(messages: Message[]): MediumReading[] {
  const media = messages.flatMap(({ details }) => (details?.kind ? [] : (details?.media ?? [])));
  return media.flatMap(({ read }) => read ?? []);
}

function unreadName({ kind }: MediumReading): Unread {
  if (kind === 'sticker') return 'picture';
  return kind === 'voice' || kind === 'picture' || kind === 'video' ? kind : 'document';
}

function namesOf(readings: MediumReading[], language: Language): string[] {
  const { names } = wordsOf(language).media;
  const read = readings.filter((one) => isRead(one) && one.by !== 'transcription');
  const kinds = read.map(({ kind }): Name => (kind in names ? (kind as Name) : 'document'));
  return [...new Set(kinds)].map((kind) => names[kind]);
}
