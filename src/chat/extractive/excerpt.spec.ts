import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.js';

describe('excerpt', () => {
  it('leaves a short passage whole', () => {
    expect(excerpt('- Bread: 1 €\n- Cake: 2 €', 'cake', 'en')).toBe('- Bread: 1 €\n- Cake: 2 €');
  });

  it('takes the row of a table that is asked for, with the head', () => {
    const table = '| Cake | Price |\n| --- | --- |\n| Cheesecake | 3 € |\n| Carrot cake | 4 € |';
    expect(excerpt(table, 'price of the cheesecake?', 'en')).toBe(
      '| Cake | Price |\n| --- | --- |\n| Cheesecake | 3 € |',
    );
    expect(excerpt(table, 'prices', 'en')).toBe(table);
  });

  it('takes a table of any form for one, and code for none', () => {
    const table = 'Cake | Price\n--- | ---\nCheesecake | 3 €\nCarrot cake | 4 €';
    expect(excerpt(table, 'price of the cheesecake?', 'en')).toBe(
      '| Cake | Price |\n--- | ---\n| Cheesecake | 3 € |',
    );
    const code = '```\n| a | b |\n|---|---|\n| 1 | 2 |\n```';
    expect(excerpt(code, 'a', 'en')).toBe(code);
  });

  it('takes the lines of a long list, the sentences of a long text', () => {
    const list = Array.from({ length: 60 }, (_, i) => `- Item number ${i}`).join('\n');
    expect(excerpt(list, 'item 37', 'en')).toBe('- Item number 37');
    const text = `${'Nothing to see here, really. '.repeat(30)}The croissant is vegan. More.`;
    expect(excerpt(text, 'is the croissant vegan?', 'en')).toBe('The croissant is vegan.');
  });

  it('is never longer than a screen or two', () => {
    expect(excerpt('word '.repeat(400), 'word', 'en').length).toBeLessThanOrEqual(1000);
  });
});
