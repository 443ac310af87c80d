import { expect, test } from 'vitest';
import { senderWords } from './sender-words.js';

test('a sender is found by the name and by the end of the number', () => {
  const words = senderWords('+12025550147', 'María-José Ñu');
  expect(words.slice(0, 4)).toEqual(['maria', 'jose', 'nu', '12025550147']);
  expect(words.slice(4)).toEqual([
    '2025550147',
    '025550147',
    '25550147',
    '5550147',
    '550147',
    '50147',
    '0147',
    '147',
  ]);
});

test('a user id is found by its country and its digits', () => {
  expect(senderWords('US.13491')).toEqual(['us', '13491', '3491', '491']);
  expect(senderWords('+1')).toEqual(['1']);
  expect(senderWords('US.ENT.12')).toEqual(['us', 'ent', '12']);
});
