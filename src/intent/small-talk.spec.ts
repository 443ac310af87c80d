import { describe, expect, it } from 'vitest';
import { parseSmallTalk, smallTalk } from './small-talk.js';

describe('smallTalk', () => {
  it.each([
    ['hola', 'greeting'],
    ['¡Hola! Buenas tardes 👋', 'greeting'],
    ['Buenos días', 'greeting'],
    ['hello there', 'greeting'],
    ['hello kitty', undefined],
    ['Good morning!', 'greeting'],
    ['muchas gracias 😊', 'thanks'],
    ['ok, thanks!', 'thanks'],
    ['adiós', 'goodbye'],
    ['vale', 'assent'],
    ['HELP', 'help'],
    ['¡Ayuda!', 'help'],
    ['Información.', 'help'],
    ['help with my order', undefined],
    ['hola, ¿abrís hoy?', undefined],
    ['holanda', undefined],
    ['🥐', undefined],
    ['', undefined],
  ])('%s: %s', (text, kind) => expect(smallTalk(text)).toBe(kind));

  it('leaves the question', () => {
    expect(parseSmallTalk('Hola, buenos días: ¿qué días abrís?').rest).toBe(': ¿qué días abrís?');
  });
});
