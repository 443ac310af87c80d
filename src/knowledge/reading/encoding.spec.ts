import { describe, expect, it } from 'vitest';
import { decode } from './encoding.js';

const hex = (...bytes: string[]) => Buffer.from(bytes.join(''), 'hex');

describe('the letters of a text', () => {
  it.each([
    ['UTF-8', Buffer.from('Menú, 3 €')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFMenú, 3 €')],
    ['UTF-16', Buffer.from('\uFEFFMenú, 3 €', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFMenú, 3 €', 'utf16le').swap16()],
    ['Windows-1252', Buffer.concat([Buffer.from('Menú, 3 ', 'latin1'), hex('80')])],
  ])('are those of %s', (_, bytes) => expect(decode(bytes)).toBe('Menú, 3 €'));

  it('are those that the content type names, unless they are UTF-8', () => {
    expect(decode(hex('eaeeec'), 'text/plain; charset="windows-1251"')).toBe('ком');
    expect(decode(Buffer.from('Menú'), 'text/plain; charset=windows-1251')).toBe('Menú');
    expect(decode(Buffer.from('Menú', 'latin1'), 'text/plain; charset=nonsense')).toBe('Menú');
  });

  it('are those that a page names', () => {
    const page = '<html><meta http-equiv="Content-Type" content="text/html; charset=shift_jis"><p>';
    const bytes = Buffer.concat([Buffer.from(page), hex('93fa967b')]);
    expect(decode(bytes)).toBe(`${page}日本`);
  });

  it("can't be told from bytes of anything", () => {
    const bytes = Buffer.from(Array.from({ length: 400 }, (_, n) => ((n * 37) % 255) + 1));
    expect(() => decode(bytes)).toThrow('Save it as UTF-8');
  });
});
