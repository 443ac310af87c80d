import { expect, it } from 'vitest';
import { confusions, figuresOf, kindOf, type Taken, tableOf } from './figures.js';
import type { Kind } from './sentences.js';

const taken = (as: Kind, ...wants: Kind[]): Taken => ({ say: '', situation: {}, wants, as });

it('counts what was understood and what was left alone, kind by kind', () => {
  const figures = figuresOf([
    taken('opt-out', 'opt-out'),
    taken('question', 'opt-out'),
    taken('question', 'question'),
    taken('opt-out', 'question'),
    taken('person', 'complaint', 'person'),
  ]);
  expect(figures).toEqual({
    'opt-out': { wanted: 2, understood: 0.5, others: 3, left_alone: 0.666 },
    person: { wanted: 1, understood: 1, others: 4, left_alone: 1 },
    question: { wanted: 2, understood: 0.5, others: 3, left_alone: 0.666 },
  });
  expect(tableOf(figures)).toMatch(/^kind .*\nopt-out +2 +0\.500 +3 +0\.666\n/);
});

it('names what was taken for what', () => {
  const wrong = [taken('question', 'opt-out'), taken('question', 'opt-out')];
  expect(confusions([...wrong, taken('no', 'no')])).toEqual(['2  opt-out taken for question']);
});

it('takes what only a general assistant answers for off-topic', () => {
  expect(kindOf({ kind: 'question', offTopic: true })).toBe('off-topic');
  expect(kindOf({ kind: 'courtesy', courtesy: 'thanks' })).toBe('courtesy');
});
