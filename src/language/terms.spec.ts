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

  it('keeps apart what the stemmer would make one: other things, or other words', () => {
    for (const [one, other] of [
      ['dólares', 'dolor'],
      ['mesas', 'mes'],
      ['casa', 'caso'],
      ['peso', 'pesos'],
      ['talleres', 'tallas'],
    ])
      expect(terms(one, 'es'), one).not.toEqual(terms(other, 'es'));
    expect(terms('fitness organic', 'en')).not.toEqual(terms('fit organ', 'en'));
  });

  it('joins a verb with its noun, and spellings of two countries', () => {
    expect(terms('we delivered and paid', 'en')).toEqual(terms('delivery payment', 'en'));
    expect(terms('tires colors', 'en')).toEqual(terms('tyre colour', 'en'));
    expect(terms('se midió, lo recojo', 'es').at(-1)).toBe(terms('recogida', 'es')[0]);
  });

  it('keeps numbers, leaves single letters out', () => {
    expect(terms('4,95 € b 3', 'es')).toEqual(['4', '95', '3']);
  });

  it('finds a number with its unit, and in thousands, however it is written', () => {
    expect(terms('500g 2kg 24h', 'en')).toEqual(terms('500 g, 2 kg, 24 h', 'en'));
    expect(terms('1.500 € 12,000', 'es')).toEqual(['1500', '12000']);
    expect(terms('B12 4K', 'en')).toEqual(['b12', '4k']);
  });

  it('leaves out the words for yes and no, which stand in many a table', () => {
    expect(terms('sí | no | yes | No', 'es')).toEqual([]);
    expect(terms('ja | nein', 'de')).toEqual([]);
  });

  it("leaves out each language's own stop words, not those of all", () => {
    expect(terms('die in the war', 'en')).toEqual(['die', 'war']);
    expect(terms('die Preise für das Brot', 'de')).toEqual(terms('Preis, Brote', 'de'));
  });

  it.each([
    ['de', 'Öffnungen Häuser', 'geöffnet haus'],
    ['ru', 'Цены на ёлки', 'цена елка'],
    ['fr', 'les livraisons gratuites', 'livraison gratuite'],
  ] as const)('knows the forms of words in %s', (language, some, others) => {
    expect(terms(some, language)).toEqual(terms(others, language));
  });

  it('cuts scripts that write no blanks, and keeps their vowels', () => {
    expect(terms('営業時間は九時からです', 'other')).toContain('営業');
    expect(terms('ร้านเปิดกี่โมง', 'other')).toContain('เปิด');
    expect(terms('हिन्दी में कीमत', 'other')).toContain('कीमत');
    expect(terms('Ώρες λειτουργίας', 'other')).toEqual(terms('ωρες λειτουργιας', 'other'));
    expect(terms('Giờ mở cửa', 'other')).toEqual(terms('gio mo cua', 'other'));
  });
});
