import { expect, it } from 'vitest';
import { justSaidNothing, saysNothing } from './unknown.js';
import { sourceLine } from './source-line.js';

const source = (title: string, more = {}) => ({
  documentId: title,
  title,
  quote: '',
  score: 1,
  ...more,
});

it.each([
  ['es', [source('Precios', { page: 3 })], 'Fuente: Precios, p. 3'],
  [
    'en',
    [source('Prices'), source('Prices'), source('Hours'), source('Shop')],
    'Sources: Prices; Hours',
  ],
  ['en', [source('Is there wifi?', { curated: true })], undefined],
  ['es', [], undefined],
] as const)('names the documents of an answer: %s, %#', (language, sources, line) => {
  expect(sourceLine([...sources], language)).toBe(line);
});

it.each([
  ["I don't have that information. Is there anything else?", true],
  ['**No tengo esa informacion**', true],
  ['Soy un asistente automático y solo puedo ayudarte con preguntas sobre este negocio.', true],
  ['We open at 9:00.', false],
  ['', false],
])('knows an answer that says nothing: %s', (text, nothing) => {
  expect(saysNothing(text)).toBe(nothing);
  const said = {
    id: '1',
    conversationId: 'c',
    role: 'assistant',
    source: 'api',
    text,
    createdAt: 0,
  } as const;
  expect(justSaidNothing([said, { ...said, role: 'user', text: 'ok' }])).toBe(nothing);
  const noted = { ...said, text: `I can't listen to voice notes.\n\n${text}` };
  expect(justSaidNothing([noted])).toBe(nothing);
});
