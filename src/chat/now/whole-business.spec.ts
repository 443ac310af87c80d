import { describe, expect, it } from 'vitest';
import { NOW, shortly } from '../../../test/support/time/business-hours.js';
import type { Language } from '../../language/language.js';
import { hoursQuestion } from './question.js';

function days(question: string, language: Language): string[] | undefined {
  return hoursQuestion({ question, language, now: NOW })?.days.map(shortly);
}

describe('a word for the business as a whole', () => {
  it.each<[Language, string]>([
    ['en', 'is the bakery open?'],
    ['en', 'Is your salon open now?'],
    ['en', 'what time does the pharmacy close'],
    ['en', 'when does the workshop shut'],
    ['en', 'Is the practice open this afternoon?'],
    ['en', 'are the school offices closed?'],
    ['es', '¿Está abierta la clínica?'],
    ['es', '¿A qué hora cierra la peluquería?'],
    ['es', 'a q hora abre el despacho'],
    ['es', '¿El hostal sigue abierto?'],
  ])('is no part of it: %s: %s', (language, question) => {
    expect(days(question, language)).toEqual(['today 28/11']);
  });

  it.each<[Language, string]>([
    ['en', 'is the bar open?'],
    ['en', 'when does the kitchen close'],
    ['en', 'is the restaurant open today'],
    ['es', '¿Está abierta la piscina?'],
    ['es', '¿A qué hora cierra la terraza?'],
    ['es', '¿abre el restaurante mañana?'],
  ])('and a part’s is one: %s: %s', (language, question) => {
    expect(days(question, language)).toBeUndefined();
  });
});

describe('the hours in other words', () => {
  it.each<[Language, string, string[] | undefined]>([
    ['en', 'wat time u open tmrw', ['tomorrow 29/11']],
    ['en', 'will you be there on Monday?', ['weekday 30/11']],
    ['en', 'Do you see patients on Fridays?', ['weekday 4/12']],
    ['en', 'are you there?', undefined],
    ['en', 'are you open on Saturdays in May?', ['weekday 1/5']],
    ['es', 'a que hora sierran hoy', ['today 28/11']],
    ['es', '¿Estaréis el 5 de enero?', ['date 5/1']],
    ['es', '¿hasta qué hora estáis mañana?', ['tomorrow 29/11']],
    ['es', '¿Hay alguien el domingo?', ['weekday 29/11']],
    ['es', '¿Dónde estáis el domingo?', undefined],
    ['es', '¿Cómo están hoy?', undefined],
  ])('%s: %s', (language, question, meant) => {
    expect(days(question, language)).toEqual(meant);
  });
});
