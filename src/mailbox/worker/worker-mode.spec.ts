import { expect, test } from 'vitest';
import { type Mode, WorkerMode } from './worker-mode.js';

const after = (...modes: Mode[]) => {
  const mode = new WorkerMode();
  for (const next of modes) mode.enter(next);
  return mode;
};

test.each<Mode[][]>([[['alone']], [['alone', 'running']], [['stopping']], [['alone', 'stopping']]])(
  'a worker may go through %j',
  (modes) => {
    expect(after(...modes).now).toBe(modes.at(-1));
  },
);

test.each<[Mode[], Mode]>([
  [[], 'running'],
  [['alone'], 'alone'],
  [['stopping'], 'running'],
  [['stopping'], 'alone'],
  [['stopping'], 'stopping'],
])('after %j it never becomes %s', (modes, next) => {
  const mode = after(...modes);
  expect(() => mode.enter(next)).toThrow(`to ${next}`);
  expect(mode.now).toBe(modes.at(-1) ?? 'running');
});
