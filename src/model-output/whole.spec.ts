import { expect, it } from 'vitest';
import { endedWhole } from './whole.js';

it.each([
  ['Abrimos a las 9:00. Los sábados abr', 'Abrimos a las 9:00. […]'],
  ['Abrimos a las 9:00. Cuesta 3.', 'Abrimos a las 9:00. […]'],
  ['Abrimos a las 9:00. Pregunta por la Sra. Gar', 'Abrimos a las 9:00. […]'],
  ['El pan es de hoy. Con semillas, p. ej. sésamo y', 'El pan es de hoy. […]'],
  ['¿Te ayudo? ¡Claro! Mañana', '¿Te ayudo? ¡Claro! […]'],
  ['It costs 3.50 €. It is "fresh." We', 'It costs 3.50 €. It is "fresh." […]'],
  ['営業は9時です。土曜日は', '営業は9時です。 […]'],
  ['Abrimos el lunes.\n\nEl martes y', 'Abrimos el lunes. […]'],
  ['Abrimos el lunes.\n\n## Sábados\n\nLos sáb', 'Abrimos el lunes. […]'],
  ['Abrimos el lunes.\n\n*Los precios son:*\n\n- Pan', 'Abrimos el lunes. […]'],
  ['Tenemos:\n- Pan: 1 €\n- Tarta: 2', 'Tenemos:\n- Pan: 1 €\n\n[…]'],
  ['1. Pan\n2. Tarta\n3.', '1. Pan\n2. Tarta\n\n[…]'],
  [
    '| Pan | € |\n| --- | --- |\n| Bollo | 1 |\n| Ta',
    '| Pan | € |\n| --- | --- |\n| Bollo | 1 |\n\n[…]',
  ],
  ['| Pan | € |\n| --- | --- |\n| Bol', ''],
  ['Tenemos:\n- Pa', ''],
  ['Abrimos a las', ''],
  ['Escribe esto.\n```\nabre la pue', 'Escribe esto. […]'],
  ['', ''],
])('ends a cut answer at what is whole: %j', (cut, whole) => {
  expect(endedWhole(cut)).toBe(whole);
});

it('takes no more time for what is hostile', () => {
  for (const piece of ['.', '|', '*', ' ', '\n', '1.', '- ', ':', 'a. ', '")', '-'])
    for (const hostile of [
      piece.repeat(8000),
      `|${piece.repeat(8000)}a`,
      `**${piece.repeat(8000)}`,
    ]) {
      const began = performance.now();
      endedWhole(hostile);
      expect([piece, performance.now() - began < 400]).toEqual([piece, true]);
    }
});
