import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { documentsControllerListInfiniteOptions } from '../../api/dist/@tanstack/react-query.gen.js';

/** The server gives so many at once; more pages than these are nobody's, and are asked for by hand. */
const AT_ONCE = 200;
const PAGES = 10;

/** All documents, what was changed last first: the server lists the oldest first. */
export function useDocuments() {
  const list = useInfiniteQuery({
    ...documentsControllerListInfiniteOptions({ query: { limit: AT_ONCE } }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = list;
  const wanted = hasNextPage && !isFetching && data !== undefined && data.pages.length < PAGES;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
  const documents = data?.pages
    .flatMap(({ items }) => items)
    .sort((a, b) => b.updated_at.localeCompare(a.updated_at));
  return { list, documents };
}
