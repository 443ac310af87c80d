import { describe, expect, it } from 'vitest';
import { terms } from '../../language/terms.js';
import { excerpt } from './excerpt.js';

describe('excerpt', () => {
  const cut = (text: string, question: string, heading = '') => {
    const asked = terms(question, 'en').map((term) => [term, 1] as const);
    const negated = /without/.test(question);
    const sought = {
      terms: new Map(asked),
      amounts: [],
      negated,
      money: false,
      language: 'en' as const,
    };
    return excerpt({ heading, text }, sought, 'en').text;
  };

  it('takes the items of a list that are asked for, all where none is', () => {
    const list = '- Bread: 1 €\n- Cake: 2 €\n- Cheesecake: 3 €';
    expect(cut(list, 'cake')).toBe('- Cake: 2 €');
    expect(cut(list, 'prices')).toBe(list);
    expect(cut(list, 'cake', 'Cake and bread')).toBe(list);
  });

  it('takes the row of a table that is asked for, with the head', () => {
    const table = '| Cake | Price |\n| --- | --- |\n| Cheesecake | 3 € |\n| Carrot cake | 4 € |';
    expect(cut(table, 'price of the cheesecake?')).toBe(
      '| Cake | Price |\n| --- | --- |\n| Cheesecake | 3 € |',
    );
    expect(cut(table, 'prices')).toBe(table);
  });

  it('takes a table of any form for one, and code for none', () => {
    const table = 'Cake | Price\n--- | ---\nCheesecake | 3 €\nCarrot cake | 4 €';
    expect(cut(table, 'price of the cheesecake?')).toBe(
      '| Cake | Price |\n--- | ---\n| Cheesecake | 3 € |',
    );
    const code = '```\n| a | b |\n|---|---|\n| 1 | 2 |\n```';
    expect(cut(code, 'a')).toBe(code);
  });

  describe('of a table with columns that say yes or no', () => {
    const table = [
      '| Boat | Motor | Roof |',
      '| --- | --- | --- |',
      '| Heron | yes (20 hp) | no |',
      '| Plover | no | yes |',
      '| Stilt | ✓ | no |',
    ].join('\n');

    it('takes the rows whose cell says so', () => {
      expect(cut(table, 'Which boats have a motor?')).toBe(
        '| Boat | Motor |\n| --- | --- |\n| Heron | yes (20 hp) |\n| Stilt | ✓ |',
      );
      expect(cut(table, 'boats without a motor')).toBe(
        '| Boat | Motor |\n| --- | --- |\n| Plover | no |',
      );
    });

    it('takes the row that is named, whatever it says', () => {
      expect(cut(table, 'Does the Plover have a motor?')).toBe(
        '| Boat | Motor | Roof |\n| --- | --- | --- |\n| Plover | no | yes |',
      );
    });
  });

  it('keeps the line that leads to a list, and what speaks of the question', () => {
    const text =
      'Open all year.\n\nOur boats:\n\n- Heron: 4 seats\n- Stilt: 2 seats\n\nThe Stilt leaks.';
    expect(cut(text, 'stilt')).toBe('Our boats:\n\n- Stilt: 2 seats\n\nThe Stilt leaks.');
  });

  it('cuts a long text to the sentences around the one that answers, and says so', () => {
    const nothing = 'Nothing to see here, really. '.repeat(60);
    const said = cut(`${nothing}The croissant is vegan. ${nothing}`, 'is the croissant vegan?');
    expect(said).toMatch(/^\[…\] .*The croissant is vegan\..* \[…\]\n\n… There are more: ask me/s);
    expect(said.length).toBeLessThan(1100);
  });

  it('gives a table whole in some messages, and says how many rows more there are', () => {
    const rows = (count: number) =>
      ['| Part | Price |', '| --- | --- |']
        .concat(Array.from({ length: count }, (_, at) => `| Part ${at} of the list | ${at} € |`))
        .join('\n');
    expect(cut(rows(150), 'price')).toBe(rows(150));
    expect(cut(rows(300), 'price')).toMatch(/\n\n… There are \d+ more: ask me about/);
  });
});
