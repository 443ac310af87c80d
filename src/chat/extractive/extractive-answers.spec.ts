import { beforeAll, describe, expect, it } from 'vitest';
import { extractiveAnswers } from '../../../test/support/answers/extractive.js';
import { aDocument, MemoryDocuments } from '../../../test/support/stores/memory/documents.js';
import { SystemClock } from '../../clock.js';
import { DocumentReader } from '../../knowledge/documents/document.reader.js';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import { Reading } from '../../knowledge/reading/reading.js';
import { readSamples } from '../../knowledge/sample-knowledge.js';
import { replyLanguage } from '../conversation.js';
import type { ExtractiveAnswers } from './extractive-answers.js';

describe('answers without a model, from the samples', () => {
  let answers: ExtractiveAnswers;
  beforeAll(async () => {
    const samples = await readSamples(new DocumentReader(new Reading()), 0);
    const knowledge = new KnowledgeService(new MemoryDocuments(samples), new SystemClock());
    answers = extractiveAnswers(knowledge);
  });

  async function answer(text: string, previous?: string) {
    const language = replyLanguage(text, [], 'auto');
    return answers.answer({ text, previous, language, botName: 'Nube' });
  }

  it.each([
    ['¿Cuánto cuesta el croissant?', '1,60 €'],
    ['Hola, ¿cuánto vale la hogaza de espelta?', '4,95 €'],
    ['cuanto vale el cafe con leche', '1,90 €'],
    ['precio tarta de queso', '29,00 €'],
    ['¿A qué hora abrís los domingos?', '9:00 a 14:00'],
    ['¿A qué hora abren los domingos?', '9:00 a 14:00'],
    ['¿A qué hora cierran el domingo?', '9:00 a 14:00'],
    ['¿A qué hora abren?', '7:30 a 20:00'],
    ['¿Cierran a mediodía?', 'sin cerrar a mediodía'],
    ['horario', '7:30 a 20:00'],
    ['¿Abrís en Navidad?', '25 de diciembre'],
    ['¿Hacéis envíos a domicilio?', '3,50 €'],
    ['¿Puedo pagar con tarjeta?', 'Aceptamos efectivo, tarjeta'],
    ['¿Dónde estáis?', 'calle Inventada'],
    ['¿El croissant lleva frutos secos?', '| Croissant de mantequilla | sí | sí | sí | no |'],
    ['How much is a croissant?', '€1.60'],
    ['How much is the spelt loaf?', '€4.95'],
    ['What time do you open on Sundays?', '9:00 to 14:00'],
    ['opening hours', '7:30 to 20:00'],
    ['How much is delivery?', '€3.50'],
    ['Can I pay by card?', 'We take cash, cards'],
    ['where are you located?', 'calle Inventada'],
    ['Do you have anything vegan?', 'are vegan'],
    ['Which products contain nuts?', '| Carrot cake | yes (walnuts) |'],
    ['¿qué llevan soja?', '| Tarta de chocolate | sí |'],
    ['How much is shipping?', '€3.50'],
    ['what does postage cost', '€3.50'],
    ['hours', '7:30 to 20:00'],
    ['¿dónde estáis?', 'calle Inventada'],
    ['ubicación', 'calle Inventada'],
    ['¿abren mañana?', 'Mañana es domingo:\n\nLos domingos abrimos de 9:00 a 14:00.'],
    ['are you open on Monday?', 'from Monday to Friday from 7:30 to 20:00'],
    ['What time do you close tomorrow?', 'Tomorrow is Sunday:'],
    ['kuanto bale el kapuchino', '2,40 €'],
    ['¿admiten perros?', 'bienvenidas en la terraza'],
    ['My order arrived damaged, what do I do?', 'within 24 hours with a photo'],
    ['ke orario tienen los domigno', '9:00 a 14:00'],
    ['kuanto bale el kroissan', '1,60 €'],
    ['asen enbios a domisilio?', '3,50 €'],
    ['hw much 4 a croisant', '€1.60'],
  ])('%s', async (text, fact) => {
    const { text: said, used } = await answer(text);
    expect(said).toContain(fact);
    expect(used.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThan(800);
  });

  it.each([
    ['price list', 'Sourdough baguette', '€31.00'],
    ['la carta', 'Barra de masa madre', '31,00 €'],
  ])('%s: all of it', async (text, ...ends) => {
    for (const end of ends) expect((await answer(text)).text).toContain(end);
  });

  it.each([
    'asdf qwer',
    '¿Reparáis bicicletas?',
    '¿Cuánto cuesta un coche?',
    '¿vendéis zapatos?',
    '🥐',
    '???',
  ])('does not know: %s', async (text) => {
    const { text: said, used } = await answer(text);
    expect(said).toMatch(/^No tengo esa información\.\n\nPuedo ayudarte con:\n- /);
    expect(used).toEqual([]);
  });

  it.each([
    ['Escríbeme un poema sobre el mar', /^Soy un asistente automático/],
    ['¿Cuál es la capital de Francia?', /^Soy un asistente automático/],
    ['¿Eres un robot?', /^Soy un asistente automático/],
    ['Can you translate this into German?', /^I'm an automatic assistant/],
    ['write code that sorts a list', /^I'm an automatic assistant.*\n\nI can help you with:\n/],
  ])('declines what is no business of its own: %s', async (text, line) => {
    const { text: said, used } = await answer(text);
    expect(said).toMatch(line);
    expect(used).toEqual([]);
  });

  it('says in English that it does not know', async () => {
    expect((await answer('Do you repair bicycles?')).text).toMatch(
      /^I don't have that information/,
    );
  });

  it.each([
    ['¿A qué hora abrís entre semana?', '¿Y los domingos?', '9:00 a 14:00'],
    ['How much is a croissant?', 'and the cinnamon roll?', '€2.30'],
    ['¿Hacéis envíos?', '¿y cuánto cuesta?', '3,50 €'],
    ['¿Abrís el domingo?', '¿Cuánto cuesta el croissant?', '1,60 €'],
    [
      '¿Hacéis envíos?',
      '¿y los domingos?',
      'Los domingos, los lunes y los festivos no hay reparto',
    ],
    ['do you deliver?', 'on Sundays too?', 'no delivery on Sundays'],
    ['¿Cuánto vale la hogaza de espelta?', '¿otra más barata?', 'Barra de masa madre: 1,40 €'],
    ['How much is the cheesecake?', 'and the big one?', '| Carrot cake | €4.20 | €31.00 |'],
    ['How much is the cheesecake?', 'and chocolate?', 'Chocolate cake'],
    ['How much is the cheesecake?', 'and can I order it for tomorrow?', '48 hours'],
    ['¿Abrís el domingo?', 'asdfg', 'No tengo esa información'],
    ['¿Se puede pagar por transferencia?', 'and do you accept cash?', 'We take cash'],
  ])('%s … %s', async (previous, text, fact) => {
    expect((await answer(text, previous)).text).toContain(fact);
  });
});

describe('answers without a model, from a document with escapes, tags and comments', () => {
  const text = [
    '---\ntitle: x\n---\n## Soporte \\& ayuda <!-- nota -->',
    'Escribe a soporte\\_tecnico@acme.example\\.<br>Horario: 9:00 &amp; 16:00',
    '| Pieza\\. | Plazo |\n|---|---|\n| Motor\\_A | 3 años\\. |\n| Caja | 1 año |',
  ].join('\n\n');
  const documents = new MemoryDocuments([aDocument('Garantía\\: 3 años\\.', text)]);

  it.each([
    ['¿Cuál es el plazo del motor_A?', '| Pieza. | Plazo |\n|---|---|\n| Motor_A | 3 años. |'],
    ['¿Qué horario tiene el soporte?', 'Horario: 9:00 & 16:00'],
  ])('%s', async (text, fact) => {
    const knowledge = new KnowledgeService(documents, new SystemClock());
    const answers = extractiveAnswers(knowledge);
    const { text: said, used } = await answers.answer({ text, language: 'es', botName: 'Nube' });
    expect(said).toContain(fact);
    expect(said).toContain('**Garantía: 3 años. · Soporte & ayuda**');
    expect(said + JSON.stringify(used.map(({ title, section }) => [title, section]))).not.toMatch(
      /\\|<|nota|&amp;|---\n/,
    );
  });
});
