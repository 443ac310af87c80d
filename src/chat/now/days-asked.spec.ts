import { describe, expect, it } from 'vitest';
import { NOW, shortly } from '../../../test/support/time/business-hours.js';
import type { Language } from '../../language/language.js';
import { daysAsked } from './days-asked.js';

describe('the days that any question speaks of', () => {
  it.each<[Language, string, string[]]>([
    ['en', 'Do you deliver tomorrow?', ['tomorrow 29/11']],
    ['en', 'Can I book for Friday evening?', ['weekday 4/12']],
    ['en', 'Is breakfast served on Dec 25?', ['date 25/12']],
    ['en', 'Do you deliver at Christmas, on the 24th?', ['date 24/12']],
    ['es', '¿Hay pan en Reyes, el 5?', ['date 5/1']],
    ['en', 'A table in the sun, please', []],
    ['en', 'Do you have a sundae?', []],
    ['en', 'May I pay by card?', []],
    ['en', 'Do you have it now?', []],
    ['es', '¿Hacéis envíos pasado mañana?', ['dayAfterTomorrow 30/11']],
    ['es', '¿Hay menú los martes y jueves?', ['weekday 1/12', 'weekday 3/12']],
    ['es', '¿Repartís por la mañana?', []],
    ['es', 'habitación con vistas, ¿se ve el mar?', []],
    ['es', '¿Hay pan hoy?', ['today 28/11']],
    ['es', '¿Qué me recomiendas?', []],
  ])('%s: %s', (language, question, days) => {
    expect(daysAsked(question, language, NOW).map(shortly)).toEqual(days);
  });
});
