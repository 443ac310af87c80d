import { describe, expect, it } from 'vitest';
import { asksMoney } from './money.js';

describe('asksMoney', () => {
  it.each([
    ['¿A cuánto está el kilo de merluza?', true],
    ['¿Por cuanto me saldría?', true],
    ['¿A cuántos kilómetros repartís?', false],
    ['¿A cuantas personas admite la mesa?', false],
    ['¿Por cuántos días es la fianza?', false],
  ])('%s', (question, money) => expect(asksMoney(question, 'es')).toBe(money));

  it.each([
    ['How much is the locker?', true],
    ['How many people fit in?', false],
  ])('%s', (question, money) => expect(asksMoney(question, 'en')).toBe(money));
});
