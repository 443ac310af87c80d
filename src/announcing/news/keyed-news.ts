import { createHash } from 'node:crypto';
import { ACCOUNT } from '../../mailbox/holds/hold.store.js';
import type { NewAnnouncement } from '../announcements/announcement.js';
import { ENDED_ILL, type NewsType } from '../targets/news-type.js';
import type { Target } from '../targets/target.js';

/**
 * News of what was written. `key` names it, by what the row keeps of it: whoever derives it, from the
 * change or from the row, and however often, gives the same.
 */
export type News = Pick<NewAnnouncement, 'conversationId' | 'about' | 'facts' | 'happenedAt'> & {
  type: NewsType;
  key: string;
};

/** Somebody's message, by its id. */
export function ofMessage(about: string, conversationId: string, at: Date): News {
  const key = `received ${about}`;
  return { type: 'message.received', key, about, conversationId, facts: {}, happenedAt: +at };
}

/** A turn as it came to its outcome. A retry that fails again has settled at another time. */
export interface EndedTurn {
  _id: string;
  conversation_id: string;
  outcome: string;
  settled_at: Date;
}

export function ofTurn({ _id: about, conversation_id, outcome, settled_at }: EndedTurn): News {
  const type = ENDED_ILL.includes(outcome) ? 'message.failed' : 'message.answered';
  const key = `${type} ${about} ${outcome} ${+settled_at}`;
  const facts = { outcome };
  return { type, key, about, conversationId: conversation_id, facts, happenedAt: +settled_at };
}

/** A step to a person or back, by the time that the conversation keeps of it. */
export type Step = Extract<NewsType, `conversation.${string}`>;

export function ofStep(type: Step, conversationId: string, at: Date): News {
  const key = `${type} ${conversationId} ${+at}`;
  return { type, key, conversationId, facts: {}, happenedAt: +at };
}

/** A hold, by its beginning: of the account, or of a line. */
export function ofHold({ _id, since, code, message, action }: Held): News {
  const said = { code: code ?? null, message: message ?? null, action: action ?? null };
  const facts = { line: lineIn(_id), ...said };
  return { type: 'account.held', key: `held ${_id} ${+since}`, facts, happenedAt: +since };
}

interface Held {
  _id: string;
  since: Date;
  code?: number;
  message?: string;
  action?: string;
}

/** The line that is held; null where it is the account. */
export function lineIn(id: string): string | null {
  return id === ACCOUNT ? null : id;
}

/** What is to be told of news, and to whom. */
export function announcementsOf(all: News[], targets: Target[]): NewAnnouncement[] {
  return all.flatMap(({ key, ...news }) =>
    targets
      .filter(({ enabled, types }) => enabled && types.includes(news.type))
      .map(({ id }) => ({ ...news, id: idOf(`${key} ${id}`), targetId: id })),
  );
}

/** The same news has the same id, so that it is told of once. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}
