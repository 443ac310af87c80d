import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { conversationsControllerList } from '../api/dist/sdk.gen.js';
import type { ConversationView } from '../api/dist/types.gen.js';
import { type Filters, isIn, queryOf, type Section } from './filters.js';
import { type Page, placed, refreshed } from './places.js';

type Pages = InfiniteData<Page, string | undefined>;

const SIZE = 50;

/** The lists of the inbox: not the client's own names, at whose event all pages were read anew. */
const LISTS = 'inbox';
const keyOf = (section: Section, filters: Filters) => [LISTS, section, filters] as const;

async function read(query: ReturnType<typeof queryOf>, cursor?: string, signal?: AbortSignal) {
  const asked = { ...query, limit: SIZE, ...(cursor && { cursor }) };
  return (await conversationsControllerList({ query: asked, signal, throwOnError: true })).data;
}

/** A section of the inbox, page by page. It is brought up to date by `useNews`, not by reading it anew. */
export function useConversations(section: Section, filters: Filters, enabled = true) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: keyOf(section, filters),
    queryFn: ({ pageParam, signal }) => read(queryOf(filters, section), pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    staleTime: Infinity,
    // To compare ten thousand rows with what they were takes longer than to draw what is seen.
    structuralSharing: false,
    refetchOnWindowFocus: false,
    enabled,
    meta: { live: [] },
  });
  // What was read on an earlier visit is shown at once, and brought up to date.
  const key = JSON.stringify(keyOf(section, filters));
  useEffect(() => {
    const [, , known] = JSON.parse(key) as ReturnType<typeof keyOf>;
    const { dataUpdatedAt = 0 } = client.getQueryState(keyOf(section, known)) ?? {};
    if (dataUpdatedAt && Date.now() - dataUpdatedAt > 1000)
      void refresh(client, section, known).catch(() => undefined);
  }, [client, key, section]);
  return query;
}

type Client = ReturnType<typeof useQueryClient>;

/** Reads the first page anew, and puts it in front of what is known. */
async function refresh(client: Client, section: Section, filters: Filters): Promise<void> {
  const first = await read(queryOf(filters, section));
  client.setQueryData<Pages>(keyOf(section, filters), (data) => {
    if (!data) return undefined;
    const pages = refreshed(data.pages, first, section);
    return { pages, pageParams: data.pageParams.slice(0, pages.length) };
  });
}

/** What brings all lists that were read up to date. */
export function useListNews() {
  const client = useQueryClient();
  /** Puts a conversation in its place; the one that is open stays, even if it is read by now. */
  const place = useCallback(
    (one: ConversationView, open?: string) => {
      for (const [section, filters] of listsOf(client))
        client.setQueryData<Pages>(keyOf(section, filters), (data) => {
          if (!data) return undefined;
          const { show, ...rest } = filters;
          const kept = one.id === open && show === 'unread' ? rest : filters;
          const pages = placed(data.pages, one, section, isIn(kept, section, one));
          return { ...data, pages };
        });
    },
    [client],
  );
  const refreshAll = useCallback(async () => {
    const lists = listsOf(client);
    await Promise.all(lists.map(([section, filters]) => refresh(client, section, filters)));
  }, [client]);
  const forget = useCallback(
    (id: string) => {
      for (const [section, filters] of listsOf(client))
        client.setQueryData<Pages>(keyOf(section, filters), (data) => {
          const without = (page: Page) => ({
            ...page,
            items: page.items.filter((one) => one.id !== id),
          });
          return data && { ...data, pages: data.pages.map(without) };
        });
    },
    [client],
  );
  return { place, refreshAll, forget };
}

function listsOf(client: Client) {
  const keys = client.getQueryCache().findAll({ queryKey: [LISTS] });
  return keys.map(({ queryKey }) => queryKey.slice(1) as [Section, Filters]);
}
