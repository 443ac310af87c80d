import { expect, it } from 'vitest';
import { type ListQuery, page } from './pages.js';

const items = (count: number) => Array.from({ length: count }, (_, n) => ({ sid: `SM${n}` }));
const all = items(7);
const odd = ({ sid }: { sid: string }) => Number(sid.slice(2)) % 2 === 1;

const read = (query: ListQuery, given = all, matches: (item: { sid: string }) => boolean = odd) => {
  const { items, envelope } = page({ path: '/list', query, all: given, matches });
  return { ...envelope, sids: items.map(({ sid }) => sid) };
};
const queryOf = (uri: string | null) =>
  Object.fromEntries(new URL(uri!, 'https://api.twilio.com').searchParams);

it('goes on and back, and tells where it is', () => {
  const first = read({ PageSize: '2', To: '+1' });
  expect(first).toMatchObject({ sids: ['SM5', 'SM3'], page: 0, page_size: 2, start: 0, end: 1 });
  expect(first.previous_page_uri).toBeNull();
  const second = read(queryOf(first.next_page_uri));
  expect(second).toMatchObject({ sids: ['SM1'], page: 1, start: 2, end: 2, next_page_uri: null });
  expect(queryOf(second.uri)).toMatchObject({ To: '+1', PageSize: '2', Page: '1' });
  const back = read(queryOf(second.previous_page_uri));
  expect(back).toMatchObject({ sids: ['SM5', 'SM3'], page: 0, previous_page_uri: null });
  expect(read(queryOf(back.next_page_uri)).sids).toEqual(['SM1']);
});

it('moves nothing when items come while it is read', () => {
  const first = read({ PageSize: '2' });
  const more = items(12);
  const second = read(queryOf(first.next_page_uri), more);
  expect(second.sids).toEqual(['SM1']);
  expect(read(queryOf(second.previous_page_uri), more).sids).toEqual(['SM5', 'SM3']);
});

it('goes on after an item that is no longer listed', () => {
  const { next_page_uri } = read({ PageSize: '2' });
  const left = read(queryOf(next_page_uri), all, ({ sid }) => odd({ sid }) && sid !== 'SM3');
  expect(left.sids).toEqual(['SM1']);
});

it('is empty from 0 to 0 where there is nothing', () => {
  const empty = { sids: [], start: 0, end: 0, next_page_uri: null, previous_page_uri: null };
  expect(read({}, [])).toMatchObject({ ...empty, page_size: 50 });
});

it('gives a thousand at most, and refuses what is no size and no token', () => {
  expect(read({ PageSize: '5000' }).page_size).toBe(1000);
  expect(() => read({ PageSize: '0' })).toThrow('Page size');
  expect(() => read({ PageToken: 'PAnone' })).toThrow(expect.objectContaining({ code: 21481 }));
});
