import { describe, expect, it } from 'vitest';
import { seeded } from '../../../test/support/seeded.js';
import { MeaningIndex } from './meaning-index.js';
import { cosine, shorten, toBytes } from './vectors.js';

const SIZE = 48;
const random = seeded(7);
/** Vectors as models give them: they all lie in one direction, some more than others. */
const aVector = () => Array.from({ length: SIZE }, () => 0.6 + random() - 0.5);
const near = (vector: number[]) => vector.map((number) => number + (random() - 0.5) / 5);
const UNRELATED = toBytes(shorten(Array.from({ length: 36 }, aVector)));

function index(): MeaningIndex {
  const made = new MeaningIndex((id) => [id, `${id} one`, `${id} two`]);
  made.begin(UNRELATED, 36);
  return made;
}

function give(to: MeaningIndex, of: Record<string, number[][]>): void {
  const { passages } = to.page(0, 10_000);
  const given = passages.filter(({ id }) => of[id]);
  to.give(given.map((passage) => ({ ...passage, bytes: toBytes(shorten(of[passage.id])) })));
}

describe('MeaningIndex', () => {
  it('has cosines as they are, but for what is lost by shortening', () => {
    const [a, b] = [aVector(), aVector()];
    const dot = a.reduce((sum, number, n) => sum + number * b[n], 0);
    const exact = dot / Math.hypot(...a) / Math.hypot(...b);
    expect(cosine(shorten([a]), shorten([b]), 0)).toBeCloseTo(exact, 2);
  });

  it('finds the passage with the nearest window, also among thousands', () => {
    const many = index();
    const question = aVector();
    const others: Record<string, number[][]> = {};
    for (let n = 0; n < 3000; n++) {
      many.add(`p${n}`);
      others[`p${n}`] = [aVector(), aVector(), aVector()];
    }
    others.p1234 = [near(question), aVector(), near(question)];
    give(many, others);
    const { found, read } = many.nearest(shorten([question]), ['p5']);
    const best = found.toSorted((a, b) => b.window - a.window)[0];
    expect(best).toMatchObject({ id: 'p1234', at: 1 });
    expect(found.some(({ id }) => id === 'p5')).toBe(true);
    expect(read(best.window)).toBeGreaterThan(read(others ? 0.5 : 0));
  });

  it('reads cosines in the same way for every model: unrelated ones are around nought', () => {
    const readings = Array.from({ length: 20 }, () => {
      const [question, other] = [shorten([aVector()]), shorten([aVector()])];
      return index()
        .nearest(question, [])
        .read(cosine(question, other, 0));
    });
    const mean = readings.reduce((sum, of) => sum + of, 0) / readings.length;
    expect(Math.abs(mean)).toBeLessThan(1.5);
  });

  it('knows what has no vectors, and forgets all when another model begins', () => {
    const one = index();
    one.add('a');
    one.add('b');
    give(one, { a: [aVector(), aVector(), aVector()] });
    expect(one.page(0, 10).passages.map(({ id }) => id)).toEqual(['b']);
    expect(one.progress()).toEqual({ passages: 2, embedded: 1 });
    one.begin(UNRELATED, 36);
    expect(one.progress()).toEqual({ passages: 2, embedded: 0 });
  });

  it('takes no vectors of another text, of another size, or of what is gone', () => {
    const one = index();
    one.add('a');
    const [{ key }] = one.page(0, 10).passages;
    const right = toBytes(shorten([aVector(), aVector(), aVector()]));
    one.give([{ id: 'a', key: 'other', bytes: right }]);
    one.give([{ id: 'a', key, bytes: right.slice(0, -3) }]);
    one.give([{ id: 'gone', key, bytes: right }]);
    expect(one.progress().embedded).toBe(0);
  });

  it('tells which texts no passage has any more', () => {
    const texts = new Map([
      ['a', 'same'],
      ['b', 'same'],
      ['c', 'other'],
    ]);
    const one = new MeaningIndex((id) => [texts.get(id)!]);
    for (const id of texts.keys()) one.add(id);
    const keys = one.page(0, 10).passages.map(({ key }) => key);
    one.remove('a');
    one.remove('c');
    expect(one.orphans()).toEqual([keys[2]]);
    expect(one.orphans()).toEqual([]);
    one.remove('b');
    expect(one.orphans()).toEqual([keys[0]]);
  });
});
