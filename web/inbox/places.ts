import type { ConversationView } from '../api/dist/types.gen.js';
import type { Section } from './filters.js';

/** A page of a list, as the API gives it. */
export interface Page {
  items: ConversationView[];
  next_cursor: string | null;
}

/** Which comes first in a section: the latest activity, or the longest waiting. */
const BEFORE: Record<Section, (one: ConversationView, other: ConversationView) => number> = {
  others: (one, other) => compare(other.activity_at, one.activity_at) || compare(other.id, one.id),
  waiting: (one, other) =>
    compare(one.waiting_since ?? '', other.waiting_since ?? '') || compare(one.id, other.id),
};

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/**
 * Puts what is known of a conversation now in its place among the pages that were read, and takes it out
 * of any other. `belongs`: whether it is in the list at all; undefined: if it was, it is. What comes
 * behind the last of these pages will come with the next one.
 */
export function placed(
  pages: Page[],
  one: ConversationView,
  section: Section,
  belongs: boolean | undefined,
): Page[] {
  const was = pages.some(({ items }) => items.some(({ id }) => id === one.id));
  const without = was ? pages.map((page) => leaveOut(page, one.id)) : pages;
  if (!(belongs ?? was)) return without;
  const before = BEFORE[section];
  const at = without.findIndex(
    ({ items, next_cursor }) =>
      next_cursor === null || (items.length > 0 && before(one, items.at(-1)!) < 0),
  );
  if (at < 0) return without;
  return without.map((page, n) => (n === at ? insert(page, one, before) : page));
}

function leaveOut(page: Page, id: string): Page {
  const items = page.items.filter((one) => one.id !== id);
  return items.length === page.items.length ? page : { ...page, items };
}

function insert(page: Page, one: ConversationView, before: (typeof BEFORE)[Section]): Page {
  const at = page.items.findIndex((other) => before(one, other) < 0);
  const place = at < 0 ? page.items.length : at;
  return { ...page, items: page.items.toSpliced(place, 0, one) };
}

/**
 * Brings pages up to date with their first one, read anew. Where that has nothing in common with what was
 * there, it is all that is left: what lies between isn't known.
 */
export function refreshed(pages: Page[], first: Page, section: Section): Page[] {
  const known = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
  const overlaps = first.items.some(({ id }) => known.has(id));
  if (!pages.length || first.next_cursor === null || !overlaps) return [first];
  const last = first.items.at(-1)!;
  const ahead = (one: ConversationView) => BEFORE[section](one, last) <= 0;
  // What stood ahead of its last and isn't in it is there no more.
  const fresh = new Set(first.items.map(({ id }) => id));
  const gone = (one: ConversationView) => ahead(one) && !fresh.has(one.id);
  const kept = pages.map((page) => ({ ...page, items: page.items.filter((one) => !gone(one)) }));
  return first.items.reduce((all, one) => placed(all, one, section, true), kept);
}
