import { expect, it } from 'vitest';
import { inTime, ok, reasonOf } from './finding.js';

it('ends a check that takes too long', async () => {
  const never = new Promise<never>(() => undefined);
  const result = await inTime(() => never, 10);
  expect(result).toMatchObject({ status: 'wrong', detail: 'no answer within 0.01 s' });
});

it('gives what a check found, and makes a finding of what it throws', async () => {
  expect(await inTime(async () => ok('well'))).toEqual({ status: 'ok', detail: 'well' });
  const broken = await inTime(() => Promise.reject(new Error('broken')));
  expect(broken).toMatchObject({ status: 'wrong', detail: 'broken' });
});

it('says why a request failed, not that it did', () => {
  const cause = Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' });
  expect(reasonOf(new TypeError('fetch failed', { cause }))).toBe('getaddrinfo ENOTFOUND x');
  const bare = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO' });
  expect(reasonOf(bare)).toBe('DEPTH_ZERO: self-signed certificate');
  expect(reasonOf(new DOMException('x', 'TimeoutError'))).toBe('no answer in time');
});
