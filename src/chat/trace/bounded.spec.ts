import { expect, it } from 'vitest';
import { bounded, CUT, MOST_BYTES } from './bounded.js';
import { outcome } from './outcome.js';
import { type Trace, traceOf, type TraceStep } from './trace.js';

const bytesOf = (trace: Trace) => Buffer.byteLength(JSON.stringify(trace));
const traceWith = (steps: TraceStep[]): Trace => ({ ...traceOf(outcome('model')), steps });
const prompt = (...texts: string[]): TraceStep => ({
  kind: 'prompt',
  at_ms: 0,
  ms: 0,
  messages: texts.map((text) => ({ role: 'user', text })),
});

it('leaves alone what fits', () => {
  const trace = traceWith([prompt('x'.repeat(60_000))]);
  expect(bounded(trace)).toBe(trace);
});

it('cuts the longest texts, with a mark, and keeps the short ones whole', () => {
  const trace = traceWith([prompt('x'.repeat(70_000), 'short', '🥐'.repeat(10_000))]);
  const { steps, cut } = bounded(trace);
  expect(cut).toBe(true);
  const [{ messages }] = steps as { messages: { text: string }[] }[];
  expect(messages.map(({ text }) => text)).toEqual([
    'x'.repeat(8000) + CUT,
    'short',
    '🥐'.repeat(4000) + CUT,
  ]);
  expect(trace.cut).toBe(false);
});

it.each([
  ['a text of emoji that are cut in the middle', [prompt(`a${'🥐'.repeat(40_000)}`)]],
  ['many texts', [prompt(...Array.from({ length: 500 }, () => 'x'.repeat(4000)))]],
  ['many steps', Array.from({ length: 3000 }, () => prompt('x'.repeat(100), '2', '3', '4'))],
  ['texts that JSON makes longer', [prompt('\u0001'.repeat(100_000))]],
])('is never longer: %s', (_, steps) => {
  const kept = bounded(traceWith(steps));
  expect(bytesOf(kept)).toBeLessThanOrEqual(MOST_BYTES);
  expect(kept.cut).toBe(true);
  expect(kept.steps.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).toBe(JSON.stringify(kept).toWellFormed());
});
