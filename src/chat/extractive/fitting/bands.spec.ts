import { describe, expect, it } from 'vitest';
import { amountsIn, bandsIn, withinBands } from './bands.js';

const GROUPS = ['1 a 6 personas', '7 a 12 personas', '13 a 24 personas', 'mesas del 10 de mayo'];
const AGES = ['Under 3 years', '3 to 11 years', '12 or older'];

describe('bands', () => {
  it.each([
    ['7 a 12 personas', [{ from: 7, to: 12, unit: 'person' }]],
    ['up to 6 guests', [{ from: 0, to: 6, unit: 'person' }]],
    ['from €60', [{ from: 60, to: Infinity, unit: 'money' }]],
    ['Menores de 4 años', [{ from: 0, to: 4, unit: 'ano' }]],
    ['hasta 1.200 €', [{ from: 0, to: 1200, unit: 'money' }]],
    ['10–25 kg', [{ from: 10, to: 25, unit: 'kg' }]],
    ['65 años o más', [{ from: 65, to: Infinity, unit: 'ano' }]],
    ['9:00–14:00', []],
    ['10:30 to 13:00', []],
    ['Teléfono 600 000 000', []],
  ])('%s', (text, bands) => expect(bandsIn(text)).toEqual(bands));

  it.each([
    ['una mesa de 10 personas', [{ value: 10, unit: 'person' }]],
    ['¿y si vamos 20?', [{ value: 20, unit: '' }]],
    ['mesa para ocho', [{ value: 8, unit: '' }]],
    ['an order of €65', [{ value: 65, unit: 'money' }]],
    ['abrís a las 9?', []],
    ['el 10 de mayo', []],
    ['are you open at 9 pm', []],
  ])('%s', (text, amounts) => expect(amountsIn(text)).toEqual(amounts));

  it.each([
    ['una mesa de 10 personas', GROUPS, [1]],
    ['¿y si vamos 20?', GROUPS, [2]],
    ['mesa para mi hijo de 3 años', GROUPS, []],
    ['how much for a 5 year old? 5 years', AGES, [1]],
    ['una mesa', GROUPS, []],
    ['10 personas', ['salón de 7 a 12 personas', 'terraza'], []],
  ])('%s', (question, texts, places) =>
    expect(withinBands(texts, amountsIn(question), true)).toEqual(places),
  );
});
