import { describe, expect, it } from 'vitest';
import { firstCharacters, isLongerThan } from './graphemes.js';

const FAMILY = '👩‍👩‍👧‍👦';

describe('firstCharacters', () => {
  it('counts code points', () => {
    expect(firstCharacters('a'.repeat(101), 100)).toBe('a'.repeat(100));
    expect(firstCharacters('😀'.repeat(101), 100)).toBe('😀'.repeat(100));
    expect(firstCharacters('short', 100)).toBe('short');
  });

  it('never keeps half an emoji', () => {
    expect(firstCharacters('a'.repeat(98) + FAMILY, 100)).toBe('a'.repeat(98));
    expect(firstCharacters('a'.repeat(93) + FAMILY + 'b', 100)).toBe('a'.repeat(93) + FAMILY);
    expect(firstCharacters(`${'a'.repeat(99)}🇪🇸`, 100)).toBe('a'.repeat(99));
  });

  it('cuts at a code point what is one endless character', () => {
    expect(firstCharacters(`e${'\u0301'.repeat(200)}`, 100)).toHaveLength(100);
  });
});

describe('isLongerThan', () => {
  it('counts code points', () => {
    expect(isLongerThan('😀'.repeat(10), 10)).toBe(false);
    expect(isLongerThan('😀'.repeat(11), 10)).toBe(true);
    expect(isLongerThan('a'.repeat(11), 10)).toBe(true);
    expect(isLongerThan('', 0)).toBe(false);
  });
});
