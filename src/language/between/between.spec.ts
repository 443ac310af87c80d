import { describe, expect, it } from 'vitest';
import type { Language } from '../language.js';
import { term } from '../terms.js';
import { askedBetween, isBetween } from './between.js';
import { allPairs } from './pairs.js';

/** What a question looks for in the other language: the terms that a passage may have, and names. */
function soughtBy(question: string, from: Language, to: Language): string[] {
  return askedBetween(question, from, to).flatMap(({ own, translations = [] }) => [
    ...translations.map((terms) => terms.join(' ')),
    ...own,
  ]);
}

describe('a question read in another language', () => {
  it.each([
    ['how much is delivery?', 'en', 'es', ['precio', 'entrega']],
    ['do you have parking', 'en', 'es', ['aparcamiento']],
    ['is there a cot for the baby', 'en', 'es', ['cuna', 'bebé']],
    ['¿tienen gafas de protección?', 'es', 'en', ['protective']],
    ['¿cuánto cuesta la limpieza dental?', 'es', 'en', ['cost']],
    ['¿hay sauna?', 'es', 'en', ['sauna']],
  ] as const)('%s', (question, from, to, wanted) => {
    const sought = soughtBy(question, from, to).flatMap((terms) => terms.split(' '));
    expect(sought).toEqual(expect.arrayContaining(wanted.map((word) => term(word, to))));
  });

  it('reads a phrase as a whole', () => {
    const [phrase, ...others] = askedBetween('how much is an oil change', 'en', 'es').filter(
      ({ written }) => written.includes('oil'),
    );
    expect(phrase).toMatchObject({ written: 'oil change', own: [] });
    expect(others).toEqual([]);
  });

  it('reads every form of a word', () => {
    for (const written of ['towel', 'towels', 'Towels?'])
      expect(soughtBy(written, 'en', 'es')).toContain(term('toalla', 'es'));
  });

  it('takes what is meant by another word of the question’s language', () => {
    expect(soughtBy('what is the postage', 'en', 'es')).toContain(term('envío', 'es'));
  });

  it('leaves a name as it is, and looks for no common word in the other language', () => {
    expect(soughtBy('do you sell Zapple?', 'en', 'es')).toContain('zappl');
    expect(soughtBy('will anybody come', 'en', 'es')).not.toContain(term('come', 'es'));
  });

  it('is for the languages that have a dictionary', () => {
    expect(isBetween('en', 'es')).toBe(true);
    expect(isBetween('es', 'en')).toBe(true);
    for (const other of ['es', 'de', 'other'] as const) expect(isBetween('es', other)).toBe(false);
    expect(askedBetween('Brot', 'es', 'de')).toEqual([]);
  });
});

describe('the dictionaries', () => {
  const lines = allPairs.flatMap(({ pairs }) => pairs.split(/[;\n]/).map((line) => line.trim()));

  it('have two sides in every pair', () => {
    for (const line of lines.filter(Boolean)) {
      const sides = line.split('=');
      expect(sides, line).toHaveLength(2);
      for (const member of sides.join(',').split(','))
        expect(member.trim(), line).toMatch(/^[\p{L}\p{N}]/u);
    }
  });
});
