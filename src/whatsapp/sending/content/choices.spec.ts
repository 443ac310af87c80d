import { describe, expect, it } from 'vitest';
import { choicesContent } from './choices.js';
import { rendered } from './template.js';

const yesNo = { choices: ['Yes', 'No'], menu: 'Choose' };
const words = 'Shall I pass this on to a person? ';

describe('choicesContent', () => {
  it('makes buttons, with the text in a variable', () => {
    const made = choicesContent('Shall I?', yesNo)!;
    expect(made.resource).toMatchObject({
      language: 'en',
      variables: { 1: 'text' },
      types: {
        'twilio/quick-reply': {
          body: '{{1}}',
          actions: [
            { title: 'Yes', id: 'Yes' },
            { title: 'No', id: 'No' },
          ],
        },
      },
    });
    expect(made.variables).toEqual({ 1: 'Shall I?' });
    expect(choicesContent('Shall we?', yesNo)!.hash).toBe(made.hash);
    expect(choicesContent('Shall I?', { choices: ['No', 'Yes'] })!.hash).not.toBe(made.hash);
  });

  it.each([4, 10])('makes a list of %i', (count) => {
    const choices = Array.from({ length: count }, (_, n) => `Topic number ${n} of some`);
    const { resource } = choicesContent('I can help with:', { choices, menu: 'Choose' })!;
    expect(resource).toMatchObject({
      types: { 'twilio/list-picker': { button: 'Choose', items: { length: count } } },
    });
  });

  it('puts a long text in several variables, which join up', () => {
    for (const length of [1, 249, 250, 251, 600, 1024]) {
      const text = words.repeat(40).slice(0, length - 1) + '.';
      const { resource, variables } = choicesContent(text, yesNo)!;
      const { body } = (resource as any).types['twilio/quick-reply'];
      expect(rendered(body, variables)).toBe(text);
      for (const value of Object.values(variables)) {
        expect(value.length).toBeLessThanOrEqual(250);
        expect(value).toBe(value.trim());
      }
    }
    const faces = '😀'.repeat(300);
    const { variables } = choicesContent(faces, yesNo)!;
    expect(Object.values(variables).every((value) => value.isWellFormed())).toBe(true);
    expect(Object.values(variables).join('')).toBe(faces);
  });

  it.each([
    ['a text that is too long', 'x'.repeat(1025), yesNo],
    ['no text', ' ', yesNo],
    ['a text that would be a placeholder', 'Write {{1}}', yesNo],
    ['nothing to choose', 'Hi', { choices: [] }],
    ['the same twice', 'Hi', { choices: ['Yes', 'Yes'] }],
    ['too many', 'Hi', { choices: Array.from({ length: 11 }, (_, n) => `${n}`), menu: 'Choose' }],
    ['a choice that is too long', 'Hi', { choices: ['x'.repeat(25)], menu: 'Choose' }],
    ['a list without a name', 'Hi', { choices: ['a', 'b', 'c', 'd'] }],
  ])('has none for %s', (_, text, content) => {
    expect(choicesContent(text, content)).toBeUndefined();
  });
});
