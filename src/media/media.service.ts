import { Injectable, Logger } from '@nestjs/common';
import { Reading, UnreadableFile } from '../knowledge/reading/reading.js';
import type { Language } from '../language/language.js';
import { contactIn } from './contact.js';
import { MediaError, MediaSource } from './media-source.js';
import { mediumKind, type Told } from './medium-kind.js';
import { withSigns } from './ocr-amounts.js';
import { EndpointError } from './openai-endpoint.js';
import {
  isRead,
  kept,
  type MediaKind,
  type MediumReading,
  type ReadMedium,
  type UnreadMedium,
} from './medium.js';
import { Transcription } from './transcription.js';
import { Vision } from './vision.js';

/** A medium of a message as its channel declares it. */
export interface GivenMedium {
  url: string;
  contentType: string;
}

const UNREAD: ReadonlySet<string> = new Set(['sticker', 'video']);
/** A picture with fewer letters and digits than these says nothing. */
const LEAST_SIGNS = 4;

/** Reads the media that people send: hears voice notes, sees pictures, reads documents. */
@Injectable()
export class MediaService {
  private readonly logger = new Logger(MediaService.name);

  constructor(
    private readonly source: MediaSource,
    private readonly transcription: Transcription,
    private readonly vision: Vision,
    private readonly reading: Reading,
  ) {}

  /**
   * What a medium holds, or why that can't be told. `language` is a hint for voice notes. It throws
   * nothing but the signal's reason.
   */
  async read(
    medium: GivenMedium,
    language: Language | undefined,
    signal: AbortSignal,
  ): Promise<MediumReading> {
    const declared = declaredKind(medium.contentType);
    // What nothing here reads isn't fetched.
    if (UNREAD.has(declared) || (declared === 'voice' && !this.transcription.model))
      return { kind: declared, failed: 'no-reader' };
    let told: Told = { kind: declared, extension: '' };
    try {
      const { bytes, contentType } = await this.source.fetch(medium.url, signal);
      told = mediumKind(bytes);
      const file = { bytes, contentType: medium.contentType || contentType, ...told };
      return await this.readFile(file, language, signal);
    } catch (error) {
      signal.throwIfAborted();
      return this.unread(told, error);
    }
  }

  /** What a medium is said to be, before it is fetched. */
  kindOf({ contentType }: GivenMedium): MediaKind {
    return declaredKind(contentType);
  }

  /** Deletes a medium where the channel keeps it; a failure is only logged. */
  async remove({ url }: GivenMedium): Promise<void> {
    await this.source.remove(url).catch((error: Error) => {
      this.logger.warn(`A medium that was read was not deleted at Twilio: ${error.message}`);
    });
  }

  private async readFile(
    file: MediumFile,
    language: Language | undefined,
    signal: AbortSignal,
  ): Promise<MediumReading> {
    switch (file.kind) {
      case 'voice':
        return this.heard(file, language, signal);
      case 'picture':
        return this.seen(file, signal);
      case 'document':
        return this.text(file, 'document', signal);
      case 'contact':
        return kept({ kind: 'contact', by: 'document', ...contactIn(file.bytes) });
      default:
        return { kind: file.kind, failed: 'no-reader' };
    }
  }

  private async heard(
    { kind, bytes, extension }: MediumFile,
    language: Language | undefined,
    signal: AbortSignal,
  ): Promise<MediumReading> {
    if (!this.transcription.model) return { kind, failed: 'no-reader' };
    const text = await this.transcription.transcribe(bytes, extension, language, signal);
    return text ? kept({ kind, by: 'transcription', text }) : { kind, failed: 'nothing-in-it' };
  }

  /** By the model that sees; where it fails or there is none, by the letters in the picture. */
  private async seen(file: MediumFile, signal: AbortSignal): Promise<MediumReading> {
    const { kind, bytes, extension } = file;
    if (this.vision.takes(bytes, extension)) {
      try {
        const text = await this.vision.describe(bytes, extension, signal);
        if (text) return kept({ kind, by: 'vision', text });
      } catch (error) {
        signal.throwIfAborted();
        this.logger.warn(`A picture is read by its letters alone: the model is ${wording(error)}`);
      }
    }
    const read = await this.text(file, 'ocr', signal);
    const signs = isRead(read) ? (read.text.match(/[\p{L}\p{N}]/gu) ?? []).length : LEAST_SIGNS;
    return signs < LEAST_SIGNS ? { kind, failed: 'nothing-in-it' } : read;
  }

  private async text(
    { kind, bytes, contentType, extension }: MediumFile,
    by: ReadMedium['by'],
    signal: AbortSignal,
  ): Promise<MediumReading> {
    const name = extension && `file.${extension}`;
    const { text, title } = await this.reading.read({ name, bytes, contentType }, signal);
    return kept({ kind, by, text: by === 'ocr' ? withSigns(text) : text, title });
  }

  private unread({ kind }: Told, error: unknown): UnreadMedium {
    this.logger.warn(`A ${kind} that a customer sent was not read: ${wording(error)}`);
    if (error instanceof MediaError) return { kind, failed: 'not-fetched' };
    if (error instanceof UnreadableFile)
      return { kind, failed: FAILED[error.reason] ?? 'unreadable' };
    return { kind, failed: 'unreadable' };
  }
}

interface MediumFile extends Told {
  bytes: Buffer;
  contentType: string;
}

const FAILED: Partial<Record<UnreadableFile['reason'], UnreadMedium['failed']>> = {
  empty: 'nothing-in-it',
  'no-text': 'nothing-in-it',
  'too-slow': 'too-slow',
};

/** What the channel says it is: enough to know that it need not be fetched, and to name it. */
function declaredKind(contentType: string): MediaKind {
  const type = contentType.toLowerCase();
  if (type.startsWith('image/webp')) return 'sticker';
  if (type.startsWith('audio/')) return 'voice';
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('video/')) return 'video';
  if (/^text\/(x-)?vcard/.test(type)) return 'contact';
  return 'document';
}

/** What may stand in the log: not what a server or a file says of itself. */
function wording(error: unknown): string {
  if (error instanceof UnreadableFile) return error.reason;
  if (error instanceof EndpointError || error instanceof MediaError) return error.message;
  return (error as Error).name;
}
