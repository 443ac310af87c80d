import type { Announcement, Facts } from '../announcements/announcement.js';
import type { Subject } from '../sending/payload.js';
import { MAIL_WORDS, type MailWords } from './words.js';

/** So many lines of each kind are in a mail. */
const MOST_LINES = 30;

/** A mail as it is handed to the server. */
export interface Letter {
  subject: string;
  text: string;
}

/** A piece of news that counts still. */
export interface Current {
  announcement: Announcement;
  subject: Subject;
}

/** What a letter needs besides news. */
export interface Heading {
  language: 'en' | 'es';
  /** The bot's name, by which the team knows which business it is. */
  business: string;
  timeZone: string;
  failuresUrl: string;
}

/** Whether there is anything to do about it still: somebody may have seen to it meanwhile. */
export function counts({ announcement, subject }: Current): boolean {
  const { type } = announcement;
  if (type === 'conversation.waiting') return !!subject.conversation?.waiting_since;
  if (type === 'message.failed') {
    const outcome = subject.story?.turn?.outcome;
    return outcome === 'dead' || outcome === 'uncertain';
  }
  return type === 'account.held';
}

/**
 * One mail of all this. Of a person it has a link and times only: mails pass through servers of others, and
 * stay in many inboxes, where nobody erases them.
 */
export function letterOf(news: Current[], heading: Heading): Letter {
  const words = MAIL_WORDS[heading.language];
  const waiting = linesOf(news, 'conversation.waiting', words.waits, heading);
  const failed = linesOf(news, 'message.failed', words.fails, heading);
  const holds = latestHolds(news);
  const text = [
    words.intro(heading.business),
    ...listed(words.waiting, waiting, words),
    ...listed(words.failed, failed, words),
    ...holds.flatMap((facts) => ['', words.held(facts.line ?? undefined), holdLine(facts)]),
    '',
    words.outro(heading.failuresUrl),
    '',
  ].join('\n');
  const refused = holds.length ? (holds.some(({ line }) => !line) ? 'account' : 'line') : undefined;
  const about = words.subject(waiting.length, failed.length, refused);
  return { subject: `${heading.business}: ${about}`.replace(/[\r\n]+/g, ' '), text };
}

/** A line for each conversation, once. */
function linesOf(
  news: Current[],
  type: Announcement['type'],
  line: (at: string, url: string) => string,
  { timeZone, language }: Heading,
): string[] {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  });
  const of = news.filter(({ announcement }) => announcement.type === type);
  const byUrl = new Map(
    of.map(({ announcement, subject }) => [subject.url!, announcement.happenedAt]),
  );
  return [...byUrl].map(([url, at]) => line(format.format(at), url));
}

function listed(title: string, lines: string[], words: MailWords): string[] {
  if (!lines.length) return [];
  const left = lines.length - MOST_LINES;
  return ['', title, ...lines.slice(0, MOST_LINES), ...(left > 0 ? [words.more(left)] : [])];
}

/** The latest of the account, and the latest of each line. */
function latestHolds(news: Current[]): Facts[] {
  const held = news.filter(({ announcement }) => announcement.type === 'account.held');
  return [
    ...new Map(held.map(({ announcement: { facts } }) => [facts.line ?? '', facts])).values(),
  ];
}

function holdLine({ code, message, action }: Facts): string {
  return `- ${[code, message].filter(Boolean).join(': ')} ${action ?? ''}`.trimEnd();
}
