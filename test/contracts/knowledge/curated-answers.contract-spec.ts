import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CuratedAnswer } from '../../../src/knowledge/answers/curated-answer.js';
import type { CuratedAnswerRepository } from '../../../src/knowledge/answers/curated-answer.repository.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const anAnswer = (question: string, more: Partial<CuratedAnswer> = {}): CuratedAnswer => ({
  id: randomUUID(),
  questions: [question, `${question} 🥐`],
  answer: `**Sí**: ${question}`,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  ...more,
});

const unserved = (answer: CuratedAnswer) => ({ ...answer, served: 0 });

onBothStores('CuratedAnswerRepository', (make) => {
  let store: TestStore;
  let answers: CuratedAnswerRepository;
  beforeAll(async () => {
    store = await make();
    answers = await store.open<CuratedAnswerRepository>({
      sqlite: () => import('../../../src/knowledge/answers/curated-answer.sqlite.js'),
      mongo: () => import('../../../src/knowledge/answers/curated-answer.mongo.js'),
    });
  });
  // A database of its own for each test would take longer than the tests.
  afterEach(async () => {
    for (const { id } of await answers.all()) await answers.remove(id);
  });
  afterAll(() => store.close());

  test('an answer is kept as it was given, with its message or without', async () => {
    const added = [anAnswer('¿Hay terraza?'), anAnswer('Wifi?', { messageId: 'SM1' })];
    for (const answer of added) await answers.add(answer);
    expect(await answers.all()).toEqual(added);
    expect(await answers.find(added[1].id)).toEqual(unserved(added[1]));
    expect(await answers.find(randomUUID())).toBeUndefined();
  });

  test('a change leaves its message and its age', async () => {
    const before = anAnswer('Wifi?', { messageId: 'SM1' });
    await answers.add(before);
    const correction = {
      questions: ['Is there wifi?'],
      answer: 'Yes.',
      updatedAt: 1_800_000_000_000,
    };
    const after = unserved({ ...before, ...correction });
    expect(await answers.change(before.id, correction)).toEqual(after);
    expect(await answers.find(before.id)).toEqual(after);
    const other = await answers.change(before.id, { ...correction, messageId: 'SM2' });
    expect(other).toEqual({ ...after, messageId: 'SM2' });
    expect(await answers.change(randomUUID(), correction)).toBeUndefined();
  });

  test('a removed one is gone', async () => {
    const [gone, stays] = [anAnswer('Wifi?'), anAnswer('Parking?')];
    for (const answer of [gone, stays]) await answers.add(answer);
    expect(await answers.remove(gone.id)).toBe(true);
    expect(await answers.remove(gone.id)).toBe(false);
    expect(await answers.all()).toEqual([stays]);
  });

  test('every change, and only a change, raises the version', async () => {
    const answer = anAnswer('Wifi?');
    const { questions, updatedAt } = answer;
    const seen = [await answers.version()];
    for (const change of [
      () => answers.add(answer),
      () => answers.change(answer.id, { questions, answer: 'No.', updatedAt }),
      () => answers.remove(answer.id),
    ]) {
      await change();
      seen.push(await answers.version());
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    await answers.remove(answer.id);
    await answers.change(answer.id, { questions, answer: 'No.', updatedAt });
    expect(await answers.version()).toBe(seen.at(-1));
  });

  test('pages join up, also for answers of one moment', async () => {
    const added = ['a', 'b', 'c'].map((question) => anAnswer(question));
    for (const answer of added) await answers.add(answer);
    const first = await answers.page(2);
    const second = await answers.page(2, first.next!);
    expect([...first.answers, ...second.answers]).toEqual(added.map(unserved));
    expect(second.next).toBeNull();
    for (const wrong of ['x', '-1', `1.${'z'.repeat(24)}`])
      await expect(answers.page(2, wrong)).rejects.toThrow(RangeError);
  });
});
