import { describe, expect, it } from 'vitest';
import { expectParts } from '../../../test/support/parts.js';
import { aDocument, MemoryDocuments } from '../../../test/support/stores/memory/documents.js';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import { languageOf } from '../../language/language.js';
import { BusinessTime } from './business-time.js';
import { OpeningTimes } from './opening-times.js';

/** Thursday, 3 December 2026, 11:20 in Lisbon. */
const THURSDAY = Date.UTC(2026, 11, 3, 11, 20);

function times(documents: Record<string, string>, openingHours?: string): OpeningTimes {
  const kept = Object.entries(documents).map(([title, text]) => aDocument(title, text));
  const clock = new SetClock(THURSDAY);
  const current = async () => ({ timeZone: 'Europe/Lisbon', openingHours });
  const knowledge = new KnowledgeService(new MemoryDocuments(kept), clock);
  const config = { current } as unknown as BotConfigService;
  return new OpeningTimes(knowledge, new BusinessTime(clock, config));
}

async function ask(of: OpeningTimes, text: string, previous?: string): Promise<string | undefined> {
  const asked = { text, previous, language: languageOf(text), names: ['Nora'] };
  return (await of.answer(asked))?.text;
}

const SPA = times({
  'Opening hours':
    '## Front desk\n\nMon–Wed 8:10–19:10\n\nThu–Sun 9:20–21:20\n\n' +
    '## Swimming pool\n\nFrom 1 May to 30 September, every day from 10:00 to 18:40.\n\n' +
    '## Juice bar\n\nTuesday to Saturday from 11:15 to 16:45. Closed on Sundays and Mondays.',
  Servicios:
    '## Sala de desayunos\n\nDe lunes a viernes de 7:05 a 10:35. Sábados y domingos de 8:25 a 11:55.\n\n' +
    '## Sauna y gimnasio\n\n- Sauna: de martes a jueves, de 16:10 a 20:10\n- Gimnasio: todos los días de 6:15 a 22:15\n\n' +
    '## Especialistas\n\nLa fisioterapeuta está los lunes y los jueves. El dietista está los viernes.',
  Sedes:
    '## Horario de las sedes\n\n| Día | Muelle | Colina |\n| --- | --- | --- |\n| Jueves y viernes | 9:05–13:05 | 10:25–20:25 |\n' +
    '| 24 de diciembre | 9:15–12:15 | cerrado |\n\n## Colina\n\nCuesta de la Colina, 3. Correo de las dos: hola@example.com',
  'Our shuttle':
    'We fetch guests from Tuesday to Saturday, from 9:35 to 12:35. There is no bus on Sundays and Mondays. Luggage is free.',
  Massages: 'A massage takes 50 minutes and costs €40. We send the invoice by mail on Fridays.',
});

describe('the hours of a part of the business', () => {
  it.each<[string, string[], string[]]>([
    ['When does the front desk close?', ['Thu–Sun 9:20–21:20'], []],
    ['When does the front desk close today?', ['Today is Thursday:', '21:20'], ['19:10']],
    ['is the front desk open on Tuesday', ['Tuesday:', 'Mon–Wed 8:10–19:10'], ['21:20']],
    ['Is the pool open now?', ['From 1 May to 30 September'], ['We are open', '11:15']],
    ['is the juice bar open tomorrow?', ['Friday', '11:15 to 16:45'], ['9:20']],
    [
      '¿a qué hora cerráis mañana en Colina?',
      ['Mañana es viernes:', '10:25–20:25'],
      ['13:05', 'Correo'],
    ],
    ['¿Abre el Muelle el 24 de diciembre?', ['9:15–12:15'], ['9:05', 'cerrado |']],
    ['Is the bar open on Monday?', ['Closed on Sundays and Mondays.'], ['11:15']],
    ['What time do you fetch guests on Sunday?', ['There is no bus on Sundays'], ['Luggage']],
    ['¿a qué hora es el desayuno el sábado?', ['Sábado:', '8:25 a 11:55'], ['7:05']],
    ['hasta q hora sirven desayunos mañana', ['Mañana es viernes:', '7:05 a 10:35'], ['8:25']],
    ['¿Está abierta la sauna ahora?', ['Sauna: de martes a jueves'], ['Gimnasio', '7:05']],
    ['¿cuándo abre el gimnasio los domingos?', ['6:15 a 22:15'], ['Sauna: ', '7:05']],
    ['¿Está la fisioterapeuta hoy?', ['Hoy es jueves:', 'los lunes y los jueves'], ['dietista']],
  ])('%s', async (question, has, hasNot) => {
    const said = await ask(SPA, question);
    expectParts(said, has, hasNot);
  });

  it.each([
    'how long does a massage take?',
    'When is my massage invoice due?',
    'What time does the cinema close?',
    'Until when can I cancel a massage?',
    '¿A qué hora llega el pedido?',
    'Do you serve breakfast?',
    '¿Estáis?',
    '¿Cómo estáis hoy?',
  ])('is not what is asked: %s', async (question) => {
    expect(await ask(SPA, question)).toBeUndefined();
  });
});

describe('the hours of several departments', () => {
  const garage = times({
    Horarios:
      '## Ventas\n\nLunes a viernes de 10:10 a 20:10. Sábados de 10:40 a 14:40.\n\n' +
      '## Taller\n\nLunes a jueves de 8:05 a 17:05, viernes de 8:05 a 15:15.',
    'Opening hours':
      '- Sales: Monday to Friday 10:10–20:10; Saturday 10:40–14:40\n- Parts: Monday to Friday 7:50–16:50',
  });

  it('are told beside each other, by name, where the business is asked for', async () => {
    const friday = await ask(garage, '¿Abrís mañana?');
    expect(friday).toBe(
      'Mañana es viernes:\n\n**Horarios · Ventas**\n\nLunes a viernes de 10:10 a 20:10.\n\n' +
        '**Horarios · Taller**\n\nviernes de 8:05 a 15:15.',
    );
    const monday = await ask(garage, 'Are you open on Monday?');
    expect(monday).toMatch(/- Sales: .*10:10[^]*- Parts: Monday to Friday 7:50–16:50/);
  });
});

describe('which hours are meant', () => {
  const office = times({
    'Our hours': 'Monday to Wednesday 9:15–17:15. Thursday and Friday 8:45–14:45. Weekends closed.',
  });

  it.each([
    'what time do you open?',
    'until what time are you there',
    'When do you close?',
    'what is your closing time?',
  ])('today and below it the week, where no day is named: %s', async (question) => {
    const said = (await ask(office, question))!;
    expect(said).toMatch(
      /^Today is Thursday:\n\nThursday and Friday 8:45–14:45\.\n\nWe are open now/,
    );
    expect(said).toMatch(
      /\*\*Our hours\*\*\n\nMonday to Wednesday 9:15–17:15\. .*Weekends closed\.$/,
    );
  });

  it('today’s, where yes or no is the answer', async () => {
    const said = await ask(office, 'is the office open?');
    expect(said).toContain('8:45–14:45');
    expect(said).not.toContain('9:15');
  });

  it.each<[string, string, string | undefined]>([
    ['Are you open today?', 'and on Tuesday?', '9:15–17:15'],
    ['Are you open today? and on Saturday?', 'and tuesday', '9:15–17:15'],
    ['Are you open on Monday?', 'until what time?', '9:15–17:15'],
    ['Are you open on Monday? How much is a visit?', 'and on Tuesday?', undefined],
    ['Do you repair shoes?', 'and on which days?', undefined],
    ['What are your hours?', 'on which days?', 'Weekends closed'],
  ])('%s … %s', async (previous, question, said) => {
    const answer = await ask(office, question, previous);
    if (said) expect(answer).toContain(said);
    else expect(answer).toBeUndefined();
  });

  it('those of the setting, and of the documents what it does not say', async () => {
    const set = times({ Hours: 'At Easter we open from 10:10 to 12:12.' }, 'Mo-Sa 08:00-20:00');
    expect(await ask(set, 'Are you open on Sunday?')).toBe('No, on Sunday we are closed.');
    expect(await ask(set, 'Are you open at Easter?')).toContain('10:10 to 12:12');
    expect(await ask(set, 'Do you ship abroad?')).toBeUndefined();
  });
});

describe('the lead above a quote', () => {
  it.each([
    ['do you deliver tomorrow?', 'Tomorrow is Friday:'],
    ['do you deliver on Friday?', undefined],
    ['can I reserve a table for 10?', undefined],
  ])('is for a day near today: %s', async (text, lead) => {
    expect(await SPA.leadTo({ text, language: 'en' })).toBe(lead);
  });

  it.each([
    ['We deliver from Tuesday to Friday.', true],
    ['Los pedidos del 24 de diciembre se recogen antes.', true],
    ['It takes 2 working days.', false],
    ['Se entrega en tres horas por 4 €.', false],
    ['El mar, el sol y la may.', false],
  ])('is for what speaks of days: %s', (text, speaks) => {
    expect(SPA.tellsDays(text)).toBe(speaks);
  });
});
