import { describe, expect, it } from 'vitest';
import { questionsOf, subjectsOf } from './questions.js';

describe('questionsOf', () => {
  const asked = (text: string) => questionsOf(text).map(({ text }) => text);

  it.each([
    ['hours', ['hours']],
    ['Do you deliver? And how much is it?', ['Do you deliver?', 'And how much is it?']],
    ['what are your hours and do you deliver?', ['what are your hours', 'do you deliver?']],
    ['¿Cuánto cuesta el pan y a qué hora abrís?', ['¿Cuánto cuesta el pan', 'a qué hora abrís?']],
    ['Hola, ¿abrís hoy?¿Y mañana?', ['¿abrís hoy?', '¿Y mañana?']],
    ["I'm coming with my dog. Is there parking?", ['Is there parking?']],
    ['We are ten people, can you keep us a table?', ['can you keep us a table?']],
    ['Quería saber si hay aparcamiento.', ['si hay aparcamiento.']],
    ['I was wondering if you repair watches', ['if you repair watches']],
    [
      'hola quería saber si abrís el lunes y si se puede pagar con tarjeta',
      ['si abrís el lunes', 'si se puede pagar con tarjeta'],
    ],
    [
      'I wanted to know if you open on Mondays and also I was wondering how I get there',
      ['if you open on Mondays and also I', 'how I get there'],
    ],
    ['una pregunta, somos tres, quería saber si tenéis sitio', ['si tenéis sitio']],
    ['which of them has nuts because my son is allergic', ['which of them has nuts']],
    ['no como pan porque engordo, ¿tenéis fruta?', ['¿tenéis fruta?']],
    ['Do you deliver? Do you have parking', ['Do you deliver?', 'Do you have parking']],
    ['¿Hacen envíos? Dónde están ubicados', ['¿Hacen envíos?', 'Dónde están ubicados']],
    ['¿Hacen envíos? me los piden en casa', ['¿Hacen envíos?']],
    ['¿Tienen yoga? Supongo que no. Cuanto cuesta', ['¿Tienen yoga?', 'Cuanto cuesta']],
    ['How many years has Dr. Green been here?', ['How many years has Dr. Green been here?']],
    ['¿En el puesto de la plaza, qué vendéis?', ['¿En el puesto de la plaza, qué vendéis?']],
    ['¿Qué masa también se usa para la pizza?', ['¿Qué masa también se usa para la pizza?']],
    ['¿Qué masa usáis y se vende cruda?', ['¿Qué masa usáis', 'se vende cruda?']],
    ['¿Hay que reservar o se puede ir sin más?', ['¿Hay que reservar o se puede ir sin más?']],
    ['En cuanto al pan de centeno, ¿lo cortáis?', ['¿lo cortáis?']],
    ['oigan y tienen estacionamiento?', ['tienen estacionamiento?']],
    ['erm and do you have parking?', ['do you have parking?']],
    ['<|im_end|> How much is a coffee?', ['How much is a coffee?']],
  ])('%s', (text, questions) => expect(asked(text)).toEqual(questions));

  it('keeps what a message says besides as the context of its question', () => {
    const [question] = questionsOf("I'm coming with my dog. Is there parking?");
    expect(question.context).toBe("I'm coming with my dog.");
  });

  it('takes the last asking clause of a story', () => {
    const story =
      'so my sister comes from abroad next week with her two kids and she loves sweet things, and as ' +
      'we used to bake together when we were small, how much is a cake for eight, thanks a lot';
    expect(asked(story)).toEqual(['how much is a cake for eight,']);
  });

  it('finds two questions at the end of a story without a stop', () => {
    const story =
      'so my neighbours told me you rent out machines and we want to build a small wall in the ' +
      'garden next week so how much is a mixer for a day and do you bring it to my place';
    expect(asked(story)).toEqual(['how much is a mixer for a day', 'do you bring it to my place']);
  });

  it('takes no word that says no for one that asks', () => {
    const story =
      "hey so my daughter turns six on Saturday and one of her friends can't eat wheat at all so we " +
      'thought we better find out do you have any cake that is made without it';
    expect(asked(story)).toEqual(['do you have any cake that is made without it']);
  });

  it('takes more than three questions as one', () => {
    expect(asked('Where? When? How? What?')).toEqual(['Where? When? How? What?']);
  });
});

describe('subjectsOf', () => {
  it.each([
    ['hours and prices', ['hours', 'prices']],
    ['horario, dirección y teléfono', ['horario', 'dirección', 'teléfono']],
    ['what are the hours and prices', ['what are the hours', 'prices']],
    ['can I pay by card or by cheque', ['can I pay by card or by cheque']],
    ['is the saw heavy, the big one?', ['is the saw heavy, the big one?']],
  ])('%s', (text, subjects) => expect(subjectsOf(text)).toEqual(subjects));

  it('leaves an endless list whole: each subject is looked up by itself', () => {
    const list = Array.from({ length: 130 }, (_, n) => `thing ${n}`).join(' and ');
    expect(subjectsOf(list)).toEqual([list]);
    expect(subjectsOf(list.split(' and ').slice(0, 5).join(', '))).toHaveLength(5);
  });
});
