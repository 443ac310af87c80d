import { useEffect, useMemo } from 'react';
import type { ConversationView } from '../../api/dist/types.gen.js';
import type { Filters } from '../filters.js';
import { useConversations } from '../use-conversations.js';
import { useInboxWords } from '../words.js';

/** What a line of the list shows. */
export type Entry =
  | { kind: 'title'; key: string; title: string; count?: string }
  | { kind: 'conversation'; key: string; conversation: ConversationView }
  | { kind: 'more'; key: string }
  | { kind: 'loading'; key: string };

/** Of those who wait, so many are above the others. */
const FIRST_WAITING = 20;

/** The lines of the list: who waits for a person, and below them the others. */
export function useEntries(filters: Filters) {
  const words = useInboxWords();
  const onlyWaiting = filters.show === 'waiting';
  const waiting = useConversations('waiting', filters);
  const others = useConversations('others', filters, !onlyWaiting);
  const main = onlyWaiting ? waiting : others;
  useFirst(waiting, onlyWaiting ? 0 : FIRST_WAITING);
  const entries = useMemo(() => {
    const who = (waiting.data?.pages ?? []).flatMap(({ items }) => items);
    const more = waiting.hasNextPage || who.length > FIRST_WAITING;
    const rest = onlyWaiting ? [] : (others.data?.pages ?? []).flatMap(({ items }) => items);
    const first = onlyWaiting ? who : who.slice(0, FIRST_WAITING);
    const all: Entry[] = [];
    if (first.length) {
      const count = `${who.length}${waiting.hasNextPage ? '+' : ''}`;
      all.push({ kind: 'title', key: 'waiting', title: words.waiting, count });
    }
    all.push(...first.map(entryOf));
    if (!onlyWaiting && more) all.push({ kind: 'more', key: 'more' });
    if (first.length && rest.length)
      all.push({ kind: 'title', key: 'others', title: words.others });
    all.push(...rest.map(entryOf));
    if (main.hasNextPage) all.push({ kind: 'loading', key: 'loading' });
    return all;
  }, [waiting.data, waiting.hasNextPage, others.data, main.hasNextPage, onlyWaiting, words]);
  const readOn = () => {
    if (main.hasNextPage && !main.isFetchingNextPage) void main.fetchNextPage();
  };
  return { entries, main, readOn };
}

/** Reads on where too few of the first are left: others were answered, and taken out of what was read. */
function useFirst(list: ReturnType<typeof useConversations>, count: number): void {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const known = data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? count;
  const wanted = known < count && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
}

function entryOf(conversation: ConversationView): Entry {
  return { kind: 'conversation', key: conversation.id, conversation };
}
