/** What a medium turned out to be, by its bytes. */
export type MediaKind =
  'voice' | 'picture' | 'sticker' | 'video' | 'document' | 'contact' | 'unknown';

/** What was read of a medium: it is stored with its message, once. */
export interface ReadMedium {
  kind: MediaKind;
  by: 'transcription' | 'vision' | 'ocr' | 'document';
  text: string;
  title?: string;
  /** The text is only the beginning of what the medium holds. */
  cut?: true;
}

/** Why nothing was read of a medium: it wasn't fetched, it holds nothing, or nothing here reads it. */
export interface UnreadMedium {
  kind: MediaKind;
  failed: 'not-fetched' | 'too-slow' | 'nothing-in-it' | 'unreadable' | 'no-reader';
}

export type MediumReading = ReadMedium | UnreadMedium;

/** Characters that are kept of what a medium says. */
const MOST_CHARACTERS = 20_000;
const MOST_TITLE = 120;

/** A reading as it is kept: within bounds, and saying so where it was cut. */
export function kept({ text, title, ...reading }: ReadMedium): ReadMedium {
  const short = text
    .slice(0, MOST_CHARACTERS)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  const cut = text.trim().length > short.length;
  const name = title
    ?.slice(0, MOST_TITLE)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return { ...reading, text: short, ...(name && { title: name }), ...(cut && { cut: true }) };
}

/** Whether a reading has a text. */
export function isRead(reading: MediumReading | undefined): reading is ReadMedium {
  return !!reading && 'text' in reading;
}
