import { expect, it } from 'vitest';
import { intentOf } from './intent.js';
import { languages, wordsOf } from '../language/language.js';
import { choicesIn } from './choices.js';

it.each(languages)('offers yes and no where it asks (%s)', (language) => {
  const { offers, unknown, choose } = wordsOf(language);
  for (const offer of Object.values(offers))
    expect(choicesIn(`${unknown}\n\n${offer}`)?.choices).toEqual([choose.yes, choose.no]);
});

it.each(languages)('understands what it offers (%s)', (language) => {
  const { yes, no, person } = wordsOf(language).choose;
  for (const offered of ['person', 'opt-out'] as const) {
    expect(intentOf(yes, { offered }).kind).toBe('yes');
    expect(intentOf(no, { offered }).kind).toBe('no');
  }
  expect(intentOf(person).kind).toBe('person');
});

it.each(languages)('offers the topics that fit, and a person (%s)', (language) => {
  const { topicsLead, choose } = wordsOf(language);
  const long = 'A topic that is much too long for it';
  const answer = `Hello!\n\n${topicsLead}\n- Prices\n- ${long}\n- Prices\n- Opening hours`;
  const choices = ['Prices', 'Opening hours', choose.person];
  expect(choicesIn(answer)).toEqual({ choices, menu: choose.menu });
});

it.each(['', 'We open at nine.', 'I can help you with:', '- a\n- b', 'Do you want bread?'])(
  'offers nothing in %j',
  (answer) => expect(choicesIn(answer)).toBeUndefined(),
);

it('keeps to what WhatsApp shows', () => {
  for (const language of languages)
    for (const title of Object.values(wordsOf(language).choose))
      expect(title.length).toBeLessThanOrEqual(20);
});
