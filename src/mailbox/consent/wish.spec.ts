import { expect, test } from 'vitest';
import { answeredByChannel, confirmationLanguage, wishOf } from './wish.js';

test.each([
  'STOP',
  'stop',
  ' Stop. ',
  'STOPALL',
  'Unsubscribe',
  'END',
  'quit!',
  'REVOKE',
  'OPTOUT',
  'opt-out',
  'BAJA',
  'Parar',
  'stop it',
  'Stop. Thank you',
  'dejad de escribirme',
  'alto',
  '¡Alto!',
  'Darme de baja',
])('%j stops', (text) => {
  expect(wishOf({ text })).toBe('stop');
});

test.each(['START', 'unstop', 'Alta', 'YES', 'Sí', 'si.', 'darme de alta'])('%j starts', (text) => {
  expect(wishOf({ text }, { optedOut: true })).toBe('start');
  expect(wishOf({ text })).toBeUndefined();
});

test.each([
  '',
  'Do not stop',
  'quiero cancelar mi pedido',
  'dar',
  'yes please',
  '!!!',
  'CANCELAR',
  'cancel',
])('%j says nothing about it', (text) => expect(wishOf({ text })).toBeUndefined());

test.each(['sí', 'yes please', 'cancelar'])('%j answers the question', (text) => {
  expect(wishOf({ text }, { offered: 'opt-out' })).toBe('stop');
  expect(wishOf({ text }, { offered: 'person' })).toBeUndefined();
});

test.each<[string, string, boolean]>([
  ['Unsubscribe', 'no', false],
  ['Darme de baja', 'No', false],
  ['Prioridad', 'Baja', false],
  ['What shall the machine do?', 'Stop', false],
  ['Darme de baja', 'Sí', true],
  ['Unsubscribe', 'true', true],
  ['Comments', 'please stop texting me', true],
])('in a form, "%s: %s" stops: %s', (question, answer, stops) => {
  const details = { flow: [{ question, answer }] };
  const wish = wishOf({ text: `${question}: ${answer}`, details });
  expect(wish).toBe(stops ? 'stop' : undefined);
});

test('nothing counts of a text that is not read', () => {
  const text = 'Hello! Stop texting me.';
  expect(wishOf({ text })).toBe('stop');
  expect(wishOf({ text, details: { readUpTo: 6 } })).toBeUndefined();
});

test('where Twilio has understood a message, its word counts', () => {
  expect(wishOf({ text: 'bitte nicht', details: { optOut: 'stop' } })).toBe('stop');
  expect(wishOf({ text: 'STOP', details: { optOut: 'other' } })).toBeUndefined();
  expect(answeredByChannel({ details: { optOut: 'other' } })).toBe(true);
  expect(answeredByChannel({ details: {} })).toBe(false);
});

test('is confirmed in the language of the sender', () => {
  expect(confirmationLanguage('BAJA', ['When do you open?'], 'auto')).toBe('es');
  expect(confirmationLanguage('STOP', ['¿Cuándo abren?'], 'auto')).toBe('es');
  expect(confirmationLanguage('STOP', ['ok', 'When do you open?'], 'auto')).toBe('en');
  expect(confirmationLanguage('STOP', [], 'auto')).toBe('en');
  expect(confirmationLanguage('STOP', [], 'es')).toBe('es');
  expect(confirmationLanguage('take me off your list', ['hola'], 'auto')).toBe('en');
});
