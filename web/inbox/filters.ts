import type { ConversationsControllerListData, ConversationView } from '../api/dist/types.gen.js';

/** What of the inbox is shown. All of it is in the address, so that a link leads to the same. */
export interface Filters {
  /** Words to look for. */
  q?: string;
  /** What nobody has read, or who waits for a person. */
  show?: 'unread' | 'waiting';
  /** Who answers. */
  mode?: 'bot' | 'human';
  channel?: 'whatsapp' | 'api';
  /** Only those who want nothing more. */
  opted_out?: true;
}

const LONGEST = 200;

/** Reads the filters of an address. What is none is left out; a number was a text before. */
export function readFilters(search: Record<string, unknown>): Filters {
  const { q, show, mode, channel, opted_out } = search;
  const text = typeof q === 'string' || typeof q === 'number' ? `${q}`.slice(0, LONGEST) : '';
  return {
    ...(text.trim() && { q: text }),
    ...((show === 'unread' || show === 'waiting') && { show }),
    ...((mode === 'bot' || mode === 'human') && { mode }),
    ...((channel === 'whatsapp' || channel === 'api') && { channel }),
    ...((opted_out === true || opted_out === 'true') && { opted_out: true as const }),
  };
}

export const isFiltered = (filters: Filters): boolean => Object.keys(filters).length > 0;

type Query = NonNullable<ConversationsControllerListData['query']>;

/** The two parts of the inbox: who waits for a person, longest first; and all others. */
export type Section = 'waiting' | 'others';

/** Returns what the API is asked for a section. */
export function queryOf({ q, show, mode, channel, opted_out }: Filters, section: Section): Query {
  return {
    ...(q && { q }),
    ...(show === 'unread' && { unread: 'true' }),
    ...(mode && { mode }),
    ...(channel && { channel }),
    ...(opted_out && { opted_out: 'true' }),
    ...(section === 'waiting' ? { waiting: 'true' } : { waiting: 'false', sort: 'activity' }),
  };
}

/** Whether a conversation belongs to a section; undefined where only the server knows. */
export function isIn(filters: Filters, section: Section, one: ConversationView) {
  const { q, show, mode, channel, opted_out } = filters;
  const meets =
    (section === 'waiting') === (one.waiting_since !== null) &&
    (show !== 'unread' || one.unread > 0) &&
    (!mode || one.mode === mode) &&
    (!channel || one.channel === channel) &&
    (!opted_out || one.opted_out);
  return meets && q ? undefined : meets;
}
