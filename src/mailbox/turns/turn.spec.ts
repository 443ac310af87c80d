import { expect, test } from 'vitest';
import type { PartState } from './part.js';
import { outcomeOf, settlementOf, type Turn } from './turn.js';

const turn = (...states: PartState[]): Turn => ({
  id: 't',
  conversationId: 'c',
  limited: false,
  parts: states.map((state, position) => ({
    id: `p${position}`,
    turnId: 't',
    position,
    body: 'x',
    state,
    attempts: 1,
    chances: 0,
    createdAt: 0,
  })),
});

test.each<[PartState[], string | undefined]>([
  [['accepted', 'accepted'], 'answered'],
  [['accepted', 'pending'], undefined],
  [['accepted', 'sending'], undefined],
  [['accepted', 'stopped'], undefined],
  [['dead', 'stopped'], 'dead'],
  [['uncertain', 'stopped'], 'uncertain'],
  [['dead', 'uncertain'], 'dead'],
])('%j makes %s', (states, outcome) => {
  expect(outcomeOf(false, states)).toBe(outcome);
});

test('a notice that was sent leaves its messages limited', () => {
  expect(outcomeOf(true, ['accepted'])).toBe('limited');
});

test('a dead or uncertain part stops the rest', () => {
  expect(settlementOf(turn('dead', 'pending'))).toEqual({
    outcome: 'dead',
    pendingBecome: 'stopped',
  });
});

test('the rest is sent when a callback corrects the part, unless a newer answer was sent', () => {
  expect(settlementOf(turn('accepted', 'stopped'))).toEqual({ stoppedBecome: 'pending' });
  for (const states of [
    ['accepted', 'stopped'],
    ['pending', 'accepted'],
    ['pending', 'stopped'],
  ] as PartState[][]) {
    expect(settlementOf(turn(...states), 'later turn')).toEqual({
      outcome: 'dead',
      pendingBecome: 'dead',
      stoppedBecome: 'dead',
    });
  }
});
