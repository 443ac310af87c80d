import { describe, expect, it } from 'vitest';
import { fold, guessLanguage, languages, wordsOf } from './language.js';

describe('guessLanguage', () => {
  it.each([
    ['¿A qué hora abrís los domingos?', 'es'],
    ['cuanto cuesta el envio', 'es'],
    ['hola', 'es'],
    ['Panadería', 'es'],
    ['What time do you open on Sundays?', 'en'],
    ['how much is a croissant', 'en'],
    ["I'd like to order, don’t hurry", 'en'],
    ['hello', 'en'],
    ['croissant', undefined],
    ['12345 🥐', undefined],
    ['no', undefined],
  ])('%s: %s', (text, language) => expect(guessLanguage(text)).toBe(language));
});

describe.each(languages)('the words of %s', (language) => {
  const { phrases, consent } = wordsOf(language);
  const { connectives: _, ...whole } = phrases;

  it('are written as they are compared: in lower case, without accents', () => {
    const compared = [...Object.values(whole), consent.stop, consent.start].join('|');
    expect(compared).toBe(fold(compared).toLowerCase());
    expect(compared).not.toMatch(/\|\||\| | \||^\||\|$/);
  });

  it('opt out in no language that they opt in by', () => {
    const everywhere = languages.flatMap((other) => wordsOf(other).consent.start.split('|'));
    expect(everywhere.filter((phrase) => consent.stop.split('|').includes(phrase))).toEqual([]);
  });
});

describe('fold', () => {
  it.each([
    ['¿Cuántos años?', '¿Cuantos anos?'],
    ['Straße, œuf, Łódź, smørrebrød', 'Strasse, oeuf, Łodz, smorrebrod'],
    ['cafe\u0301', 'cafe'],
    ['Ελλάς', 'Ελλασ'],
    ['ёлка', 'елка'],
  ])('%s', (text, folded) => expect(fold(text)).toBe(folded));

  it('folds a letter of Latin alone as it does beside letters of other scripts', () => {
    const letters = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code));
    const beside = letters.map((letter) => fold(`${letter}ж`).slice(0, -1));
    expect(letters.map(fold)).toEqual(beside);
  });
});
