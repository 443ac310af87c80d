import { expect, test } from 'vitest';
import { newcomersOf } from './newcomers.mongo.js';

const phone = '+15005550001';
const other = '+15005550002';
const nobody = () => false;

test('newcomers are there once each, without who is known', () => {
  const senders = [{ phone }, { phone: other, userId: 'US.1' }, { phone }];
  expect(newcomersOf(senders, nobody)).toEqual(senders.slice(0, 2));
  expect(newcomersOf(senders, (address) => address === 'US.1')).toEqual([{ phone }]);
});

test('who shares an address with another is left out, and so is the other', () => {
  const alone = { phone: other };
  const senders = [{ phone }, { phone, userId: 'US.1' }, { userId: 'US.1' }, alone];
  expect(newcomersOf(senders, nobody)).toEqual([alone]);
});
