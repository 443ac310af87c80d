import { createHmac } from 'node:crypto';
import type { Caller } from '../../http/admin/caller.js';

/** What somebody set out to do. It holds ids and names of fields, and nothing that was written in them. */
export interface Action {
  kind: 'action';
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Of the token. */
  name: string;
  by: Caller;
  /** The method and the route's template: `PUT /api/v1/bot/config`. */
  action: string;
  /** The ids in the address; null where it has none. */
  target: string | null;
  /** The fields that the body gave. */
  fields: string[];
  requestId: string;
  address: string;
}

/** What came of it. */
export interface Result {
  kind: 'result';
  /** Of the action. */
  id: string;
  at: number;
  /** The status of the answer. */
  status: number;
}

export type Entry = Action | Result;

/** An entry in its place. Each hash is of the entry and of the hash before it. */
export interface Link {
  /** From 1, without gaps. */
  seq: number;
  before: string;
  /** The entry as it was hashed. */
  text: string;
  hash: string;
}

/** The hash before the first entry. */
export const NOTHING_BEFORE = '';

/** Puts an entry behind the last one. `key`: who hasn't it can't make another chain. */
export function linked(entry: Entry, last: Pick<Link, 'seq' | 'hash'> | undefined, key: string) {
  const seq = (last?.seq ?? 0) + 1;
  const before = last?.hash ?? NOTHING_BEFORE;
  const text = JSON.stringify(entry);
  return { seq, before, text, hash: hashOf(seq, before, text, key) } satisfies Link;
}

/** Whether an entry is as it was written. */
export function isWhole({ seq, before, text, hash }: Link, key: string): boolean {
  return hash === hashOf(seq, before, text, key);
}

function hashOf(seq: number, before: string, text: string, key: string): string {
  const mac = createHmac('sha256', Buffer.from(key, 'hex'));
  return mac.update(`${seq}\n${before}\n${text}`).digest('base64url');
}
