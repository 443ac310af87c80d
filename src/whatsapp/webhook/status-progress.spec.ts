import { expect, it } from 'vitest';
import { isNews } from '../../mailbox/outbox/status-update.js';
import { progressOf } from './status-progress.js';

const news = (before: string | undefined, status: string) =>
  isNews(before, { sid: 'SM1', status, progress: progressOf(status) });

it.each<[before: string | undefined, status: string, boolean]>([
  [undefined, 'queued', true],
  ['queued', 'sent', true],
  ['sent', 'sent', false],
  ['delivered', 'sent', false],
  ['delivered', 'read', true],
  ['sent', 'failed', true],
  ['delivered', 'undelivered', false],
  ['read', 'canceled', false],
  ['failed', 'delivered', false],
  ['undelivered', 'failed', false],
  // A status that Twilio may add one day.
  [undefined, 'held', true],
  ['held', 'delivered', true],
  ['sent', 'held', false],
])('after %s, %s is news: %s', (before, status, expected) => {
  expect(news(before, status)).toBe(expected);
});

it('knows when a message has reached the phone', () => {
  expect(['sent', 'delivered', 'read'].map((status) => progressOf(status).delivered)).toEqual([
    false,
    true,
    false,
  ]);
});
