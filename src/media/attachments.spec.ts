import { expect, it } from 'vitest';
import { Attachments } from './attachments.js';

const LIST =
  '# Precios de verano\n\n| Tarta | Precio |\n| --- | --- |\n| Queso | 24,50 € |\n| Chocolate | 27,00 € |\n' +
  '| Zanahoria | 22,00 € |\n\n# Entrega\n\nRepartimos los viernes por la tarde en toda la ciudad.';
const read = (text: string, by: 'ocr' | 'vision' = 'ocr') => ({
  kind: 'picture' as const,
  by,
  text,
});
const one = (text: string, now = true, id = 'SM1/0') => ({
  id,
  name: 'Tu foto',
  read: read(text),
  now,
});

const search = (attachments: Attachments, question: string) =>
  attachments.search(question, 12, 'es');

it('finds what was asked for, with all that stands around it', async () => {
  const attachments = new Attachments([one(LIST)]);
  const [price] = await search(attachments, '¿Cuánto cuesta la tarta de queso?');
  expect(price).toMatchObject({
    documentId: 'SM1/0',
    title: 'Tu foto',
    section: 'Precios de verano',
  });
  expect(price.text).toContain('| Queso | 24,50 € |');
  expect(price.whole).toHaveLength(2);
  expect(price.aside).toBeUndefined();
  const [delivery] = await search(attachments, '¿Qué día repartís?');
  expect(delivery.section).toBe('Entrega');
});

it('offers the beginning of what came with a question that finds nothing', async () => {
  const [first] = await search(new Attachments([one(LIST)]), '¿Qué te parece esto?');
  expect(first).toMatchObject({ aside: true, section: 'Precios de verano' });
  expect(await search(new Attachments([one(LIST, false)]), '¿Qué te parece esto?')).toEqual([]);
});

it('puts what came with the question before what came earlier', async () => {
  const attachments = new Attachments([
    one('La tarta de queso cuesta 20 €.', false, 'SM1/0'),
    one('La tarta de queso cuesta 25 €.', true, 'SM2/0'),
  ]);
  const found = await search(attachments, '¿Cuánto cuesta la tarta de queso?');
  expect(found.toSorted((a, b) => b.score - a.score)[0].documentId).toBe('SM2/0');
});
