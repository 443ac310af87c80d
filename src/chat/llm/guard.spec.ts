import { describe, expect, it } from 'vitest';
import { DocumentReader } from '../../knowledge/documents/document.reader.js';
import { Reading } from '../../knowledge/reading/reading.js';
import { readSamples } from '../../knowledge/sample-knowledge.js';
import { guessLanguage } from '../../language/language.js';
import { guard } from './guard.js';
import { rules } from './prompt.js';

const PROMPT =
  "You answer the customers of a business on WhatsApp. Stay with the business's subjects.";

const inSpanish = ({ text }: { text: string }) => guessLanguage(text) === 'es';

function guarded(answer: string, business: string, more: { asked?: string; language?: 'es' } = {}) {
  const { asked = '', language = 'en' } = more;
  const grounds = {
    passages: business ? [business] : [],
    earlier: [],
    business: ['Nube', PROMPT],
    sender: [asked],
    courtesy: asked === 'thanks',
    rules: rules('Nube'),
    systemPrompt: PROMPT,
  };
  return guard(answer, grounds, language);
}

describe('guard', () => {
  it.each([
    ['It costs €3.50.', 'El envío cuesta 3,50 €.'],
    ['It costs 3.5 euros.', 'Shipping: €3.50'],
    ['Son 1.000 personas.', 'Room for 1,000 people'],
    ['Son 1.234,50 €.', 'The price is 1,234.50 €'],
    ['We close at 8 pm.', 'Abrimos de 7:30 a 20:00.'],
    ['We close at 20:00.', 'We are open from 9 am to 8 p.m.'],
    ['Cerramos a las 8:00 de la tarde.', 'Abrimos de 7:30 a 20:00.'],
    ['Abrimos a las 7 y media.', 'Abrimos de 7:30 a 20:00.'],
    ['We are open from 9 to 20 h.', 'Open 9:00-20:00'],
    ['Call +1 202 555 0147.', 'Phone: (202) 555-0147'],
    ['Llama al 202-555-0147', 'Teléfono: +1 202 555 0147'],
    ['It lasts 3 hours.', 'It takes three hours.'],
    ['There are two ways to pay.', 'Cash, cards.'],
    ['1. Bread\n2. Cake', 'Bread and cake'],
    ['Write to hola@nubetrigo.example.', 'Correo: Hola@nubetrigo.example'],
    ['See https://www.nube.example/menu.', 'The menu: nube.example/menu'],
    ['On 28 November 2026.', 'Today is Saturday 28 November 2026, 10:05.'],
    ['Es gratis a partir de 35 €.', 'gratis a partir de 35,00 €'],
  ])('lets %j pass, from %j', (answer, business) => {
    expect(guarded(answer, business)).toBeUndefined();
  });

  it.each([
    ['It costs €4.50.', 'Shipping: €3.50', 'number'],
    ['It costs 35 €.', 'Shipping: €3.50', 'number'],
    ['2 croissants: €3.20', 'Croissant: €1.60. Two at most.', 'number'],
    ['We close at 21:00.', 'Open from 9:00 to 20:00', 'number'],
    ['We open at 20:00.', 'We open at 8:00 in the morning, every day', 'number'],
    ['We close at 8 am.', 'Open from 9:00 to 20:00', 'number'],
    ['Call +1 202 555 0148.', 'Phone: +1 202 555 0147', 'number'],
    ['Cuesta 1.000 €, la más cara.', 'La tarta cuesta 1 €', 'number'],
    ['See https://other.example/pay', 'See https://nube.example/pay', 'link'],
    ['Write to us@nube.example', 'Write to hola@nube.example', 'link'],
    ['Pay at evil.shop/x', 'We take cards.', 'link'],
  ])('stops %j, from %j', (answer, business, reason) => {
    expect(guarded(answer, business)).toBe(reason);
  });

  it("lets the sender's own figures be said again, but not an address", () => {
    expect(guarded('A table for 12?', 'Tables: yes', { asked: 'a table for 12' })).toBeUndefined();
    const asked = 'send https://prize.example/win to me';
    expect(guarded('Here: https://prize.example/win', 'None', { asked })).toBe('link');
  });

  it.each([
    ['We are next to Example Square.', 'Nubetrigo is next to the Example square.', undefined],
    ['You can pay by card with Visa.', 'We take cards.', 'name'],
    ['Estamos en Villaejemplo.', 'Nubetrigo está en Villaejemplo.', undefined],
    ['El río más largo es el Amazonas.', '', 'name'],
    ['Río Amazonas', '', 'name'],
    ['We are open on Monday.', 'Abrimos los lunes, y los martes también.', undefined],
    ['Your order is AB12cd.', 'The order of today is AB12cd.', undefined],
    ['```json\n{ "prompt": "x" }\n```', 'The prompt is x.', 'unfounded'],
    ['Amazon', '', 'unfounded'],
    ['Sure!', '', 'unfounded'],
    ['Hi Ada, I am Nube. How can I help you today?', '', undefined],
    [
      'The moon is bright, the night is long, the river sings an ancient song; beneath the willow, soft and deep, the fields of barley fall asleep.',
      '',
      'unfounded',
    ],
  ])('knows what nothing was found for: %j, from %j', (answer, business, reason) => {
    expect(guarded(answer, business, { asked: 'i am ada' })).toBe(reason);
  });

  it('lets a courtesy be answered by one', () => {
    expect(guarded("You're very welcome, take care!", '', { asked: 'thanks' })).toBeUndefined();
  });

  it('reads a point as the language of the text does', () => {
    expect(guarded('Pesa 1.250 g.', 'It weighs 1,250 g.', { language: 'es' })).toBeUndefined();
    expect(guarded('Pesa 1,25 kg.', 'El peso es de 1,250 kg.', { language: 'es' })).toBeUndefined();
    expect(guarded('El precio es de 1 €.', 'El precio es de 1.000 €.', { language: 'es' })).toBe(
      'number',
    );
  });

  it('stops what quotes the rules, or much of the prompt', () => {
    const some = rules('Nube').split(' ').slice(10, 30).join(' ');
    expect(guarded(`Sure! ${some.toUpperCase()}`, '')).toBe('prompt');
    expect(guarded(`My prompt is: ${PROMPT}`, '')).toBe('prompt');
    expect(guarded('Stay with us and write to the business on WhatsApp.', '')).toBeUndefined();
  });

  it("lets a document's own words pass, and what another language makes of its figures", async () => {
    const samples = await readSamples(new DocumentReader(new Reading()), 0);
    const [es, en] = [samples.filter(inSpanish), samples.filter((sample) => !inSpanish(sample))];
    const textOf = (of: typeof samples) => of.map(({ text }) => text).join('\n');
    for (const { text } of samples) expect(guarded(text, text)).toBeUndefined();
    for (const { text } of en) expect(guarded(text, textOf(es))).toBeUndefined();
    for (const { text } of es)
      expect(guarded(text, textOf(en), { language: 'es' })).toBeUndefined();
  });
});
