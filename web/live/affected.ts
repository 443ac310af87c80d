import type { Query } from '@tanstack/react-query';

/** What the server tells of: see `GET /api/v1/events`. */
export const EVENTS = [
  'conversation',
  'message',
  'failures',
  'settings',
  'knowledge',
  'account',
] as const;

export interface Heard {
  event: (typeof EVENTS)[number];
  data: { id?: string; sid?: string; conversation_id?: string };
}

/**
 * Which queries an event makes stale: by what the keys of the generated client begin with, the name
 * of a controller. A query may say so itself: `meta: { live: ['failures'] }`.
 */
const AFFECTED: Record<Heard['event'], string[]> = {
  conversation: ['conversations', 'messages', 'timeline', 'stats'],
  message: ['conversations', 'messages', 'timeline', 'questions', 'control', 'stats'],
  failures: ['failures', 'timeline', 'stats'],
  settings: ['botConfig', 'history', 'diagnostics', 'setUp'],
  knowledge: ['documents', 'passages', 'answers', 'questions', 'setUp'],
  account: ['failures', 'diagnostics', 'setUp'],
};

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { live?: Heard['event'][] };
  }
}

interface Key {
  _id?: string;
  path?: { id?: string };
}

/** Whether what was heard makes what a query shows stale. */
export function isAffected({ queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>, heard: Heard) {
  const { event, data } = heard;
  const { _id = '', path } = (queryKey[0] ?? {}) as Key;
  if (meta?.live) return meta.live.includes(event);
  if (!AFFECTED[event].some((controller) => _id.startsWith(`${controller}Controller`)))
    return false;
  const conversation = event === 'conversation' ? data.id : data.conversation_id;
  // What is shown of one conversation is no other's business.
  const isOne = /^(conversations|messages)Controller(One|List)/.test(_id) && path?.id !== undefined;
  return !isOne || !conversation || path?.id === conversation;
}
