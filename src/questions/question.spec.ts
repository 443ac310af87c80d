import { expect, test } from 'vitest';
import type { Message } from '../chat/messages/message.js';
import { type Exchange, questionsOf } from './question.js';

let count = 0;
const message = (text: string, details?: Message['details']): Message => ({
  id: `SM${count++}`,
  conversationId: 'c',
  role: 'user',
  source: 'whatsapp',
  text,
  createdAt: count,
  ...(details && { details }),
});
const exchange = (...messages: Message[]): Exchange => ({
  conversationId: 'c',
  messages,
  mode: 'llm',
});
const textsOf = (exchanges: Exchange[], most = 10) =>
  questionsOf(exchanges, most).map(({ text, times }) => `${text} ×${times}`);

test('a question is listed once, as it was asked last, whatever its case, accents and marks', () => {
  const asked = [
    '¿Qué horario tenéis?',
    'que horario teneis',
    'QUÉ HORARIO TENÉIS!!',
    '¿Hay wifi?',
  ];
  expect(textsOf(asked.map((text) => exchange(message(text))))).toEqual([
    '¿Qué horario tenéis? ×3',
    '¿Hay wifi? ×1',
  ]);
});

test('messages that were answered together are one question; its last one names it', () => {
  const messages = [message('Do you deliver'), message('to Gràcia?')];
  const [question] = questionsOf([exchange(...messages)], 1);
  expect(question).toMatchObject({ text: 'Do you deliver\nto Gràcia?', messageId: messages[1].id });
});

test('what asks nothing is left out: greetings, wishes, signs, reactions, pasted texts', () => {
  const nothing = [
    ...['hola', 'thanks!', 'I want to talk to a person', '???', '👍', '', 'x '.repeat(600)].map(
      (text) => message(text),
    ),
    message('Is it open?', { kind: 'reaction' }),
  ];
  expect(textsOf(nothing.map((one) => exchange(one)))).toEqual([]);
});

test('a pressed button asks what stands on it', () => {
  const button = message('', { button: { text: 'What are your prices?' } });
  expect(textsOf([exchange(button)])).toEqual(['What are your prices? ×1']);
});

test('no more are listed than are asked for', () => {
  const asked = ['Is there wifi?', 'Is there parking?', 'is there wifi', 'Do you deliver?'];
  expect(
    textsOf(
      asked.map((text) => exchange(message(text))),
      2,
    ),
  ).toEqual(['Is there wifi? ×2', 'Is there parking? ×1']);
});
