import { expect, test } from 'vitest';
import { remembered } from './remembered.js';

test('the latest results are remembered, for each of the words besides', () => {
  const made: string[] = [];
  const read = remembered((text: string, language: string) => {
    made.push(`${language} ${text}`);
    return text.length;
  }, 2);
  expect([read('one', 'en'), read('one', 'en'), read('one', 'es')]).toEqual([3, 3, 3]);
  expect(made).toEqual(['en one', 'es one']);
  read('two', 'en');
  read('one', 'en');
  expect(made).toEqual(['en one', 'es one', 'en two', 'en one']);
});

test('a long text is read each time', () => {
  let times = 0;
  const read = remembered(() => ++times);
  expect([read('x'.repeat(3000)), read('x'.repeat(3000))]).toEqual([1, 2]);
});
