import { describe, expect, it } from 'vitest';
import { terms } from './terms.js';

describe('terms', () => {
  it('joins the forms of a word, with and without accents', () => {
    expect(terms('domingos envíos envio cafés cafe', 'es')).toEqual(
      terms('domingo envío cafés café', 'es'),
    );
    expect(terms('deliveries prices', 'en')).toEqual(terms('delivery price', 'en'));
  });

  it('leaves out stop words of both languages', () => {
    expect(terms('¿Cuánto es the croissant, por favor?', 'es')).toEqual(terms('croissant', 'es'));
    expect(terms('a las once', 'es')).toEqual(['once']);
  });

  it('keeps numbers, leaves single letters out', () => {
    expect(terms('4,95 € b 3', 'es')).toEqual(['4', '95', '3']);
  });
});
