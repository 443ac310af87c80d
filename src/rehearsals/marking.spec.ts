import { describe, expect, it } from 'vitest';
import { wordsOf } from '../language/language.js';
import type { Turn } from '../scenarios/scenario.js';
import { type Given, isRefusal } from './answer.js';
import { mark } from './marking.js';
import { faultsIn } from './wording.js';

const turn = (more: Partial<Turn>): Turn => ({ ask: 'x', kind: 'plain', ...more });
const given = (text: string, more: Partial<Given> = {}): Given => ({
  text,
  mode: 'extractive',
  sources: [{}],
  ...more,
});
const refusal = (language: 'en' | 'es', more: Partial<Given> = {}) =>
  given(`${wordsOf(language).unknown}\n\n- Hours`, { sources: [], ...more });

const marked = (wanted: Partial<Turn>, answer: Given) => {
  const { right, harmful } = mark(turn(wanted), answer);
  return [right && 'right', harmful && 'harmful'].filter(Boolean).join(' ');
};

describe('mark', () => {
  it.each([
    [['7:30', '20:00'], 'From 7:30 to 20:00', 'right'],
    [['7:30', '20:00'], 'From 7:30', ''],
    [[['20:00', '8 pm']], 'Until 8 PM.', 'right'],
    [['el sabado'], 'EL\u00a0\nSÁBADO', 'right'],
    [['de 9:00 a 14:00'], 'de *9:00* a _14:00_', 'right'],
    [['5kg'], '*5*\u200akg', 'right'],
    [['2*3'], 'es 2*3*4', 'right'],
    // A number is held only whole.
    [['9:00'], 'at 19:00', ''],
    [['12 €'], '3,12 €', ''],
    [['12'], '12,50 €', ''],
    [['12'], '12.000 €', ''],
    [['12'], '€12.00', 'right'],
    [['12'], '12,00 €', 'right'],
    [['12'], 'it is 12.', 'right'],
    [['9'], 'at 9:00', 'right'],
    [['9:00'], 'not 19:00 but 9:00', 'right'],
  ])('of %j in %j: %s', (must, text, is) => {
    expect(marked({ must }, given(text))).toBe(is);
  });

  it('calls harmful what must not be there', () => {
    expect(marked({ must: ['nuts'], must_not: ['vegan'] }, given('Nuts; Vegan.'))).toBe('harmful');
    expect(marked({ must_not: ['9:00'] }, given('at 19:00'))).toBe('right');
  });

  it('wants a refusal exactly where one is honest', () => {
    expect(marked({ refuse: true }, refusal('en'))).toBe('right');
    expect(marked({ refuse: true }, refusal('es'))).toBe('right');
    expect(marked({ must: ['information'] }, refusal('en'))).toBe('');
    expect(marked({ must_not: ['a poem'] }, refusal('en'))).toBe('right');
  });

  it('calls a fact in place of a refusal harmful, but no courtesy and no failure', () => {
    expect(marked({ refuse: true }, given('We open at 9:00'))).toBe('harmful');
    expect(marked({ refuse: true }, given('Sure!', { mode: 'llm', sources: [] }))).toBe('harmful');
    expect(marked({ refuse: true }, given('Hello!', { sources: [] }))).toBe('');
    expect(marked({ refuse: true }, given('Later.', { mode: 'fallback' }))).toBe('');
  });

  it('wants a handover exactly where a person is wanted, and calls none of them harmful', () => {
    const handedOver = given('A person will see to it.', { sources: [], handover: true });
    expect(marked({ handover: true }, handedOver)).toBe('right');
    expect(marked({ handover: true }, given('A person will see to it.', { sources: [] }))).toBe('');
    expect(marked({ handover: true }, refusal('en'))).toBe('');
    expect(marked({ must: ['person'] }, handedOver)).toBe('');
    expect(marked({ must_not: ['poem'] }, handedOver)).toBe('');
    expect(marked({ refuse: true }, { ...handedOver, mode: 'llm' })).toBe('');
  });

  it("wants the bot's own words where nothing is to be searched", () => {
    expect(marked({ no_sources: true }, given('Hello!', { sources: [] }))).toBe('right');
    expect(marked({ no_sources: true }, given('Thanksgiving: closed'))).toBe('');
    expect(marked({ no_sources: true }, refusal('es'))).toBe('');
    expect(marked({ no_sources: true }, given('', { sources: [], mode: 'fallback' }))).toBe('');
    expect(marked({ no_sources: true, refuse: true }, refusal('es'))).toBe('right');
  });

  it('wants nothing said where silence is wanted', () => {
    expect(marked({ silence: true }, given('', { sources: [] }))).toBe('right');
    expect(marked({ silence: true }, given('Hello!', { sources: [] }))).toBe('');
    expect(marked({}, given('', { sources: [] }))).toBe('');
    expect(marked({}, given('Hello!', { sources: [] }))).toBe('right');
  });

  it('says what was missing and what was forbidden', () => {
    const { missing, forbidden } = mark(
      turn({ must: ['a', ['b', 'c'], 'd'], must_not: ['e', 'f'] }),
      given('a f'),
    );
    expect(missing).toEqual([['b', 'c'], 'd']);
    expect(forbidden).toEqual(['f']);
  });
});

describe('faultsIn', () => {
  const said = (wanted: Partial<Turn>, answer: Given) => {
    const asked = turn(wanted);
    return faultsIn(asked, answer.text, mark(asked, answer));
  };

  it.each<[Partial<Turn>, Given, string[]]>([
    [{ must: ['a'] }, given('a'), []],
    [
      { must: ['a', ['b', 'c']], must_not: ['d'] },
      given('d'),
      ['misses "a"', 'misses "b" or "c"', 'must not hold "d"'],
    ],
    [{ refuse: true }, given('a'), ['does not refuse']],
    [{ must: ['Hours'] }, refusal('en'), ['refuses']],
    [{ handover: true }, given('a', { sources: [] }), ['does not hand over']],
    [{ must: ['a'] }, given('a', { sources: [], handover: true }), ['hands over']],
    [{ no_sources: true }, given('a'), ['quotes']],
    [{ must: ['a'] }, given(''), ['does not answer']],
    [{ silence: true }, given('a'), ['answers']],
  ])('of %j', (wanted, answer, faults) => {
    expect(said(wanted, answer)).toEqual(faults);
  });
});

describe('isRefusal', () => {
  it('is the sentence at the beginning, with no source', () => {
    expect(isRefusal(refusal('en'))).toBe(true);
    expect(isRefusal(refusal('en', { sources: [{}] }))).toBe(false);
    expect(isRefusal(given(`Hours: 9. ${wordsOf('en').unknown}`, { sources: [] }))).toBe(false);
  });
});
