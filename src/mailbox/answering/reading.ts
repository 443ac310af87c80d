import { Injectable } from '@nestjs/common';
import type { Medium, Message } from '../../chat/messages/message.js';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { traced } from '../../tracing/traced.js';
import { MediaService } from '../../media/media.service.js';
import { isRead } from '../../media/medium.js';
import type { Claim } from '../queue/queue.store.js';
import { ReadingStore } from './reading.store.js';

/** Milliseconds for all media of a turn, beside the answer's own budget. */
const LIMIT_MS = 25_000;
/** Media that are read at once: each may take 16 MB, and a transcription or a picture a core. */
const AT_ONCE = 3;

/** Reads the media of messages before they are answered. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly media: MediaService,
    private readonly store: ReadingStore,
    private readonly clock: Clock,
  ) {}

  /**
   * The messages with what was read of their media, which is stored with them: a turn that is tried
   * again fetches nothing again. What is heard in a voice note becomes the text of its message. When
   * `signal` aborts, the messages come back as they were. Throws what the store throws.
   */
  async read(
    claim: Claim,
    messages: Message[],
    config: BotConfig,
    signal: AbortSignal,
  ): Promise<Message[]> {
    const unread = mediaOf(messages).filter(({ read }) => !read);
    if (!unread.length) return messages;
    const facts = { 'recado.media': unread.length };
    const read = await traced('read media', { facts }, () => this.readAll(unread, config, signal));
    if (signal.aborted) return messages;
    const changed = messages.map((message) => withReadings(message, read));
    for (const [at, message] of changed.entries()) {
      const kept = message !== messages[at] && (await this.store.keep(claim, message));
      // Where the claim is lost, another worker has yet to fetch them.
      if (kept && config.deleteMedia === 'on')
        this.remove(mediaOf(messages.slice(at, at + 1)), read);
    }
    return changed;
  }

  private async readAll(unread: Medium[], { language }: BotConfig, signal: AbortSignal) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    const hint = language === 'auto' ? undefined : language;
    const found = new Map<Medium, Medium>();
    const waiting = [...unread];
    const one = async () => {
      for (let medium; (medium = waiting.shift());) {
        const readAt = this.clock.now();
        const read = await this.media.read(medium, hint, limit).catch((error: unknown) => {
          if (!limit.aborted) throw error;
          return { kind: this.media.kindOf(medium!), failed: 'too-slow' as const };
        });
        found.set(medium, { ...medium, read, readAt, readMs: this.clock.now() - readAt });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return found;
  }

  /** Nobody waits for it. */
  private remove(media: Medium[], found: Map<Medium, Medium>): void {
    for (const medium of media) if (isRead(found.get(medium)?.read)) void this.media.remove(medium);
  }
}

/** Whether a message has another text since its media were read. */
export function newlyHeard(before: Message[], read: Message[]): boolean {
  return read.some(({ text }, at) => text !== before[at].text);
}

function mediaOf(messages: Message[]): Medium[] {
  return messages.flatMap(({ details }) => details?.media ?? []);
}

function withReadings(message: Message, found: Map<Medium, Medium>): Message {
  const media = message.details?.media ?? [];
  if (!media.some((medium) => found.has(medium))) return message;
  const read = media.map((medium) => found.get(medium) ?? medium);
  const heard = read.flatMap(({ read }) =>
    isRead(read) && read.by === 'transcription' ? [read.text] : [],
  );
  const text = [message.text, ...heard].filter((of) => of.trim()).join('\n');
  return { ...message, text, details: { ...message.details, media: read } };
}
