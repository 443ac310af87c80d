import { describe, expect, it } from 'vitest';
import { wordsOf } from '../language/language.js';
import { forModel, historyBefore, previousQuestions, replyLanguage } from './conversation.js';
import type { Message } from './messages/message.js';

/** "u:" what the user said, "a:" what the assistant said. */
const said = (...lines: string[]): Message[] =>
  lines.map((line, at) => ({
    id: String(at),
    conversationId: 'c',
    role: line.startsWith('u:') ? 'user' : 'assistant',
    source: 'api',
    text: line.slice(2),
    createdAt: at,
  }));

describe('before', () => {
  it("leaves out the turn's own messages", () => {
    const history = said('u:hola', 'a:¡hola!', 'u:una cosa', 'u:¿abrís?');
    expect(historyBefore(history, history.slice(2))).toEqual(history.slice(0, 2));
    expect(historyBefore(history, history.slice(3))).toEqual(history.slice(0, 3));
    expect(historyBefore(history, [])).toEqual(history);
  });

  it('knows them where no text shows them: beside a photo, and before a late answer', () => {
    const [first, photo, question, answer, next] = said(
      'u:hola',
      'u:',
      'u:¿cuánto?',
      'a:¡hola!',
      'u:?',
    ).map((message, at): Message => ({
      ...message,
      source: 'whatsapp',
      ...(at % 3 === 0 && { turnId: 't' }),
    }));
    const history = [first, photo, question, answer, next];
    expect(historyBefore(history, [photo, question])).toEqual([first, answer]);
  });
});

describe('forModel', () => {
  it('takes turns, from the user to the assistant', () => {
    const history = said('a:one', 'u:two', 'u:three', 'a:four', 'a:five', 'u:unanswered');
    expect(forModel({ history })).toEqual([
      { role: 'user', text: 'two\nthree' },
      { role: 'assistant', text: 'four\nfive' },
    ]);
  });

  it('is bounded', () => {
    const history = said(
      ...Array.from({ length: 20 }, (_, i) => `${i % 2 ? 'a' : 'u'}:${'x'.repeat(900)}`),
    );
    const total = forModel({ history }).reduce((sum, { text }) => sum + text.length, 0);
    expect(total).toBeGreaterThan(1000);
    expect(total).toBeLessThanOrEqual(6000);
  });

  it('begins after what its summary covers', () => {
    const history = said('u:one', 'a:two', 'u:three', 'a:four');
    const summary = { text: 'One and two.', messageId: '1', until: 1 };
    expect(forModel({ history, summary }).map(({ text }) => text)).toEqual(['three', 'four']);
    expect(forModel({ history, summary: { ...summary, messageId: 'gone' } })).toHaveLength(2);
  });

  it('cuts no character in two', () => {
    const [, answer] = forModel({ history: said('u:q', `a:${'x'.repeat(1199)}🥐🥐`) });
    expect(answer.text).toBe(`${'x'.repeat(1199)}🥐`);
  });
});

describe('follow-ups', () => {
  it('lean on the last question that stands alone, and what followed it', () => {
    const history = said(
      'u:¿A qué hora abrís el sábado?',
      'a:8',
      'u:¿Y los domingos?',
      'a:9',
      'u:gracias',
      'a:9',
    );
    expect(previousQuestions(history)).toBe('¿A qué hora abrís el sábado? ¿Y los domingos?');
    expect(previousQuestions([])).toBeUndefined();
  });

  it.each(['asdfgh', '???', 'no te he preguntado eso', 'me habéis cobrado dos veces', 'sí, claro'])(
    'lean on nothing that asks nothing: %s',
    (text) => {
      const history = said(
        'u:¿A qué hora abrís el sábado?',
        `a:8\n\n${wordsOf('es').offers.person}`,
        `u:${text}`,
        'a:9',
      );
      expect(previousQuestions(history)).toBe('¿A qué hora abrís el sábado?');
    },
  );

  it('lean on what a correction asks', () => {
    const history = said('u:¿Abrís?', 'a:8', 'u:no, me refería a los precios de las tartas', 'a:9');
    expect(previousQuestions(history)).toContain('precios de las tartas');
    expect(previousQuestions(history)).not.toContain('refería');
  });
});

describe('replyLanguage', () => {
  it("is the configured one, else the text's, else the conversation's, else Spanish", () => {
    expect(replyLanguage('hello', [], 'es')).toBe('es');
    expect(replyLanguage('hello', said('u:hola'), 'auto')).toBe('en');
    expect(replyLanguage('croissant', said('u:how much is it?', 'a:¿qué?'), 'auto')).toBe('en');
    expect(replyLanguage('croissant', [], 'auto')).toBe('es');
  });
});
