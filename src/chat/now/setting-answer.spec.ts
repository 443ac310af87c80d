import { describe, expect, it } from 'vitest';
import { OpeningHours } from '../../config/opening-hours/opening-hours.js';
import { type Language } from '../../language/language.js';
import { businessNow } from './business-now.js';
import { hoursAnswer } from './hours-answer.js';

const HOURS =
  'Mo-Fr 07:30-14:00,17:00-20:00; Sa 08:00-20:00; Su 09:00-14:00; PH off; ' +
  'Dec 24,31 08:00-15:00; Dec 5 10:00-12:00';

const SATURDAY = '2026-11-28T10:05';
const SUNDAY_NIGHT = '2026-11-29T23:50';

function answer(question: string, language: Language, at = SATURDAY, hours = HOURS) {
  const now = businessNow(Date.parse(`${at}:00+01:00`), 'Europe/Madrid');
  const setting = new OpeningHours(hours);
  return hoursAnswer({ question, language, now, setting, sections: [] })?.text;
}

describe('the answer from the setting', () => {
  it.each<[Language, string, string]>([
    ['es', '¿Abrís mañana?', 'Sí, mañana, domingo, abrimos de 9:00 a 14:00.'],
    ['es', '¿A qué hora abren el lunes?', 'El lunes abrimos de 7:30 a 14:00 y de 17:00 a 20:00.'],
    [
      'es',
      '¿Abren hoy?',
      'Sí, hoy, sábado, abrimos de 8:00 a 20:00. Ahora está abierto y cierra a las 20:00.',
    ],
    ['es', '¿Abren el domingo por la tarde?', 'No, el domingo abrimos de 9:00 a 14:00.'],
    ['es', '¿Abren los festivos?', 'No, los días festivos está cerrado.'],
    [
      'es',
      '¿Abren los domingos y festivos?',
      'El domingo abrimos de 9:00 a 14:00.\nLos días festivos está cerrado.',
    ],
    ['es', '¿Abren en Nochebuena?', 'Sí, el jueves, 24 de diciembre, abrimos de 8:00 a 15:00.'],
    [
      'es',
      '¿Abren el próximo sábado?',
      'El sábado, 5 de diciembre, abrimos de 10:00 a 12:00.\nEl sábado abrimos de 8:00 a 20:00.',
    ],
    [
      'en',
      'are you open today?',
      'Yes, today, Saturday, we are open from 8:00 to 20:00. We are open now and close at 20:00.',
    ],
    [
      'en',
      'Are you open on Monday at 3 pm?',
      'No, on Monday we are open from 7:30 to 14:00 and from 17:00 to 20:00.',
    ],
    [
      'en',
      'Are you open on Monday at 6?',
      'On Monday we are open from 7:30 to 14:00 and from 17:00 to 20:00.',
    ],
    [
      'en',
      'Are you open on Dec 24?',
      'Yes, on Thursday, December 24, we are open from 8:00 to 15:00.',
    ],
    ['en', 'Are you closed on Sundays?', 'On Sunday we are open from 9:00 to 14:00.'],
    [
      'en',
      'Are you open this weekend?',
      'On Saturday we are open from 8:00 to 20:00.\nOn Sunday we are open from 9:00 to 14:00.',
    ],
  ])('%s: %s', (language, question, said) => {
    expect(answer(question, language)).toBe(said);
  });

  it('tells all of it to who asks for the hours', () => {
    expect(answer('hours', 'en')).toBe(
      [
        '- Monday to Friday: 7:30–14:00, 17:00–20:00',
        '- Saturday: 8:00–20:00',
        '- Sunday: 9:00–14:00',
        '- On public holidays: closed',
        '- December 24 and December 31: 8:00–15:00',
        '- December 5: 10:00–12:00',
        '',
        'We are open now and close at 20:00.',
      ].join('\n'),
    );
  });

  it.each<[Language, string]>([
    ['en', 'what time do you close?'],
    ['en', 'until what time are you there'],
    ['es', '¿A qué hora abren?'],
    ['es', '¿hasta qué hora atendéis?'],
  ])('tells today first and then the week to who names no day: %s: %s', (language, question) => {
    const [today, week] = answer(question, language)!.split('\n\n');
    expect(today).toMatch(/^(Today, Saturday, we are|Hoy, sábado, abrimos).* 8:00 (to|a) 20:00\./);
    expect(week).toMatch(/^- (Monday to Friday|Lunes a viernes): 7:30–14:00, 17:00–20:00\n/);
    expect(week).toMatch(/\n- (Sunday|Domingo): 9:00–14:00\n/);
  });

  it('says at night when it opens next', () => {
    expect(answer('¿Están abiertos?', 'es', SUNDAY_NIGHT)).toBe(
      'No, hoy, domingo, abrimos de 9:00 a 14:00. Ahora está cerrado. Mañana, lunes, abrimos a las 7:30.',
    );
    expect(answer('¿Abrís mañana?', 'es', SUNDAY_NIGHT)).toMatch(
      /^Sí, mañana, lunes, abrimos de 7:30/,
    );
    expect(answer('are you open now?', 'en', '2026-11-28T07:10')).toMatch(
      /^No, .* We are closed now\. Today, Saturday, we open at 8:00\.$/,
    );
  });

  it('says one o’clock as one says it', () => {
    expect(answer('¿están abiertos?', 'es', SATURDAY, 'Mo-Su 09:00-25:00')).toContain(
      'cierra a la 1:00',
    );
  });

  it('claims nothing of a holiday that is not set', () => {
    expect(answer('¿Abren en Navidad?', 'es', SATURDAY, 'Mo-Su 09:00-14:00')).toBeUndefined();
    expect(answer('Are you open at Easter?', 'en')).toBeUndefined();
  });
});
