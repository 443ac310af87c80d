import { describe, expect, it } from 'vitest';
import { askText, SATURDAY } from '../../../../test/support/time/business-hours.js';

describe('what cannot be told by day', () => {
  it('is told whole', () => {
    const text = '- Lunes: 9:00–14:00\n- Martes: 9:00–18:00';
    expect(askText('¿Abren mañana?', text)).toBe(`Mañana es domingo:\n\n**Horario**\n\n${text}`);
    expect(askText('horario', text)).toBe(`**Horario**\n\n${text}`);
    expect(askText('¿Abren mañana?', 'Llámanos.')).toBe(
      'Mañana es domingo:\n\n**Horario**\n\nLlámanos.',
    );
  });
});

describe('whether it is open now', () => {
  const NIGHT = Date.UTC(2026, 10, 29, 0, 30);
  const SUNDAY_NIGHT = Date.UTC(2026, 10, 29, 22, 50);

  it.each<[string, number, string | undefined]>([
    ['- Sábado: 9:00–14:00', SATURDAY, 'Ahora está abierto y cierra a las 14:00.'],
    ['- Sábado: 12:00–14:00', SATURDAY, 'Ahora está cerrado.'],
    ['- Sábado: cerrado', SATURDAY, 'Ahora está cerrado.'],
    ['- Sábado: 9 a 2', SATURDAY, undefined],
    ['- Sábado: 9–12', SATURDAY, 'Ahora está abierto y cierra a las 12:00.'],
    ['- Sábado: 9 am – 2 pm', SATURDAY, 'Ahora está abierto y cierra a las 14:00.'],
    ['- Sábado: 9:00–14:00 (solo urgencias)', SATURDAY, undefined],
    ['- Sábado: desde las 9', SATURDAY, undefined],
    ['- Sábado: 9:00–20:00. Cerrado a mediodía.', SATURDAY, undefined],
    ['- Sábado: 9:00–14:00\n- Sábado en invierno: 10:00–13:00', SATURDAY, undefined],
    [
      '- Viernes y sábado: 18:00 a 3:00\n- Domingo: cerrado',
      NIGHT,
      'Ahora está abierto y cierra a las 3:00.',
    ],
    ['- Domingo: 12:00 a 18:00', NIGHT, undefined],
    [
      '- Domingo: 9:00–14:00\n- Lunes: 8:00–20:00',
      SUNDAY_NIGHT,
      'Ahora está cerrado.\n\nMañana es lunes:\n\n- Lunes: 8:00–20:00',
    ],
  ])('%s', (text, at, state) => {
    const said = askText('¿Están abiertos?', text, at);
    if (state) expect(said).toContain(state);
    else expect(said).not.toContain('Ahora');
  });
});
