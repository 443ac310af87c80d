import { describe, expect, it } from 'vitest';
import { guessLanguage } from './language.js';

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
