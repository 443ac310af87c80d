import { beforeEach, describe, expect, it } from 'vitest';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import type { CuratedAnswer } from './curated-answer.js';
import type { CuratedAnswerRepository } from './curated-answer.repository.js';
import { CuratedAnswers } from './curated-answers.js';
import { QuestionBook } from './question-book.js';

const curated = (id: string, questions: string[], updatedAt = 0): CuratedAnswer => ({
  id,
  questions,
  answer: 'So.',
  createdAt: 0,
  updatedAt,
});

describe('QuestionBook', () => {
  const found = (question: string, language: 'es' | 'en', ...asked: string[]) =>
    !!new QuestionBook([curated('a', asked)]).find(question, language);

  it.each([
    ['Do you have a terrace?', 'is there a terrace', 'en'],
    ['¿Tenéis terraza?', 'TERRAZAS, tienen??', 'es'],
    ['¿Tenéis terraza?', 'teneis tarraza?', 'es'],
    ['Do you sell birthday cakes?', 'bithday cake, do you sell it?', 'en'],
    ['Wifi?', 'hay wifi', 'es'],
    ['¿Dónde estáis?', 'donde estais', 'es'],
    ['How much is the workshop?', 'price of the workshop', 'en'],
    ['¿Cuánto cuesta el taller?', 'precio del taller', 'es'],
    ['Where can I park?', 'hi, where can I park please?', 'en'],
  ] as const)('knows %j in %j', (asked, question, language) => {
    expect(found(question, language, asked)).toBe(true);
  });

  it.each([
    ['Do you have a terrace?', 'Do you have a heated terrace?', 'en'],
    ['Do you have a heated terrace?', 'Do you have a terrace?', 'en'],
    ['Is there parking?', 'How much is parking?', 'en'],
    ['Is there parking?', 'Where is the parking?', 'en'],
    ['Do you have cake with nuts?', 'Do you have cake without nuts?', 'en'],
    ['¿Abrís los domingos?', '¿Hasta qué hora abrís los domingos?', 'es'],
    ['¿Tenéis carta?', '¿Tenéis tarta?', 'es'],
    ['¿Hay mesa para 10?', '¿Hay mesa para 12?', 'es'],
    ['¿Dónde estáis?', '¿Cómo estáis?', 'es'],
    ['Wifi?', '?!', 'en'],
    ['?!', '?!', 'en'],
    ['Do you take returns?', 'What are your returns like for members?', 'en'],
  ] as const)('does not take %j for %j', (asked, question, language) => {
    expect(found(question, language, asked)).toBe(false);
  });

  it('takes no word for the misspelling of another that is asked, too', () => {
    const book = new QuestionBook([curated('1', ['private rooms']), curated('2', ['privates'])]);
    expect(book.find('privaet rooms', 'en')?.id).toBe('1');
    expect(found('¿cambia?', 'es', '¿cambio?', '¿cambia?')).toBe(true);
    const both = new QuestionBook([curated('1', ['pedido']), curated('2', ['perdido hoy'])]);
    expect(both.find('perdido', 'es')).toBeUndefined();
  });

  it('prefers the one that was changed last', () => {
    const old = curated('old', ['Wifi?'], 1);
    const book = new QuestionBook([old, curated('new', ['is there wifi'], 2)]);
    expect(book.find('wifi', 'en')?.id).toBe('new');
  });
});

describe('CuratedAnswers', () => {
  let stored: CuratedAnswer[];
  let version: number;
  let away: boolean;
  let clock: SetClock;
  let here: CuratedAnswers;

  beforeEach(() => {
    [stored, version, away, clock] = [[], 0, false, new SetClock()];
    const repository: Partial<CuratedAnswerRepository> = {
      all: async () => stored,
      version: async () => {
        if (away) throw new Error('away');
        return version;
      },
    };
    here = new CuratedAnswers(repository as CuratedAnswerRepository, clock);
  });

  it("finds its own change at once, and another node's within a second", async () => {
    expect(await here.find('wifi', 'en')).toBeUndefined();
    [stored, version] = [[curated('1', ['Wifi?'])], 1];
    clock.time += 999;
    expect(await here.find('wifi', 'en')).toBeUndefined();
    clock.time += 1;
    expect(await here.find('wifi', 'en')).toMatchObject({ id: '1' });
    [stored, version] = [[], 2];
    await here.changed();
    expect(await here.find('wifi', 'en')).toBeUndefined();
  });

  it('answers from what it knows while the store is away, and fails without anything', async () => {
    away = true;
    await expect(here.find('wifi', 'en')).rejects.toThrow('away');
    [away, stored] = [false, [curated('1', ['Wifi?'])]];
    expect(await here.find('wifi', 'en')).toMatchObject({ id: '1' });
    away = true;
    clock.time += 1000;
    expect(await here.find('wifi', 'en')).toMatchObject({ id: '1' });
  });
});
