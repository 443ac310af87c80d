import { describe, expect, it } from 'vitest';
import { factAsked } from './fact-kind.js';

describe('the kind of fact that a question asks for', () => {
  it.each([
    [
      '¿A qué hora pasa el último autobús?',
      'El último sale a las 23.',
      'El autobús 3 para en la puerta.',
    ],
    [
      'what time does the museum shop close?',
      'It closes at 6 pm.',
      'We are above the museum shop, €4.20.',
    ],
    ['hasta q hora sirven desayunos', 'De 7:30 a 11:00.', 'El desayuno cuesta 8 €.'],
    ['how deep is the pool?', 'It is 1.40 m deep.', 'The pool is open from 10:00 to 20:00.'],
    ['¿Cuánto mide el salón?', 'Son 12 metros de largo.', 'El salón es para 40 personas.'],
    ['how heavy is the ladder', '| Ladder | 33 lb |', '| Ladder | $12 | $20 |'],
    ['¿Cuántos meses dura el efecto?', 'Dura entre 6 y 8 meses.', 'La sesión es de 80 minutos.'],
    ['how many days does the repair take', 'Within 48 hours.', 'Repairs are done by Ana.'],
    ['How many years has she worked here?', 'For 12 years.', '| Ana Soto | Monday to Friday |'],
    ['¿Cuántas plazas tiene el grupo?', 'Como mucho ocho alumnos.', 'Los grupos son los lunes.'],
    [
      'how long does delivery take?',
      'It arrives the same day or in two days.',
      'Delivery is €3.50.',
    ],
    ['¿cuánto tarda el arreglo?', 'Media hora.', 'El arreglo se paga al recoger.'],
    ['how far is the station', 'A 10-minute walk.', 'The station is near the park.'],
    ['¿Cuántos km aguanta la batería?', 'Unos 45 km.', 'La batería cuesta desde 349 €.'],
  ])('%s', (question, told, other) => {
    const fact = factAsked(question)!;
    expect([fact(told), fact(other)]).toEqual([true, false]);
  });

  it.each([
    ['How long does delivery take?', 'Delivery takes 3 to 5 working days.'],
    ['how long is the wait', 'A couple of hours, sometimes two full days.'],
    ['how long does it take', 'About 1½ hours.'],
    ['how long does it take', 'We do it while you wait.'],
    ['¿Cuánto tarda el envío?', 'Llega en 48hs.'],
    ['how deep is the pool?', 'The pool is 140 centimetres deep.'],
    ['how far is it', 'It is 200 yards from the station.'],
    ['¿A qué hora es la clase?', 'Lunes y miércoles de 9 a 10'],
    ['what time is check-out?', 'Leave your room by 11.'],
  ])('is told: %s %s', (question, told) => {
    expect(factAsked(question)!(told)).toBe(true);
  });

  it('is read in time from whatever text', () => {
    const long = ['1.', '.', '9 ', 'a ', '1½'].map((of) => of.repeat(6000 / of.length));
    const began = performance.now();
    for (const question of ['how many tables', 'what time', 'how long is it', 'how far'])
      for (const text of long) factAsked(question)!(text);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it.each(['¿Hacéis envíos?', 'how much is it?', 'when do you open?', '¿dónde estáis?', 'hours'])(
    'is not named by "%s"',
    (question) => expect(factAsked(question)).toBeUndefined(),
  );
});
