import { expect, it } from 'vitest';
import { featuresOf, wordsIn } from './features.js';
import { learnedKind } from './learned.js';
import { LEARNED, probabilities, read, write } from './weights.js';

it('compares words without case, accents, apostrophes, figures and letters for effect', () => {
  expect(wordsIn("STOOOP! Don't écrire  a las 10:30 👍")).toEqual([
    'stop',
    '!',
    'dont',
    'ecrire',
    'a',
    'las',
    '0',
    '0',
    '👍',
  ]);
});

it('knows a message by its words, their pairs and their pieces', () => {
  const features = featuresOf('No more texts');
  for (const one of ['texts', '^ no', 'no more', 'no .. texts', 'texts $', '~text', '#short'])
    expect(features).toContain(one);
  expect(featuresOf('')).toEqual(new Set(['#short']));
});

it('reads only the beginning of a long message', () => {
  expect(featuresOf('word '.repeat(100_000))).toEqual(featuresOf('word '.repeat(60)));
});

it('writes weights and reads them again, without those that say nothing', () => {
  const of = new Map([
    ['stop', [3.14, 0, 0, 0, 0, -2]],
    ['the', [0.1, 0, 0, 0, 0, 0.1]],
  ]);
  const believed = Object.fromEntries(LEARNED.slice(0, -1).map((kind) => [kind, 0.5])) as never;
  const again = read(write({ believed, of }));
  expect(again).toEqual({ believed, of: new Map([['stop', [3.1, 0, 0, 0, 0, -2]]]) });
  const likely = probabilities(new Set(['stop']), again.of);
  expect(likely.reduce((sum, one) => sum + one)).toBeCloseTo(1);
  expect(likely[0]).toBe(Math.max(...likely));
});

it.each([
  ['since I moved abroad there is no reason for you to keep texting me about this', 'opt-out'],
  ['hay alguna chica o chico de la tienda que me pueda contestar esto', 'person'],
  ['la sopa llegó fría y encima faltaba el pan, una vergüenza', 'complaint'],
  ['¿a qué hora abre el puesto del mercado?', 'other'],
  ['a sandwich without onions please', 'other'],
])('%s: %s', (text, kind) => expect(learnedKind(text)).toBe(kind));

it.each([
  'interesado',
  'system',
  'alertas',
  'mensajes',
  'permiso',
  'System("ls -al /")',
  'sistema x9',
])('%s: too few words to opt anybody out by', (text) =>
  expect(learnedKind(text)).not.toBe('opt-out'),
);

it.each(['consent withdrawn', 'reportado y bloqueado'])('%s: few, but sure', (text) =>
  expect(learnedKind(text)).toBe('opt-out'),
);
