import type { Story } from '../../timeline/story/story.js';
import type { ConversationView } from '../../conversations/conversation.dto.js';
import { iso } from '../../clock.js';
import type { Announcement } from '../announcements/announcement.js';

/** What the store has of an announcement's subject now. */
export interface Subject {
  conversation?: ConversationView;
  /** Where a person opens the conversation. */
  url?: string;
  story?: Story;
}

/** What is posted, in the form that Standard Webhooks recommends: type, timestamp, data. */
export function payloadOf(announcement: Announcement, subject: Subject): string {
  const { type, happenedAt } = announcement;
  return JSON.stringify({ type, timestamp: iso(happenedAt), data: dataOf(announcement, subject) });
}

function dataOf({ type, facts }: Announcement, subject: Subject): object {
  const about = { ...(subject.conversation && { conversation: conversationOf(subject) }) };
  if (type === 'message.received') return { ...about, message: received(subject.story!) };
  if (type === 'message.answered')
    return { ...about, message: { ...written(subject.story!), outcome: facts.outcome } };
  if (type === 'message.failed')
    return { ...about, message: written(subject.story!), failure: failure(subject.story!, facts) };
  if (type === 'account.held') {
    const { line = null, code = null, message = null, action = null } = facts;
    return { account: { line, code, message, action } };
  }
  if (type === 'account.resumed') return { account: { line: facts.line ?? null } };
  return about;
}

function conversationOf({ conversation, url }: Subject) {
  const { id, addresses, profile_name, mode, opted_out } = conversation!;
  const { waiting_since, waiting_reason, handover } = conversation!;
  const who = { id, addresses, profile_name, mode, opted_out };
  return { ...who, waiting_since, waiting_reason, handover, url };
}

function received({ message }: Story) {
  const { id, text, details, createdAt } = message;
  const media = (details?.media ?? []).map(({ contentType }) => ({ content_type: contentType }));
  const direction = 'inbound';
  return { id, direction, text, kind: details?.kind ?? null, media, created_at: iso(createdAt) };
}

/** What the bot or a person wrote; of a turn that was given up before, there is no text. */
function written({ answer, turn, message }: Story) {
  const id = turn?.id ?? message.id;
  const createdAt = answer?.createdAt ?? turn?.createdAt ?? message.createdAt;
  const text = answer?.text ?? turn?.answer ?? null;
  const by = turn?.mode === 'person' ? 'person' : 'bot';
  return { id, direction: 'outbound', text, by, created_at: iso(createdAt) };
}

function failure({ turn }: Story, { outcome }: Announcement['facts']) {
  const failed = turn?.parts.find(({ state }) => state === 'dead' || state === 'uncertain');
  const { code = null, message = turn?.error ?? null, action = null } = failed?.error ?? {};
  return { id: turn?.id ?? null, outcome, code, message, action };
}
