import { TwilioError } from '../twilio-error.js';

/** The decoded query of a list. */
export type ListQuery = Record<string, string | undefined>;

/** What is listed, and where: the path of the list, all there is, oldest first, and what is wanted. */
export interface Listing<T> {
  path: string;
  query: ListQuery;
  all: readonly T[];
  matches(item: T): boolean;
}

const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 1000;

/**
 * A page of a list, newest first, and the addresses of its neighbours: twilio.com/docs/usage/twilios-response.
 * A token names the item that the page comes after (PA) or before (PB), so that new items move nothing.
 */
export function page<T extends { sid: string }>(listing: Listing<T>) {
  const { query } = listing;
  const size = pageSize(query.PageSize);
  const number = Math.max(Number.parseInt(query.Page ?? '0') || 0, 0);
  const items = itemsOf(listing, size);
  const start = number * size;
  return {
    items,
    envelope: {
      ...places(listing, items, number),
      page: number,
      page_size: size,
      start,
      end: start + Math.max(items.length - 1, 0),
    },
  };
}

function itemsOf<T extends { sid: string }>(listing: Listing<T>, size: number): T[] {
  const { PageToken: token } = listing.query;
  if (!token) return older(listing, listing.all.length, size);
  const at = indexOf(listing, token.slice(2));
  if (token.startsWith('PA') && at >= 0) return older(listing, at, size);
  if (token.startsWith('PB') && at >= 0) return newer(listing, at, size);
  // https://www.twilio.com/docs/api/errors/21481
  throw new TwilioError(400, 21481, 'Invalid PageToken');
}

/** The first page has none before it, though newer items may have come. */
function places<T extends { sid: string }>(listing: Listing<T>, items: T[], number: number) {
  const { path, query } = listing;
  const at = (changes: ListQuery) => `${path}?${encoded({ ...query, ...changes })}`;
  const [first, last] = [items[0], items.at(-1)];
  const before = query.PageToken && first && newer(listing, indexOf(listing, first.sid), 1).length;
  const after = last && older(listing, indexOf(listing, last.sid), 1).length;
  const previous = { Page: String(Math.max(number - 1, 0)), PageToken: `PB${first?.sid}` };
  const next = { Page: String(number + 1), PageToken: `PA${last?.sid}` };
  return {
    uri: at({}),
    first_page_uri: at({ Page: '0', PageToken: undefined }),
    previous_page_uri: before ? at(previous) : null,
    next_page_uri: after ? at(next) : null,
  };
}

function indexOf<T extends { sid: string }>({ all }: Listing<T>, sid: string): number {
  return all.findLastIndex((item) => item.sid === sid);
}

function older<T>({ all, matches }: Listing<T>, from: number, most: number): T[] {
  const found: T[] = [];
  for (let i = from - 1; i >= 0 && found.length < most; i--)
    if (matches(all[i])) found.push(all[i]);
  return found;
}

function newer<T>({ all, matches }: Listing<T>, from: number, most: number): T[] {
  const found: T[] = [];
  for (let i = from + 1; i < all.length && found.length < most; i++) {
    if (matches(all[i])) found.push(all[i]);
  }
  return found.toReversed();
}

/** Twilio gives at most a thousand, whatever it is asked for. */
function pageSize(given?: string): number {
  const size = Number(given ?? PAGE_SIZE);
  if (Number.isInteger(size) && size > 0) return Math.min(size, MAX_PAGE_SIZE);
  throw new TwilioError(400, 20001, 'Page size must be a whole number above 0');
}

function encoded(query: ListQuery): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return new URLSearchParams(given).toString();
}
