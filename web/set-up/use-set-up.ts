import { useQuery } from '@tanstack/react-query';
import { setUpControllerViewOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { SetUpItem } from '../api/dist/types.gen.js';

/** Milliseconds between two looks, and while something is being looked at. */
const USUAL_MS = 60_000;
const CHECKING_MS = 2_000;

/** Whether somebody should see to a part. What isn't known before the first look is none of that. */
export function wantsAttention({ state, checking, checked_at }: SetUpItem): boolean {
  if (state === 'ok' || state === 'not_applicable') return false;
  return !(checking && checked_at === null);
}

/** What is set up and what isn't, looked at again and again while the page is open. */
export function useSetUp() {
  return useQuery({
    ...setUpControllerViewOptions(),
    staleTime: 10_000,
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ checking }) => checking) ? CHECKING_MS : USUAL_MS,
  });
}
