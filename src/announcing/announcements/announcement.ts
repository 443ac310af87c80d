import type { AnnouncedType } from '../targets/news-type.js';

/** - `waiting`: it is told at `dueAt`; `delivered`: it was taken; `failed`: it was given up. */
export const STATES = ['waiting', 'delivered', 'failed'] as const;
export type AnnouncementState = (typeof STATES)[number];

/** What is known of a thing when it happens, and may be otherwise when it is told. */
export interface Facts {
  outcome?: string;
  /** Of a hold: the line that is refused; null: the account. */
  line?: string | null;
  code?: number | null;
  message?: string | null;
  action?: string | null;
}

/** A piece of news, to be told to one target. What it says is read from the store when it is told. */
export interface Announcement {
  id: string;
  targetId: string;
  type: AnnouncedType;
  conversationId?: string;
  /** The message or the turn that it is about. */
  about?: string;
  facts: Facts;
  /** Milliseconds since 1970. */
  happenedAt: number;
  state: AnnouncementState;
  /** When it is told next. Milliseconds since 1970; 0: at once. */
  dueAt: number;
  /** How often it was tried. */
  tries: number;
  /** Why the latest try failed. */
  error?: string;
  /** When it was delivered or given up. */
  settledAt?: number;
}

/** One that begins. */
export type NewAnnouncement = Pick<
  Announcement,
  'id' | 'targetId' | 'type' | 'conversationId' | 'about' | 'facts' | 'happenedAt'
>;

/** What became of a try. */
export type Tried =
  | { state: 'delivered'; at: number }
  | { state: 'failed'; at: number; error: string }
  | { state: 'waiting'; dueAt: number; error: string };

/** The name under which a target is told of it: the same at each try. */
export function webhookId({ id }: Pick<Announcement, 'id'>): string {
  return `msg_${id.replaceAll('-', '')}`;
}
