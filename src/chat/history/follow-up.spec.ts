import { describe, expect, it } from 'vitest';
import { choosesOnly, isFollowUp, mayFollowUp } from './follow-up.js';

describe('a question that needs the one before', () => {
  it.each([
    '¿Y los domingos?',
    'y eso?',
    'What about Sundays?',
    'And delivery to my home?',
    '¿Precio?',
    'how much is it?',
    'and the big one?',
    'y la grande?',
    'a bigger one',
    'otra más barata',
    'and for two people?',
    '¿y con gluten?',
    'la de chocolate',
    'that one please',
  ])('is %s', (text) => expect(isFollowUp(text)).toBe(true));

  it.each([
    '¿Cuánto cuesta el croissant?',
    'Do you deliver to my home on Sundays?',
    'gracias',
    'las tartas de chocolate llevan nueces',
    'anderes Brot?',
  ])('is not %s', (text) => expect(isFollowUp(text)).toBe(false));
});

it.each([
  ['does it contain nuts?', true],
  ['without sugar please', true],
  ['on Sundays too?', true],
  ['¿lleva gluten o leche?', true],
  ['¿para llevar a casa?', true],
  ['¿se puede congelar en casa?', true],
  ['How long does delivery take?', false],
  ['¿A qué hora abrís mañana?', false],
  ['for my wedding in June I would like a cake with three floors', false],
])('may be on the same matter: %s: %s', (text, may) => expect(mayFollowUp(text)).toBe(may));

it.each([
  ['the big one', true],
  ['¿otra más barata?', true],
  ['la segunda', true],
  ['for two', true],
  ['a bigger cake', false],
  ['how much is it?', false],
  ['hola', false],
])('only chooses: %s: %s', (text, only) => expect(choosesOnly(text)).toBe(only));
