import { array, assert, integer, oneof, property, tuple } from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { formsOf } from './forms.js';

/** One person in each row. */
const SAME = [
  ['+525512345678', '+5215512345678'],
  ['+541123456789', '+5491123456789', '+54111523456789'],
  ['+542966123456', '+5492966123456', '+54296615123456'],
  ['+5511987654321', '+551187654321'],
  ['+5531971234567', '+553171234567'],
];

/** Nobody else's in any other form. */
const ALONE = [
  ['a fixed line in Brazil', '+551132654321'],
  ['a mobile whose eight digits would be a fixed line', '+5511941234567'],
  ['an area code that Brazil has not', '+5520987654321'],
  ['a Mexican number of nine digits', '+52551234567'],
  ['a Mexican 1 in front of nine digits', '+521551234567'],
  ['a Mexican number that begins with 1', '+521234567890'],
  ['an Argentinian service', '+548001234567'],
  ['an Argentinian number that is too long', '+54911234567890'],
  ['another country', '+15215512345678'.slice(0, 12)],
  ['Spain', '+34911234567'],
  ['Chile', '+56912345678'],
  ['a user id', 'MX.5215512345678'],
];

test.each(SAME.map((forms) => [forms]))('%j are one', (forms) => {
  for (const form of forms) {
    expect(formsOf(form)[0]).toBe(form);
    expect(formsOf(form).toSorted()).toEqual(forms.toSorted());
  }
});

test.each(ALONE)('%s has one form: %s', (_, waId) => {
  expect(formsOf(waId)).toEqual([waId]);
});

const digits = (count: number) =>
  array(integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });
const inOne = (code: string, least: number, most: number) =>
  integer({ min: least, max: most })
    .chain(digits)
    .map((all) => `+${code}${all.join('')}`);
/** Numbers of the three countries, most of them such as there may be. */
const number = oneof(
  inOne('52', 10, 11),
  inOne('521', 10, 10),
  inOne('54', 10, 12),
  inOne('549', 10, 10),
  inOne('5411', 8, 10),
  inOne('5411154', 7, 7),
  inOne('55', 10, 11),
  inOne('55119', 8, 8),
  inOne('55319', 8, 8),
);

describe('whatever the number', () => {
  test('each form of a form has the same forms, and is of the same country', () => {
    assert(
      property(number, (waId) => {
        const all = formsOf(waId).toSorted();
        for (const form of all) {
          expect(formsOf(form).toSorted()).toEqual(all);
          expect(form.slice(0, 3)).toBe(waId.slice(0, 3));
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('two forms end alike: nothing but the prefix of a mobile differs', () => {
    assert(
      property(number, (waId) => {
        for (const form of formsOf(waId)) {
          const end = { '+52': 10, '+54': 6, '+55': 8 }[waId.slice(0, 3)]!;
          expect(form.slice(-end)).toBe(waId.slice(-end));
          if (form.startsWith('+55')) expect(form.slice(0, 5)).toBe(waId.slice(0, 5));
        }
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  test('a fixed line in Brazil has no other form, by the whole of the library’s metadata', () => {
    assert(
      property(number, (waId) => {
        if (!waId.startsWith('+55') || parsePhoneNumberFromString(waId)?.getType() !== 'FIXED_LINE')
          return;
        expect(formsOf(waId)).toEqual([waId]);
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  test('in the rest of the world a number has one form', () => {
    const any = tuple(integer({ min: 1, max: 9 }), integer({ min: 6, max: 13 }).chain(digits))
      .map(([first, rest]) => `+${first}${rest.join('')}`)
      .filter((waId) => !/^\+5[245]/.test(waId));
    assert(property(any, (waId) => void expect(formsOf(waId)).toEqual([waId])));
  });
});
