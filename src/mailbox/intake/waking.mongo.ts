import type { Collections } from '../../storage/mongo/collections.js';
import { arrived, wake } from '../queue/mailbox-row.mongo.js';
import type { Accepted, Inbound } from './inbound.js';

/** What a mailbox is woken for: 0 for what was stored before; else when its message was written. */
type News = number;

const NO_NEWS: News = 0;

/**
 * Wakes the mailboxes of a batch of messages, with one write for all: a second one is for those that only
 * repeat what was stored before, and for messages that were found late. Returns how many mailboxes
 * there are.
 */
export async function wakeAll(
  db: Collections,
  accepted: Accepted[],
  batch: Pick<Inbound, 'receivedAt'>[],
): Promise<number> {
  const woken = [...mailboxesOf(accepted, batch)].map(([news, mailboxes]) =>
    news === NO_NEWS ? wake(db, mailboxes) : arrived(db, mailboxes, new Date(news)),
  );
  return (await Promise.all(woken)).reduce((all, count) => all + count, 0);
}

/** Each mailbox once, at the latest news of it. */
function mailboxesOf(
  accepted: Accepted[],
  batch: Pick<Inbound, 'receivedAt'>[],
): Map<News, string[]> {
  const now = Date.now();
  const news = new Map<string, News>();
  for (const [index, { conversationId, duplicate }] of accepted.entries()) {
    const written = duplicate ? NO_NEWS : (batch[index].receivedAt ?? now);
    news.set(conversationId, Math.max(news.get(conversationId) ?? NO_NEWS, written));
  }
  const mailboxes = new Map<News, string[]>();
  for (const [mailbox, latest] of news) {
    const together = mailboxes.get(latest);
    if (together) together.push(mailbox);
    else mailboxes.set(latest, [mailbox]);
  }
  return mailboxes;
}
