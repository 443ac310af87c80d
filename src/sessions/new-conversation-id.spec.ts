import { expect, test, vi } from 'vitest';
import { newConversationId } from './new-conversation-id.js';

test('ids are in the order in which they were made, also within a millisecond', () => {
  const now = Date.now() + 1000;
  const clock = vi.spyOn(Date, 'now');
  const ids: string[] = [];
  for (const [ms, many] of [
    [0, 5000],
    [1, 5],
    [-500, 5],
    [2, 5],
  ]) {
    clock.mockReturnValue(now + ms);
    for (let n = 0; n < many; n++) ids.push(newConversationId());
  }
  expect(ids.filter((id, n) => n > 0 && id <= ids[n - 1])).toEqual([]);
});

test('an id is a UUID of version 7, which begins with the time', () => {
  const now = Date.now() + 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  const id = newConversationId();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
});
