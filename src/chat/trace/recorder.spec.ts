import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { generation } from './model-step.js';
import { outcome } from './outcome.js';
import { beginStep, Recorder, unrecorded } from './recorder.js';
import { searched, type SearchStep } from './search-step.js';

const made = { outcome: outcome('documents'), timings: {}, usage: null };
const asked = { query: 'q', language: 'en', follow_up: false };
const passage = (documentId: string, position: number, relevance: number) => {
  const place = { documentId, position, title: 'T', section: '', text: 'x'.repeat(600) };
  const evidence = {
    words: 2,
    matched: [{ term: 'ship', weight: 1, found: 'deliveri', by: 'synonym' as const }],
    missing: [{ term: 'rare', weight: 3 }],
  };
  return { ...place, score: 1.23456, coverage: 1, relevance, evidence };
};
const search = (...passages: ReturnType<typeof passage>[]) =>
  searched('documents', asked, passages);

it('takes down steps however deep they are, and whose they are', async () => {
  const deep = async (query: string) => {
    const ended = beginStep();
    await setTimeout(2);
    ended(searched('documents', { ...asked, query }, []));
  };
  const [one, other] = [new Recorder(), new Recorder()];
  await Promise.all([one.run(() => deep('one')), other.run(() => deep('other')), deep('nobody')]);
  const { steps } = one.end(made, []);
  expect(steps).toMatchObject([{ kind: 'search', query: 'one' }]);
  expect(steps[0].ms).toBeGreaterThanOrEqual(1);
  expect(other.end(made, []).steps).toMatchObject([{ query: 'other' }]);
});

it('leaves out what is not of the answer, and what ends too late', () => {
  const recorder = new Recorder();
  const late = recorder.run(() => {
    unrecorded(() => beginStep()(generation('m', 'answered')));
    return beginStep();
  });
  expect(recorder.end(made, []).steps).toEqual([]);
  late(generation('m', 'answered'));
  expect(recorder.end(made, []).steps).toEqual([]);
});

it('says of a model that was given up that it was stopped', () => {
  const recorder = new Recorder();
  const late = recorder.run(() => beginStep(generation('m', 'stopped')));
  expect(recorder.askedModel).toBe(true);
  const { steps } = recorder.end(made, []);
  expect(steps).toMatchObject([{ kind: 'generation', outcome: 'stopped' }]);
  late(generation('m', 'answered'));
  expect(steps).toHaveLength(1);
});

it('says once what is looked up twice, but each request to a model', () => {
  const recorder = new Recorder();
  const { steps } = recorder.run(() => {
    for (let n = 0; n < 2; n++) {
      beginStep()(search(passage('a', 0, 1)));
      beginStep()(generation('m', 'failed', { error: 'model HTTP 503' }));
    }
    return recorder.end(made, []);
  });
  expect(steps.map(({ kind }) => kind)).toEqual(['search', 'generation', 'generation']);
});

it('shows which passages were used, what was found for each word, and the beginning of a text', () => {
  const recorder = new Recorder();
  const place = { documentId: 'b', position: 2 };
  const { steps } = recorder.run(() => {
    beginStep()(search(passage('a', 2, 0.9), passage('b', 2, 0.5)));
    return recorder.end(made, [place]);
  });
  const [{ passages, sought }] = steps as SearchStep[];
  expect(passages.map(({ used }) => used)).toEqual([false, true]);
  expect(passages[0]).toMatchObject({ score: 1.235, text: `${'x'.repeat(500)}…` });
  expect(sought).toEqual([
    { word: 'ship', weight: 1, found: ['deliveri'], by: ['synonym'] },
    { word: 'rare', weight: 3, found: [], by: [] },
  ]);
});

it.each([
  ['nothing_found', []],
  ['below_threshold', [0.2, 0.44]],
  ['no_words_fit', [0.2, 0.45]],
])('explains a refusal by what was found: %s', (why, relevances) => {
  const recorder = new Recorder();
  const refusal = { ...made, outcome: outcome('refusal', { model: 'none_set' }) };
  const trace = recorder.run(() => {
    beginStep()(search(...relevances.map((relevance, at) => passage('a', at, relevance))));
    return recorder.end(refusal, []);
  });
  expect(trace.outcome).toEqual({ branch: 'refusal', why, model: 'none_set', error: null });
});
