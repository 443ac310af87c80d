import { expect, test } from 'vitest';
import type { PartState } from '../../mailbox/turns/part.js';
import { deliveryOf } from './delivery.js';

test.each<[expected: string | null, ...parts: [PartState, string?][]]>([
  [null],
  ['pending', ['pending']],
  ['pending', ['sending', 'queued']],
  ['sent', ['accepted']],
  ['sent', ['accepted', 'queued']],
  ['delivered', ['accepted', 'delivered'], ['accepted', 'read']],
  ['read', ['accepted', 'read'], ['accepted', 'read']],
  ['sent', ['accepted', 'read'], ['accepted', 'sent']],
  ['pending', ['accepted', 'read'], ['pending']],
  ['failed', ['accepted', 'read'], ['dead', 'undelivered'], ['stopped']],
  ['uncertain', ['uncertain'], ['stopped']],
  ['stopped', ['accepted', 'delivered'], ['stopped']],
])('%s is an answer of %j %j %j', (expected, ...parts) => {
  expect(deliveryOf(parts.map(([state, status]) => ({ state, status })))).toBe(expected);
});
