import { expect, test } from 'vitest';
import type { Message } from '../../chat/messages/message.js';
import { rateLimit } from './rate-limit.js';

let number = 0;
const at = (createdAt: number, text = 'hola'): Message => ({
  id: `SM${number++}`,
  conversationId: 'c',
  role: 'user',
  source: 'whatsapp',
  text,
  createdAt,
});

test('what is within the limit makes one turn', () => {
  const waiting = [at(0), at(10), at(20)];
  expect(rateLimit(waiting, undefined, 3)).toEqual({
    messages: waiting,
    limited: false,
    notice: false,
    window: { start: 0, count: 3, noticed: false },
  });
});

test('what is over it comes next, with one notice a window', () => {
  const waiting = [at(0), at(10), at(20), at(30)];
  const first = rateLimit(waiting, undefined, 2);
  expect(first.messages).toEqual(waiting.slice(0, 2));
  const second = rateLimit(waiting.slice(2), first.window, 2);
  expect(second).toMatchObject({ messages: waiting.slice(2), limited: true, notice: 'minute' });
  const third = rateLimit([at(40)], second.window, 2);
  expect(third).toMatchObject({ limited: true, notice: false });
});

test('a window that lies in the future, because the clock was set back since, is over', () => {
  const window = { start: 3_600_000, count: 9, noticed: true };
  expect(rateLimit([at(3_599_000)], window, 2).limited).toBe(true);
  expect(rateLimit([at(0)], window, 2).window).toEqual({ start: 0, count: 1, noticed: false });
});

test('a new window begins with the first message after the former one', () => {
  const window = { start: 0, count: 9, noticed: true };
  expect(rateLimit([at(59_999)], window, 2).limited).toBe(true);
  expect(rateLimit([at(60_000)], window, 2)).toMatchObject({
    limited: false,
    window: { start: 60_000, count: 1, noticed: false },
  });
});

test('what follows in a new window is not counted with the former', () => {
  const waiting = [at(0), at(1), at(61_000)];
  const share = rateLimit(waiting, undefined, 1);
  expect(share.messages).toEqual([waiting[0]]);
  const next = rateLimit(waiting.slice(1), share.window, 1);
  expect(next).toMatchObject({ messages: [waiting[1]], limited: true });
  const last = rateLimit(waiting.slice(2), next.window, 1);
  expect(last).toMatchObject({ messages: [waiting[2]], limited: false });
});

test('a question stays within what a model can read; one message always fits', () => {
  const waiting = [at(0, 'a'.repeat(9000)), at(1, 'b'.repeat(5000)), at(2, 'c'.repeat(5000))];
  expect(rateLimit(waiting, undefined, 20).messages).toEqual(waiting.slice(0, 1));
  expect(rateLimit(waiting.slice(1), undefined, 20).messages).toEqual(waiting.slice(1, 2));
});

test('one by one, when asked so', () => {
  const waiting = [at(0), at(1)];
  expect(rateLimit(waiting, undefined, 20, 1).messages).toEqual(waiting.slice(0, 1));
});
