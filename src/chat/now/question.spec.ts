import { describe, expect, it } from 'vitest';
import { NOW, shortly } from '../../../test/support/time/business-hours.js';
import type { Language } from '../../language/language.js';
import { hoursQuestion } from './question.js';

/** What is asked, in short. */
function asked(question: string, language: Language, previous?: string): string | undefined {
  const found = hoursQuestion({ question, language, now: NOW, previous });
  if (!found) return undefined;
  const { days, general, now, part, time, holiday, season, yesOrNo } = found;
  const clock = time && `at ${time.minutes / 60}${time.sure ? '' : '?'}`;
  const feast = holiday && `holiday ${holiday.name ?? 'any'}`;
  const parts = [general && 'all', ...days.map(shortly), now && 'now', part, clock, feast, season];
  return [...parts, yesOrNo && 'yes/no'].filter(Boolean).join(', ');
}

describe('a question about the hours, in Spanish', () => {
  it.each([
    ['¿Abrís mañana?', 'tomorrow 29/11, yes/no'],
    ['abren hoy', 'today 28/11, yes/no'],
    ['¿Están abiertos?', 'today 28/11, now, yes/no'],
    ['estan abiertos ahora?', 'today 28/11, now, yes/no'],
    ['¿Ya abrieron?', 'today 28/11, now, yes/no'],
    ['¿A qué hora cierran?', 'today 28/11'],
    ['¿A qué hora abrís el domingo?', 'weekday 29/11'],
    ['¿Hasta qué hora están abiertos hoy?', 'today 28/11'],
    ['hasta q hora abren', 'today 28/11'],
    ['¿Desde qué hora atienden los lunes?', 'weekday 30/11'],
    ['horario', 'all'],
    ['¿Cuál es vuestro horario?', 'all'],
    ['Buenas, ¿me podrías decir el horario de apertura, por favor?', 'all'],
    ['¿Qué horario tienen el fin de semana?', 'weekday 28/11, weekday 29/11'],
    ['¿Abren los sábados por la tarde?', 'weekday 28/11, afternoon, yes/no'],
    ['¿Abrís por la tarde?', 'all, afternoon, yes/no'],
    ['¿Abren mañana por la mañana?', 'tomorrow 29/11, morning, yes/no'],
    ['¿Abrís esta noche?', 'today 28/11, night, yes/no'],
    ['¿Cierran a mediodía?', 'all, noon'],
    ['¿Está abierto a las 9 de la noche?', 'today 28/11, at 21, yes/no'],
    ['¿Abren a las 8?', 'today 28/11, at 8?, yes/no'],
    ['¿El viernes a las ocho y media están abiertos?', 'weekday 4/12, at 8?, yes/no'],
    ['¿Abrís pasado mañana?', 'dayAfterTomorrow 30/11, yes/no'],
    ['¿Abren el 24 de diciembre?', 'date 24/12, yes/no'],
    ['¿Abren el 1 de noviembre?', 'date 1/11, yes/no'],
    ['¿Qué horario hacéis el 25/12?', 'date 25/12'],
    ['¿Abrís el jueves 24 de diciembre?', 'date 24/12, yes/no'],
    ['¿Abren en Navidad?', 'holiday navidad, yes/no'],
    ['¿Abrís en Nochebuena?', 'holiday nochebuena, yes/no'],
    ['¿Abren los festivos?', 'holiday any, yes/no'],
    ['¿Atienden los feriados?', 'holiday any'],
    ['¿Abren el Viernes Santo?', 'viernes santo, yes/no'],
    ['¿Abren todos los días?', 'all, yes/no'],
    ['¿Qué días abren?', 'all'],
    ['¿Qué día cierran?', 'all'],
    [
      '¿Abren entre semana?',
      'weekday 30/11, weekday 1/12, weekday 2/12, weekday 3/12, weekday 4/12, yes/no',
    ],
    ['¿Van a abrir el próximo sábado?', 'weekday 5/12, yes/no'],
    ['¿abren el sabado que viene?', 'weekday 5/12, yes/no'],
    ['aver si abren el savado', 'weekday 28/11, yes/no'],
    ['abren el savado?', 'weekday 28/11, yes/no'],
    ['serrado mañana?', 'tomorrow 29/11'],
    ['abren miercoles o jueves', 'weekday 2/12, weekday 3/12, yes/no'],
    ['¿Abren de lunes a miércoles?', 'weekday 30/11, weekday 1/12, weekday 2/12, yes/no'],
    ['¿Trabajan el domingo?', 'weekday 29/11'],
    ['¿Puedo pasar mañana?', 'tomorrow 29/11'],
    ['Hola, una consulta: ¿la tienda abre hoy?', 'today 28/11, yes/no'],
    ['¿abrís dom?', 'weekday 29/11, yes/no'],
    ['are you open tomorrow?', 'tomorrow 29/11, yes/no'],
    ['¿Abren los domingos y festivos?', 'weekday 29/11, holiday any, yes/no'],
    ['¿Abren el 24?', 'date 24/12, yes/no'],
    ['¿Abrís la semana que viene?', 'all, yes/no'],
    ['¿Siguen abiertos?', 'today 28/11, now, yes/no'],
  ])('%s', (question, meant) => {
    expect(asked(question, 'es')).toBe(meant);
  });
});

describe('a question about the hours, in English', () => {
  it.each([
    ['Are you open today?', 'today 28/11, yes/no'],
    ['are you open', 'today 28/11, now, yes/no'],
    ['Are you still open?', 'today 28/11, now, yes/no'],
    ['r u open now', 'today 28/11, now, yes/no'],
    ['What time do you close?', 'today 28/11'],
    ['what time do u close tonight?', 'today 28/11, night'],
    ['When do you open tomorrow?', 'tomorrow 29/11'],
    ['Until when are you open on Fridays?', 'weekday 4/12'],
    ['How late are you open today?', 'today 28/11'],
    ['hours', 'all'],
    ['opening hours', 'all'],
    ["Hi! What's your schedule?", 'all'],
    ['What are your opening hours on Sunday?', 'weekday 29/11'],
    ['Are you open on weekends?', 'weekday 28/11, weekday 29/11, yes/no'],
    ['are you open this weekend', 'weekday 28/11, weekday 29/11, yes/no'],
    ['Are you open Saturday evening?', 'weekday 28/11, evening, yes/no'],
    ['Do you close for lunch?', 'all, noon'],
    ['Do you close at noon?', 'today 28/11, at 12'],
    ['Are you open at 8 pm?', 'today 28/11, at 20, yes/no'],
    ['Are you open at 8?', 'today 28/11, at 8?, yes/no'],
    ['Are you open on Monday at 19:30?', 'weekday 30/11, at 19.5, yes/no'],
    ['Are you open the day after tomorrow?', 'dayAfterTomorrow 30/11, yes/no'],
    ['Are you open on Dec 25?', 'date 25/12, yes/no'],
    ['Are you open on December 24th?', 'date 24/12, yes/no'],
    ['are you open 12/26', 'date 26/12, yes/no'],
    ['Are you open on Christmas Eve?', 'holiday christmas eve, yes/no'],
    ['Are you open on bank holidays?', 'holiday any, yes/no'],
    ['Are you open on Thanksgiving?', 'thanksgiving, yes/no'],
    ['Are you closed on Mondays?', 'weekday 30/11'],
    ['Which days are you closed?', 'all'],
    ['Are you open every day?', 'all, yes/no'],
    ['Is the shop open this Friday?', 'weekday 4/12, yes/no'],
    ['Will you be open next Saturday?', 'weekday 5/12, yes/no'],
    ['are you opne tomorow', 'tomorrow 29/11, yes/no'],
    ['open satuday?', 'weekday 28/11, yes/no'],
    ['what tiem do you close', 'today 28/11'],
    ['Do you work on Sundays?', 'weekday 29/11'],
    ['Can I come by tomorrow?', 'tomorrow 29/11'],
    ['open sat?', 'weekday 28/11, yes/no'],
    [
      'Good morning, quick question: are you guys open right now? Thanks!',
      'today 28/11, now, yes/no',
    ],
    ['are you open on the 31st?', 'date 31/12, yes/no'],
    ['are you open on Monday the 30th?', 'date 30/11, yes/no'],
    ['open rn?', 'today 28/11, now, yes/no'],
    ['hours of operation', 'all'],
    ['¿abrís mañana?', 'tomorrow 29/11, yes/no'],
  ])('%s', (question, meant) => {
    expect(asked(question, 'en')).toBe(meant);
  });
});

describe('another question', () => {
  it.each<[Language, string]>([
    ['en', 'Do you deliver tomorrow?'],
    ['en', 'Is breakfast served on Sunday?'],
    ['en', 'Is the terrace open?'],
    ['en', 'Can I book for Saturday?'],
    ['en', 'What time does the kitchen close?'],
    ['en', 'How do I open it?'],
    ['en', 'Why are you closed today?'],
    ['en', 'Are you close to the station?'],
    ['en', 'What time is it?'],
    ['en', 'Is it close?'],
    ['en', 'Can I open an account today?'],
    ['en', 'Do you have fresh bread on Mondays?'],
    ['en', 'Are you open? And how much is a croissant?'],
    ['en', 'Thank you!'],
    ['es', '¿Hacéis envíos mañana?'],
    ['es', '¿A qué hora sirven el desayuno el domingo?'],
    ['es', '¿Está abierta la terraza?'],
    ['es', '¿Puedo reservar para el sábado?'],
    ['es', '¿Qué hora es?'],
    ['es', '¿Por qué cerrasteis ayer?'],
    ['es', '¿A qué hora cierra la cocina?'],
    ['es', 'Buenos días'],
    ['es', '¿Puedo pasar a recoger el pedido mañana?'],
    ['es', '¿Trabajan con tarjeta?'],
    ['es', 'mañana'],
  ])('%s: %s', (language, question) => {
    expect(asked(question, language)).toBeUndefined();
  });
});

describe('a question that goes on with the one before', () => {
  it.each<[Language, string, string, string | undefined]>([
    ['es', '¿Abrís hoy?', '¿Y mañana?', 'tomorrow 29/11'],
    ['es', '¿A qué hora abrís el lunes?', '¿y los festivos?', 'holiday any'],
    ['en', 'Are you open today?', 'and on Sunday?', 'weekday 29/11'],
    ['en', 'What are your hours?', 'What about Dec 24?', 'date 24/12'],
    ['en', 'Do you deliver today?', 'and on Sunday?', undefined],
    ['en', 'Are you open today?', 'Thanks!', undefined],
    ['en', 'Are you open today?', 'And the terrace?', undefined],
  ])('%s: %s … %s', (language, previous, question, meant) => {
    expect(asked(question, language, previous)).toBe(meant);
  });

  it('is read by itself where it is an answer in itself', () => {
    const names = ['Panadería Nube'];
    const ask = (question: string) => hoursQuestion({ question, language: 'es', now: NOW, names });
    expect(ask('¿La panadería abre hoy?')).toBeDefined();
    expect(ask('¿La cocina abre hoy?')).toBeUndefined();
  });
});

describe('who asks to come, whatever for', () => {
  const day = (question: string, language: Language) =>
    hoursQuestion({ question, language, now: NOW, coming: true })?.days.map(shortly).join();

  it.each<[Language, string, string | undefined]>([
    ['es', '¿Puedo pasar a recoger el pedido mañana?', 'tomorrow 29/11'],
    ['es', '¿el domingo podemos ir con los niños?', 'weekday 29/11'],
    ['es', 'llego el domingo a las 3, ¿habrá alguien en recepción?', 'weekday 29/11'],
    ['en', 'Could we drop by on 24 December for the hamper?', 'date 24/12'],
    ['en', 'Can I just walk in tomorrow without booking?', 'tomorrow 29/11'],
    ['es', '¿Puedo ir con mi perro?', undefined],
    ['es', '¿Cuánto cuesta el taller del domingo?', undefined],
  ])('%s: %s', (language, question, meant) => expect(day(question, language)).toBe(meant));
});
