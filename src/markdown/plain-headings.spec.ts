import { describe, expect, it } from 'vitest';
import { paragraphsOf, titleOfPlain } from './plain-headings.js';

const SIGNS = `GARDEN CENTRE - GOOD TO KNOW

OPENING TIMES
Monday to Friday: 9:00 to 18:00.

Getting here
Bus 4 stops outside.
Parking is free.

We also have a café.`;

describe('headings of plain text', () => {
  it('are the short lines that paragraphs begin with', () => {
    expect(paragraphsOf(SIGNS)).toEqual([
      { heading: 'GARDEN CENTRE - GOOD TO KNOW', lines: [] },
      { heading: 'OPENING TIMES', lines: ['Monday to Friday: 9:00 to 18:00.'] },
      { heading: 'Getting here', lines: ['Bus 4 stops outside.', 'Parking is free.'] },
      { lines: ['We also have a café.'] },
    ]);
    expect(titleOfPlain(SIGNS)).toBe('GARDEN CENTRE - GOOD TO KNOW');
  });

  it.each([
    ['one short line', 'Our address\nCalle Inventada, 12.\n\nWe are glad to see you.'],
    [
      'lines of a narrow column',
      'Breakfast is served\nuntil noon.\n\nThe terrace closes\nhalf an hour before.',
    ],
    ['labels', 'Phone: 555 0100\nMail: a@b.example\n\nBus: 4\nTram: 2'],
    ['rows with figures', 'Coffee 1.20\nTea 1.10\n\nToast 2.00\nCake 3.00'],
    ['names alone', 'Croissant\nNapolitana\n\nTarta de queso\nBrownie'],
    ['items', '- one\n- Two\n\n- three\n- Four'],
  ])('are none: %s', (_, text) => {
    expect(paragraphsOf(text).some(({ heading }) => heading)).toBe(false);
    expect(titleOfPlain(text)).toBeUndefined();
  });
});
