import { describe, it } from 'vitest';
import { askText } from '../../../../test/support/time/business-hours.js';
import { expectParts } from '../../../../test/support/parts.js';

const TABLE = `| Día | Horario |
| --- | --- |
| Lunes a jueves | 9:00–13:00, 16:00–20:00 |
| Viernes | 9:00–15:00 |
| Sábado | 10:00–13:30 |
| Domingo | cerrado |`;

const LIST = `- Monday to Thursday: 9 am – 5 pm
- Friday: 9 am – 3 pm
- Saturday: 10 am – 1:30 pm
- Sunday: closed
- 24 December: 9 am – noon
- Bank holidays: closed`;

const LINES = `L-J 9h-18h
V 9h-15h
S 10.00 - 13.30
D cerrado`;

const PROSE =
  'Abrimos de lunes a jueves de 9 a 18. Los viernes, de 9 a 15; los sábados, de 10 a 13:30. ' +
  'Los domingos cerramos. En agosto abrimos de lunes a viernes de 8 a 14.';

const COLUMNS = `| | Mon–Fri | Sat | Sun |
| --- | --- | --- | --- |
| Open | 9:00–18:00 | 10:00–13:30 | closed |`;

const BY_PART = `| Day | Morning | Afternoon |
| --- | --- | --- |
| Mon - Thu | 9:00 – 13:00 | 16:00 – 20:00 |
| Fri | 9:00 – 13:00 | closed |
| Sat | 10:00 – 13:30 | – |`;

describe('what a document says of the asked day, in its own words', () => {
  it.each<[string, string, string[], string[]]>([
    [
      '¿Abren hoy?',
      TABLE,
      [
        'Hoy es sábado:',
        '| Día | Horario |',
        '10:00–13:30',
        'Ahora está abierto y cierra a las 13:30.',
      ],
      ['9:00', 'cerrado |'],
    ],
    ['¿Abrís mañana?', TABLE, ['Mañana es domingo:', '| Domingo | cerrado |'], ['13:30', 'Ahora']],
    [
      '¿A qué hora abren el martes?',
      TABLE,
      ['Martes:', '| Lunes a jueves | 9:00–13:00, 16:00–20:00 |'],
      ['Viernes', 'Sábado'],
    ],
    [
      '¿Abren viernes y sábado?',
      TABLE,
      ['Viernes:', '9:00–15:00', 'Sábado:', '10:00–13:30'],
      ['Domingo', 'Lunes'],
    ],
    [
      'Are you open today?',
      LIST,
      ['Today is Saturday:', '10 am – 1:30 pm', 'We are open now and close at 13:30.'],
      ['5 pm', '3 pm'],
    ],
    [
      'Are you open on Wednesday?',
      LIST,
      ['- Monday to Thursday: 9 am – 5 pm'],
      ['Friday', 'Sunday'],
    ],
    [
      'Are you open on Dec 24?',
      LIST,
      ['December 24 is a Thursday:', '- 24 December: 9 am – noon'],
      ['5 pm'],
    ],
    [
      'Are you open on Dec 23?',
      LIST,
      ['December 23 is a Wednesday:', 'Monday to Thursday', 'Bank holidays: closed'],
      ['noon', 'Friday'],
    ],
    ['Are you open on bank holidays?', LIST, ['- Bank holidays: closed'], ['Monday', '5 pm']],
    ['Are you open on Christmas Eve?', LIST, ['- 24 December: 9 am – noon'], ['Monday', '5 pm']],
    [
      'Are you open this weekend?',
      LIST,
      ['Saturday:', '1:30 pm', 'Sunday:', 'closed'],
      ['5 pm', '3 pm'],
    ],
    ['¿Abren mañana?', LINES, ['Mañana es domingo:', 'D cerrado'], ['18h', '13.30']],
    [
      '¿Abren hoy?',
      LINES,
      ['S 10.00 - 13.30', 'Ahora está abierto y cierra a las 13:30.'],
      ['18h', '15h'],
    ],
    ['¿Abren el viernes?', LINES, ['V 9h-15h'], ['18h', '13.30']],
    ['¿Abren hoy?', PROSE, ['los sábados, de 10 a 13:30'], ['viernes', 'agosto', 'domingos']],
    ['¿Abren mañana?', PROSE, ['Los domingos cerramos.'], ['13:30', 'agosto']],
    ['¿Abren el lunes?', PROSE, ['Abrimos de lunes a jueves de 9 a 18.'], ['viernes', 'agosto']],
    [
      '¿Abren el lunes 9 de agosto?',
      PROSE,
      ['9 de agosto es lunes', 'En agosto abrimos de lunes a viernes de 8 a 14.'],
      ['viernes, de 9'],
    ],
    [
      'Are you open tomorrow?',
      COLUMNS,
      ['Tomorrow is Sunday:', '| Sun |', 'closed'],
      ['13:30', '18:00'],
    ],
    ['Are you open today?', COLUMNS, ['| Sat |', '10:00–13:30', 'We are open now'], ['18:00']],
    [
      'Are you open on Friday?',
      BY_PART,
      ['| Day | Morning | Afternoon |', '| Fri | 9:00 – 13:00 | closed |'],
      ['16:00', '13:30'],
    ],
    ['Are you open today?', BY_PART, ['| Sat | 10:00 – 13:30 | – |'], ['16:00']],
    [
      '¿Abren mañana?',
      'Abrimos todos los días de 9:00 a 21:00.',
      ['Mañana es domingo:', '9:00 a 21:00'],
      [],
    ],
    ['¿Abren mañana?', 'Abierto 24/7, todos los días.', ['24/7'], []],
    [
      '¿Abren el sábado?',
      '**Entre semana**: 8:00–17:00\n\n**Fines de semana**: 10:00–14:00',
      ['Sábado:', '10:00–14:00'],
      ['17:00'],
    ],
    ['Open on Sunday?', 'Weekdays 8–17, weekends 10–14', ['weekends 10–14'], ['8–17']],
    [
      'Are you open on Monday?',
      'Tue–Sun: 10:00–22:00. Closed on Mondays.',
      ['Monday:', 'Closed on Mondays.'],
      ['22:00'],
    ],
    [
      '¿Abren el miércoles?',
      'De lunes a sábado, excepto miércoles, de 9:00 a 20:00. Miércoles: de 16:00 a 20:00.',
      ['Miércoles:', '16:00 a 20:00'],
      ['9:00'],
    ],
    [
      '¿Abren el domingo?',
      '## Sábado\n\n9:00–14:00\n\n## Domingo\n\n10:00–13:00',
      ['**Domingo**', '10:00–13:00'],
      ['9:00', '14:00'],
    ],
    [
      '¿Abren el domingo?',
      'Sábado:\n\n- 9:00–14:00\n\nDomingo:\n\n- 10:00–13:00',
      ['Domingo:', '10:00–13:00'],
      ['9:00', '14:00'],
    ],
  ])('%s %#', (question, text, has, hasNot) => {
    const said = askText(question, text);
    expectParts(said, has, hasNot);
  });
});
