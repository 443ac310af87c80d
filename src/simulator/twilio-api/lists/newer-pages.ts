import { TwilioError } from '../twilio-error.js';
import type { ListQuery } from './pages.js';

const [PAGE_SIZE, MOST] = [50, 500];

/** A list of one of Twilio's newer APIs: what its items are called, all there are, and where it is. */
export interface NewerListing<K extends string, T> {
  key: K;
  /** The oldest first. */
  all: T[];
  query: ListQuery;
  url: string;
}

/** A page of such a list, newest first: its tokens name the last item. */
export function newerPage<K extends string, T extends { sid: string }>(
  listing: NewerListing<K, T>,
) {
  const { key, all, url, query } = listing;
  const { PageSize, PageToken, Page } = query;
  const size = sizeOf(PageSize);
  const newest = all.toReversed();
  const from = PageToken ? newest.findIndex(({ sid }) => `PA${sid}` === PageToken) + 1 : 0;
  if (PageToken && !from) throw new TwilioError(400, 21481, 'Invalid PageToken');
  const items = newest.slice(from, from + size);
  const number = Number(Page) || 0;
  const at = (page: number, token?: string) =>
    `${url}?PageSize=${size}&Page=${page}${token ? `&PageToken=${token}` : ''}`;
  const more = from + size < newest.length;
  const meta = {
    key,
    page: number,
    page_size: size,
    url: at(number, PageToken),
    first_page_url: at(0),
    previous_page_url: number > 0 ? at(number - 1) : null,
    next_page_url: more ? at(number + 1, `PA${items.at(-1)!.sid}`) : null,
  };
  return { [key]: items, meta } as Record<K, T[]> & { meta: typeof meta };
}

function sizeOf(given?: string): number {
  const size = Number(given ?? PAGE_SIZE);
  if (Number.isInteger(size) && size > 0) return Math.min(size, MOST);
  throw new TwilioError(400, 20001, 'Page size must be a whole number above 0');
}
