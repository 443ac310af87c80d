import { expect, it } from 'vitest';
import { EVERY_DAY, type Weekday } from '../../config/opening-hours/calendar.js';
import { OpeningHours } from '../../config/opening-hours/opening-hours.js';
import type { Language } from '../../language/language.js';
import { businessNow } from './business-now.js';
import { weekdayName } from './day-names.js';
import { hoursAnswer } from './hours-answer.js';

/** Each day opens at a minute of its own, so that an answer shows whose hours it tells. */
const opens = (day: Weekday) => `${7 + day}:0${day}`;
const closes = (day: Weekday) => `${14 + day}:3${day}`;

const CAPITAL = {
  es: ['L', 'M', 'X', 'J', 'V', 'S', 'D'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
};
const OSM = CAPITAL.en;

type Write = (name: (day: Weekday) => string, language: Language) => string;
const lines = (line: (day: Weekday) => string, between = '\n') => EVERY_DAY.map(line).join(between);
const span = (day: Weekday) => `${opens(day)}–${closes(day)}`;

/** Ways of writing the same week. */
const FORMS: Record<string, Write> = {
  list: (name) => lines((day) => `- ${name(day)}: ${span(day)}`),
  'bold list': (name) => lines((day) => `- **${name(day)}** ${opens(day)} - ${closes(day)}`),
  lines: (name) => lines((day) => `${name(day)} ${span(day)} h`),
  'one sentence': (name) => `${lines((day) => `${name(day)} ${span(day)}`, '; ')}.`,
  commas: (name) => `${lines((day) => `${name(day)} ${span(day)}`, ', ')}.`,
  sentences: (name, language) =>
    lines(
      (day) =>
        language === 'es'
          ? `El ${name(day)} abrimos de ${opens(day)} a ${closes(day)}.`
          : `On ${name(day)} we are open from ${opens(day)} to ${closes(day)}.`,
      ' ',
    ),
  headings: (name) => lines((day) => `## ${name(day)}\n\n${span(day)}`, '\n\n'),
  labels: (name) => lines((day) => `**${name(day)}**\n\n${span(day)}`, '\n\n'),
  abbreviations: (_, language) => lines((day) => `- ${CAPITAL[language][day - 1]}: ${span(day)}`),
  rows: (name) => `| | |\n|---|---|\n${lines((day) => `| ${name(day)} | ${span(day)} |`)}`,
  columns: (name) =>
    `|${lines((day) => ` ${name(day)} |`, '')}\n|${lines(() => '---|', '')}\n|${lines((day) => ` ${span(day)} |`, '')}`,
};

const ASKED = {
  es: [(name: string) => `¿Abren el ${name}?`, (name: string) => `a que hora cierran los ${name}`],
  en: [(name: string) => `Are you open on ${name}?`, (name: string) => `${name} opening hours`],
};

/** Every hour of a week, with the clocks going back in it. */
const WEEK = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 9, 22 + day, 9, 17));

function expectOnly(text: string | undefined, day: Weekday, where: string): void {
  for (const other of EVERY_DAY) {
    const told = [opens(other), closes(other)].map((time) => !!text?.match(`(?<!\\d)${time}`));
    expect([where, other, told, text]).toEqual([
      where,
      other,
      [other === day, other === day],
      text,
    ]);
  }
}

it.each(Object.entries(FORMS))("tells the asked day's hours and no other's: %s", (form, write) => {
  for (const language of ['es', 'en'] as const) {
    const name = (day: Weekday) => weekdayName(day, language);
    const text = write(name, language);
    const sections = [
      { title: language === 'es' ? 'Horario' : 'Opening hours', section: '', text },
    ];
    for (const ask of ASKED[language])
      for (const day of EVERY_DAY) {
        const question = ask(name(day));
        const now = businessNow(WEEK[day % 7], 'Europe/Madrid');
        expectOnly(
          hoursAnswer({ question, language, now, sections })?.text,
          day,
          `${form} ${question}`,
        );
      }
    const relative =
      language === 'es' ? ['¿Abren hoy?', '¿Abren mañana?'] : ['open today?', 'open tomorrow?'];
    for (const [ahead, question] of relative.entries())
      for (const at of WEEK) {
        const now = businessNow(at, 'America/Bogota');
        const day = ((now.weekday - 1 + ahead) % 7) + 1;
        const answer = hoursAnswer({ question, language, now, sections });
        // Where it is shut already, the next morning follows under a line of its own.
        const [today] = (answer?.text ?? '').split(/\n\n(?:Ahora está cerrado|We are closed now)/);
        expectOnly(today.replace(/(?:cierra a la|close at).*/, ''), day, `${form} ${question}`);
      }
  }
});

it("tells the asked day's hours from the setting", () => {
  const setting = new OpeningHours(
    EVERY_DAY.map((day) => `${OSM[day - 1]} ${opens(day)}-${closes(day)}`).join('; '),
  );
  for (const language of ['es', 'en'] as const)
    for (const ask of ASKED[language])
      for (const day of EVERY_DAY) {
        const question = ask(weekdayName(day, language));
        const now = businessNow(WEEK[0], 'Europe/Madrid');
        expectOnly(
          hoursAnswer({ question, language, now, setting, sections: [] })?.text,
          day,
          question,
        );
      }
});
