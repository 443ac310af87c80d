import { expect, it } from 'vitest';
import { connectionOf, type Failure } from './connection-overrides.js';

const FAILURES: Failure[] = ['4xx', '5xx', 'ct', 'rt', 'broken'];
const retried = (fragment: string) => {
  const { retriedAfter } = connectionOf(`https://bot.example.com/a?b=c${fragment}`);
  return FAILURES.filter(retriedAfter);
};

it.each([
  ['', ['ct']],
  ['#', ['ct']],
  ['#rc=3', ['ct']],
  ['#rp=5xx', ['5xx']],
  ['#rp=4xx,5xx,ct', ['4xx', '5xx', 'ct']],
  ['#rc=2&rp=rt', ['rt']],
  ['#rp=all', FAILURES],
])('%s retries after %j', (fragment, failures) => {
  expect(retried(fragment)).toEqual(failures);
});

it.each([
  ['', 5_000, 15_000, 15_000, 1],
  ['#ct=200&rt=300&tt=4000&rc=5', 200, 300, 4_000, 5],
  ['#ct=1&rt=99999&tt=99999&rc=9', 100, 15_000, 15_000, 5],
  ['#ct=soon&rc=-1', 5_000, 15_000, 15_000, 1],
  ['#rc=0', 5_000, 15_000, 15_000, 0],
])('%s: connects in %i ms, reads in %i, %i in all, retries %i', (fragment, ...expected) => {
  const { connectMs, readMs, totalMs, retries } = connectionOf(`https://a.example/${fragment}`);
  expect([connectMs, readMs, totalMs, retries]).toEqual(expected);
});
