import { describe, expect, it } from 'vitest';
import { askSections, askText } from '../../../../test/support/time/business-hours.js';
import { expectParts } from '../../../../test/support/parts.js';

const PROSE =
  'De septiembre a junio abrimos de lunes a jueves de 9:05 a 18:05, y los viernes de 9:05 a 15:35. ' +
  'En julio, de lunes a viernes de 8:10 a 14:10. En agosto cerramos por vacaciones.\n\n' +
  'Del 23 de diciembre al 7 de enero permanecemos cerrados.';

const LIST = `- Monday to Thursday: 9:05 – 18:05
- Friday: 9:05 – 15:35
- Saturday: 10:20 – 13:20
- Sunday and public holidays: closed
- July: Monday to Friday 8:10 – 14:10
- Saturdays in July: closed
- From 24 December to 6 January only emergencies`;

const TWO = `## Summer

From 15 June to 15 September, every day from 12:40 to 1:00.

## Winter

Tuesday to Sunday from 12:50 to 23:30. Closed on Mondays.`;

const HOLY = `We see patients from Monday to Friday, from 9:05 to 18:05.

We are closed on 1 May, and on the Thursday and Friday of Holy Week.`;

describe('the hours of a part of the year', () => {
  it.each<[string, string, string[], string[]]>([
    ['¿Abrís el martes?', PROSE, ['9:05 a 18:05'], ['15:35', '8:10', 'agosto', 'enero']],
    ['¿Abrís los viernes?', PROSE, ['9:05 a 15:35'], ['18:05', '8:10', 'agosto']],
    ['¿Abrís el 9 de julio?', PROSE, ['8:10 a 14:10'], ['9:05', 'agosto']],
    ['¿Cuál es el horario de julio?', PROSE, ['8:10 a 14:10'], ['9:05', 'agosto']],
    ['¿Abren en agosto?', PROSE, ['En agosto cerramos'], ['9:05', '8:10']],
    ['¿Abren el 12 de agosto?', PROSE, ['En agosto cerramos'], ['9:05', '8:10']],
    ['¿Abren el 31 de diciembre?', PROSE, ['permanecemos cerrados'], ['9:05']],
    ['¿Abren el 2 de enero?', PROSE, ['permanecemos cerrados'], ['9:05']],
    ['¿Abren el 8 de enero?', PROSE, ['9:05 a 15:35'], ['permanecemos', '18:05']],
    ['Are you open on Saturdays in July?', LIST, ['Saturdays in July: closed'], ['10:20', '8:10']],
    ['Are you open on Tuesdays in July?', LIST, ['8:10 – 14:10'], ['9:05', '10:20']],
    ['Are you open on Jan 3?', LIST, ['only emergencies'], ['9:05', '10:20']],
    ['Are you there on December 28?', LIST, ['only emergencies'], ['9:05', '10:20']],
    ['Are you open on January 7?', LIST, ['9:05 – 18:05'], ['15:35', 'emergencies']],
    ['Are you open today?', TWO, ['12:50 to 23:30'], ['12:40', 'Mondays']],
    ['Are you open on Monday?', TWO, ['Closed on Mondays.'], ['12:40', '12:50']],
    ['Are you open on August 2?', TWO, ['12:40 to 1:00'], ['12:50', 'Mondays']],
    ['Are you open in summer?', TWO, ['12:40 to 1:00'], ['12:50']],
    ['Are you open on Monday?', HOLY, ['9:05 to 18:05'], ['Holy Week']],
    ['Are you open on May 1?', HOLY, ['closed on 1 May'], ['9:05']],
  ])('%s %#', (question, text, has, hasNot) => {
    const said = askText(question, text);
    expectParts(said, has, hasNot);
  });

  it('is uncertain on a weekday that the season does not name', () => {
    const text =
      '- Saturday: 10:20–13:20\n\nIn November we open from Monday to Friday, 8:10–14:10.';
    const said = askText('Are you open today?', text);
    expect(said).toMatch(/10:20[^]*In November/);
    expect(said).not.toContain('We are open');
  });

  it('adds what is said of holidays where today may be one', () => {
    const text = '- Monday to Friday: 9:05–18:05\n- Public holidays: closed';
    const said = askText('Are you open today?', text, Date.UTC(2026, 11, 25, 11));
    expect(said).toContain('Public holidays: closed');
    expect(said).not.toContain('We are open');
  });
});

describe('a week without a heading that names hours', () => {
  const contact = (section: string, text: string) =>
    askSections('Are you open on Tuesday?', [{ title: 'Casa Nora', section, text }])?.text;
  const WEEK = 'Mon-Fri 8:15-17:45, Sat-Sun 10:25-13:55. Phone +1 202 555 0123.';

  it('is the business’s', () => {
    for (const section of ['', 'Visit us', 'When to find us']) {
      expect(contact(section, WEEK)).toContain('Mon-Fri 8:15-17:45');
      expect(contact(section, WEEK)).not.toContain('10:25');
    }
  });

  it('is the business’s as a table, whatever its column is called', () => {
    const rows = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
      .map((day, at) => `| ${day} | ${at + 6}:05–19:3${at} |`)
      .join('\n');
    const week = contact('When to find us', `| Day | Desk |\n| --- | --- |\n${rows}`);
    expect(week).toContain('7:05–19:31');
    expect(week).not.toContain('8:05');
  });

  it('is not where something else is named, or only some days are', () => {
    expect(contact('Breakfast', WEEK)).toBeUndefined();
    expect(contact('Visit us', 'Courier: Mon-Sun 8:15-17:45.')).toBeUndefined();
    expect(contact('', 'Closed on Sundays and on 25 December.')).toBeUndefined();
  });
});

describe('exceptions in a section beside the hours', () => {
  const part = (section: string, text: string) => ({ title: 'Casa Nora', section, text });
  const sections = [
    part('Opening hours', 'Monday to Saturday: 10:05–20:35. Closed on Sundays.'),
    part('Christmas', 'Dec 24 and 31: 10:05–15:15. Closed on Dec 25-26 and from Jan 1 to 6.'),
    part('Courses', 'From 24 to 26 December, 18:00–19:00.'),
  ];
  const ask = (question: string, at?: number) => askSections(question, sections, at)?.text;

  it.each<[string, string[]]>([
    ['Are you open on Dec 24?', ['10:05–15:15']],
    ['Are you open on the 26th of December?', ['Closed on Dec 25-26']],
    ['Are you open on Jan 4?', ['from Jan 1 to 6']],
    ['What are your Christmas hours?', ['10:05–15:15', 'Closed on Dec 25-26']],
  ])('are told: %s', (question, has) => {
    const said = ask(question);
    for (const one of has) expect(said).toContain(one);
    expect(said).not.toMatch(/20:35|18:00/);
  });

  it('count for whether it is open now', () => {
    const said = ask('Are you open now?', Date.UTC(2026, 11, 24, 17));
    expect(said).toContain('10:05–15:15');
    expect(said).not.toContain('We are open now');
  });
});
