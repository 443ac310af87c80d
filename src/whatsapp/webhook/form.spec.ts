import { describe, expect, it } from 'vitest';
import { clean } from './form.js';

describe('clean', () => {
  it('removes NUL, C0, DEL and C1', () => {
    expect(clean('a\u0000b\u0007c\u001fd\u007fe\u0085f\u009fg')).toBe('abcdefg');
  });

  it('keeps line breaks and tabs, and makes every line break one of a kind', () => {
    expect(clean('a\tb\nc\r\nd\re')).toBe('a\tb\nc\nd\ne');
  });

  it('replaces lone surrogates', () => {
    expect(clean('a\ud83db\ude00')).toBe('a\ufffdb\ufffd');
  });

  it.each(['¿Cuánto cuesta?', '👩‍👩‍👧‍👦🏳️‍🌈', 'e\u0301', 'שלום \u200fעולם', 'ไทย', '  two  spaces \u00a0'])(
    'keeps %j whole',
    (text) => {
      expect(clean(text)).toBe(text);
    },
  );
});
