import { describe, expect, it } from 'vitest';
import { slips, slipsAllowed } from './slips.js';

describe('slips', () => {
  it.each([
    ['croisant', 'croissant', 1],
    ['desayunno', 'desayuno', 1],
    ['horraio', 'horario', 1],
    ['alergneos', 'alergenos', 1],
    ['baca', 'vaca', 1],
    ['ehnvio', 'envio', 1],
    ['nevio', 'envio', 1],
    ['accomodatoin', 'accommodation', 2],
    ['mantequiya', 'mantequilla', 2],
  ])('%s may mean %s', (written, meant, count) => expect(slips(written, meant, 2)).toBe(count));

  it.each([
    ['madrid', 'madre'],
    ['tractor', 'factor'],
    ['vegano', 'verano'],
    ['hotel', 'motel'],
    ['queso', 'beso'],
  ])('%s is no %s', (written, meant) => {
    expect(slips(written, meant, slipsAllowed(written))).toBeUndefined();
  });

  it('allows more in longer words, none in short ones and in numbers', () => {
    expect(['pan', 'queso', 'aparcamiento', '12345', 'b12345'].map(slipsAllowed)).toEqual([
      0, 1, 2, 0, 0,
    ]);
  });
});
