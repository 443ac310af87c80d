import type { ListQuery } from '../lists/pages.js';
import { wrong } from './content-form.js';

const [PAGE_SIZE, MOST] = [50, 500];

/** A page of a list of one of Twilio's newer APIs, newest first: its tokens name the last item. */
export function contentPage<T extends { sid: string }>(
  all: T[],
  { PageSize, PageToken, Page }: ListQuery,
  url: string,
) {
  const size = sizeOf(PageSize);
  const newest = all.toReversed();
  const from = PageToken ? newest.findIndex(({ sid }) => `PA${sid}` === PageToken) + 1 : 0;
  if (PageToken && !from) throw wrong('Invalid PageToken', 21481);
  const items = newest.slice(from, from + size);
  const number = Number(Page) || 0;
  const at = (page: number, token?: string) =>
    `${url}?PageSize=${size}&Page=${page}${token ? `&PageToken=${token}` : ''}`;
  const more = from + size < newest.length;
  return {
    contents: items,
    meta: {
      key: 'contents',
      page: number,
      page_size: size,
      url: at(number, PageToken),
      first_page_url: at(0),
      previous_page_url: number > 0 ? at(number - 1) : null,
      next_page_url: more ? at(number + 1, `PA${items.at(-1)!.sid}`) : null,
    },
  };
}

function sizeOf(given?: string): number {
  const size = Number(given ?? PAGE_SIZE);
  if (Number.isInteger(size) && size > 0) return Math.min(size, MOST);
  throw wrong('Page size must be a whole number above 0');
}
