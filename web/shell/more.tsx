import { Button } from '@mantine/core';
import { useShellWords } from './words.js';

interface MoreProps {
  /** The query of the list, as TanStack's `useInfiniteQuery` gives it. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown };
}

/** Below a list that has another page: the way to it. */
export function More({ list }: MoreProps) {
  const words = useShellWords();
  if (!list.hasNextPage) return null;
  return (
    <Button
      variant="default"
      mt="md"
      mx="auto"
      display="block"
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {words.more}
    </Button>
  );
}
