import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Of the API's parts, as their controllers are called: what of them is shown is read again. */
export function useRenew(...parts: string[]): () => Promise<void> {
  const queries = useQueryClient();
  const names = parts.join('|');
  return useCallback(() => {
    const ofPart = new RegExp(`^(${names})Controller`);
    return queries.invalidateQueries({
      predicate: ({ queryKey: [first] }) => ofPart.test(idOf(first)),
    });
  }, [queries, names]);
}

/** The keys are made by the client's generator. */
function idOf(first: unknown): string {
  return (first as { _id?: string } | undefined)?._id ?? '';
}
