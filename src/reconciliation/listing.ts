import type { ListedMessage } from '../whatsapp/sending/listed-message.js';
import type { LogPage } from '../whatsapp/sending/message-log.js';

/** Pages that are read at once, for one person or in one round. */
const MOST_PAGES = 10;

/** Messages of Twilio's list, the newest first. */
export interface Listing {
  messages: ListedMessage[];
  /** Everything back to the wanted time was read. */
  complete: boolean;
  /** Asks for what is left, where it isn't complete. */
  next?: string;
  /** Twilio's clock at the first page. */
  twilioNow?: number;
}

/**
 * Reads Twilio's list back to a time, which may depend on Twilio's clock. The list is in the order of
 * DateSent, and not of the times that are compared here: it ends where a whole page is older.
 */
export async function readBack(
  page: (next?: string) => Promise<LogPage>,
  until: (twilioNow?: number) => number,
  mayGoOn: () => boolean = () => true,
  from?: string,
): Promise<Listing> {
  const messages: ListedMessage[] = [];
  let twilioNow: number | undefined;
  let next = from;
  for (let pages = 0; pages < MOST_PAGES && (pages === 0 || mayGoOn()); pages++) {
    const read = await page(next);
    twilioNow ??= read.twilioNow;
    messages.push(...read.messages);
    next = read.next;
    const oldest = until(twilioNow);
    const past = read.messages.every((message) => isBefore(message, oldest));
    if (!next || (read.messages.length && past)) return { messages, complete: true, twilioNow };
  }
  return { messages, complete: false, next, twilioNow };
}

function isBefore({ createdAt, sentAt = createdAt }: ListedMessage, time: number): boolean {
  return createdAt < time && sentAt < time;
}
