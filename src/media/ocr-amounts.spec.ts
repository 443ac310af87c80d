import { expect, it } from 'vitest';
import { withSigns } from './ocr-amounts.js';

it('a list of prices has its signs again, however they were read', () => {
  const read =
    '| Queso | 24,50 |\n| Zanahoria | 22,75K |\n| Limón | 14,207 |\n| Sacher | 29,90E |\n| Roscón | 18,00 9 |';
  expect(withSigns(read)).toBe(
    '| Queso | 24,50 € |\n| Zanahoria | 22,75 € |\n| Limón | 14,20 € |\n| Sacher | 29,90 € |\n| Roscón | 18,00 € |',
  );
  expect(withSigns('Café 1,20€\nTé 1,50€\nZumo 2,30 €')).toBe(
    'Café 1,20 €\nTé 1,50 €\nZumo 2,30 €',
  );
});

it.each([
  ['amounts without any sign', 'A 24,50\nB 22,75\nC 14,20'],
  ['amounts of which most have none', 'A 24,50\nB 22,75\nC 14,20\nD 12,10K'],
  ['what is no list', 'Total 24,50K'],
  ['numbers with three decimals', 'A 14,207\nB 22,751\nC 29,905'],
  ['other measures', 'A 1,20m\nB 2,30m\nC 4,50m'],
])('%s stay as they are', (_, text) => expect(withSigns(text)).toBe(text));
