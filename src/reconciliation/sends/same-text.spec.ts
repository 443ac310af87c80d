import { expect, it } from 'vitest';
import { sameText } from './same-text.js';

it.each([
  ['as it was', 'We open at 9.', 'We open at 9.'],
  ['trimmed', '  We open at 9.\n', 'We open at 9.'],
  ['other line breaks', 'One\r\nTwo', 'One\nTwo'],
  ['lines trimmed at their ends', 'One  \nTwo', 'One\nTwo'],
  ['other spaces', 'At\u00a09\u202fo\u2019clock', "At 9 o'clock"],
  ['typographic quotes', '\u201cHola\u201d, \u00abhola\u00bb', '"Hola", "hola"'],
  ['dashes', '9\u201318 \u2014 daily', '9-18 - daily'],
  ['an ellipsis', 'Wait\u2026', 'Wait...'],
  ['composed letters', 'Atencio\u0301n', 'Atenci\u00f3n'],
  ['invisible characters', 'He\u200bllo\ufeff', 'Hello'],
  ['a variation selector', '\u2764\ufe0f', '\u2764'],
])('is the same: %s', (_what, sent, listed) => {
  expect(sameText(sent, listed)).toBe(true);
});

it.each([
  ['Room 1', 'Room 11'],
  ['We open at 9.', 'We open at 9'],
  ['S\u00ed', 'Si'],
  ['yes', 'Yes'],
  ['*bold*', 'bold'],
  ['\u{1f44b}', ''],
])('is another: %j and %j', (one, other) => {
  expect(sameText(one, other)).toBe(false);
});
