import { describe, expect, it } from 'vitest';
import type { Message } from '../messages/message.js';
import { chunksOf, fallenOut, shownTo } from './fallen-out.js';
import { firstTokens, tokensIn } from './tokens.js';

/** Messages of so many tokens each, numbered from 0. */
const said = (...tokens: number[]): Message[] =>
  tokens.map((count, at) => ({
    id: String(at),
    conversationId: 'c',
    role: at % 2 ? 'assistant' : 'user',
    source: 'api',
    text: 'word'.repeat(count),
    createdAt: at,
  }));
const ids = (messages: Message[]) => messages.map(({ id }) => Number(id));
const upTo = (messageId: string) => ({ text: 's', messageId, until: Number(messageId) });

describe('tokens', () => {
  it.each([
    ['', 0],
    ['how much is it?', 4],
    ['¿cuánto cuesta?', 4],
    ['请问你们几点开门', 6],
  ])('of %j: about %i', (text, tokens) => expect(tokensIn(text)).toBe(tokens));

  it('are counted from the start, and cut no character in two', () => {
    expect(firstTokens('abcdefgh', 1)).toBe('abcd');
    expect(firstTokens('abc🥐', 0.9)).toBe('abc');
    expect(firstTokens('abc🥐', 1)).toBe('abc🥐');
  });
});

describe('the history that a model gets', () => {
  it('is as much of the end as there is room for', () => {
    expect(ids(shownTo(said(200, 300, 300, 300, 300, 300)))).toEqual([1, 2, 3, 4, 5]);
    expect(shownTo(said(900))[0].text).toHaveLength(1200);
  });

  it('loses nothing while there is room', () => {
    const stored = said(300, 300, 300);
    expect(fallenOut({ stored, recent: stored })).toEqual([]);
  });

  it('loses so much at once that the next messages have room', () => {
    const stored = said(300, 300, 300, 300, 300, 100);
    expect(ids(fallenOut({ stored, recent: stored }))).toEqual([0, 1]);
    expect(ids(fallenOut({ stored, recent: stored, summary: upTo('1') }))).toEqual([]);
  });

  it('loses what is no longer recent, unless it is summed up', () => {
    const stored = said(10, 10, 10, 10);
    const recent = stored.slice(2);
    expect(ids(fallenOut({ stored, recent }))).toEqual([0, 1]);
    expect(ids(fallenOut({ stored, recent, summary: upTo('0') }))).toEqual([1]);
    expect(ids(fallenOut({ stored, recent: [], summary: upTo('2') }))).toEqual([3]);
  });

  it('is summed up in parts that a model can read', () => {
    expect(chunksOf(said(900, 900, 900, 100)).map(ids)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
