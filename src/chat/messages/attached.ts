import { type Language, wordsOf } from '../../language/language.js';
import { type Attachment, Attachments } from '../../media/attachments.js';
import { isRead } from '../../media/medium.js';
import type { Message } from './message.js';

/** The latest are searched; what is older was spoken of. */
const MOST = 6;

/** What was sent besides text, with the question and before it; undefined where there is nothing. */
export function attachmentsOf(
  before: Message[],
  now: Message[],
  language: Language,
): Attachments | undefined {
  const all = [
    ...before.flatMap((message) => attachedTo(message, language, false)),
    ...now.flatMap((message) => attachedTo(message, language, true)),
  ];
  return all.length ? new Attachments(all.slice(-MOST)) : undefined;
}

function attachedTo({ id, details }: Message, language: Language, now: boolean): Attachment[] {
  const { names } = wordsOf(language).media;
  return (details?.media ?? []).flatMap(({ read }, at) => {
    if (!isRead(read) || read.by === 'transcription') return [];
    const name = capital(names[read.kind as keyof typeof names] ?? names.document);
    return [{ id: `${id}/${at}`, name, read, now }];
  });
}

/** Whether a message's text is what was heard in a voice note. */
export function isHeard({ details }: Message): boolean {
  return !!details?.media?.some(({ read }) => isRead(read) && read.by === 'transcription');
}

/** A message as a model reads it: what was only heard may have been heard wrongly. */
export function forReading(text: string, heard: boolean): string {
  return heard && text ? `(voice note, transcribed) ${text}` : text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
