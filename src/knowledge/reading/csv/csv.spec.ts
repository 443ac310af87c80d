import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.js';

describe('a table of values', () => {
  const lines = (text: string) => readCsv(text).text.split('\n');

  it.each([
    ['a comma', 'Cake,Price\nCarrot,"1,50"\nCheese,2'],
    ['a semicolon', 'Cake;Price\nCarrot;1,50\nCheese;2'],
    ['a semicolon that its first line names', 'sep=;\r\nCake;Price\r\nCarrot;1,50\r\nCheese;2'],
    ['a tab', 'Cake\tPrice\nCarrot\t1,50\nCheese\t2\n\t\n'],
    ['a bar', 'Cake|Price\nCarrot|1,50\nCheese|2'],
  ])('is parted by %s', (_, text) =>
    expect(lines(text)).toEqual([
      '| Cake | Price |',
      '| --- | --- |',
      '| Carrot | 1,50 |',
      '| Cheese | 2 |',
    ]),
  );

  it('keeps what a cell holds on one line, as it is', () => {
    expect(lines('Cake;Note\n"Carrot ""big""";"a|b\nc"\nPlum;*new* <b>')).toEqual([
      '| Cake | Note |',
      '| --- | --- |',
      '| Carrot "big" | a\\|b c |',
      '| Plum | \\*new\\* \\<b> |',
    ]);
  });

  it('has a name above it, where its first line has one value', () => {
    expect(readCsv('Prices of 2026;;\n\nCake;Small;Big\nCarrot;1;2\n;;').text).toBe(
      'Prices of 2026\n\n| Cake | Small | Big |\n| --- | --- | --- |\n| Carrot | 1 | 2 |',
    );
  });

  it('fills its short rows and takes its long ones', () => {
    expect(lines('a,b,c\n1\n1,2,3,4')).toEqual([
      '| a | b | c |  |',
      '| --- | --- | --- | --- |',
      '| 1 |  |  |  |',
      '| 1 | 2 | 3 | 4 |',
    ]);
  });

  it('may have one column, and may be empty', () => {
    expect(lines('Allergens\nNuts\nMilk')).toEqual([
      '| Allergens |',
      '| --- |',
      '| Nuts |',
      '| Milk |',
    ]);
    expect(readCsv('\n\n').text).toBe('');
  });
});

describe('questions and answers', () => {
  const sections = '## Do you deliver?\n\nYes, daily.\n\n## Parking\n\nBehind the shop.';

  it.each([
    [
      'are told by their head',
      'Question,Answer\nDo you deliver?,"Yes, daily."\nParking,Behind the shop.',
    ],
    [
      'may have another order',
      'Respuesta;Pregunta\nYes, daily.;Do you deliver?\nBehind the shop.;Parking',
    ],
  ])('%s', (_, text) => expect(readCsv(text).text).toBe(sections));

  it('are told by what they ask', () => {
    const asked = '¿Abren?,Sí\n¿Hay wifi?,Sí';
    const read = '## ¿Abren?\n\nSí\n\n## ¿Hay wifi?\n\nSí';
    expect(readCsv(asked).text).toBe(read);
    expect(readCsv(`Duda,Texto\n${asked}`).text).toBe(read);
    expect(readCsv(`${asked}\nTarjeta,También`).text).toBe(`${read}\n\n## Tarjeta\n\nTambién`);
  });

  it('keep their further columns, and leave out what has no answer', () => {
    const text = 'Pregunta;Respuesta;Tema\n¿Envían?;Sí;Envíos\n¿Cuánto?;;Envíos';
    expect(readCsv(text).text).toBe('## ¿Envían?\n\nSí\n\nTema: Envíos');
  });

  it('are none where hardly anything is asked', () => {
    expect(readCsv('Cake,Price\nWhat?,1\nPlum,2').text).toContain('| What? | 1 |');
  });
});
