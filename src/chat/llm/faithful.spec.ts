import { describe, expect, it } from 'vitest';
import { isFaithful } from './faithful.js';

const faithful = (answer: string, quoted: string, more = {}) =>
  isFaithful(answer, { question: '', quoted, figures: '', language: 'en', ...more });

describe("a model's answer beside the words that answer", () => {
  it.each([
    ['Is it open on Sunday?', 'Yes, from 9:00 to 14:00.', 'On Sundays we open from 9:00 to 14:00.'],
    ['Do you take cards?', 'Yes, we do.', 'We take cards. We do not take cheques.'],
    ['Do you take cheques?', "No, we don't.", 'We take cards. We do not take cheques.'],
    ['Where are you?', 'At the harbour.', 'You find us at the harbour, behind the market.'],
  ])('%s %s says the same as %j', (question, answer, quoted) => {
    expect(faithful(answer, quoted, { question })).toBe(true);
  });

  it.each([
    ['a figure', 'How long is it?', 'It takes a little while.', 'It takes 3 days.'],
    ['the no', 'Do you take cheques?', 'Yes, we do.', 'We take cards. We do not take cheques.'],
    ['the yes', 'Do you take cards?', 'No, sorry.', 'We take cards. We do not take cheques.'],
    ['all of it', 'Where are you?', 'Ask where we are.', 'Behind the market, at the harbour.'],
    ['the language', 'Do you take cash?', 'Sí, aceptamos efectivo.', 'We take cash and cards.'],
  ])('loses %s', (_, question, answer, quoted) => {
    expect(faithful(answer, quoted, { question })).toBe(false);
  });

  it('is told of another language by its figures', () => {
    const more = { question: '¿Aceptáis cheques?', language: 'es' as const };
    expect(faithful('Sí, aceptamos hasta 3.', 'We take up to 3 cheques.', more)).toBe(true);
    expect(faithful('Sí, los aceptamos.', 'We take up to 3 cheques.', more)).toBe(false);
  });

  it('loses hours, where all of them answer', () => {
    const figures = 'Monday: 9:00–14:00\nSaturday: 10:00–12:00';
    expect(faithful('We open at 9:00 and close at 14:00.', figures, { figures })).toBe(false);
    expect(faithful('Monday 9 am to 2 pm, Saturday 10:00 to 12:00.', figures, { figures })).toBe(
      true,
    );
  });
});
