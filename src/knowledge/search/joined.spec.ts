import { describe, expect, it } from 'vitest';
import { joined, type Meant } from './joined.js';
import { ENOUGH, type Passage } from './passage.js';

const passage = (id: string, score = 0, coverage = 0): Passage => ({
  documentId: id,
  title: id,
  section: '',
  position: 0,
  text: id,
  score,
  coverage,
  relevance: coverage,
  evidence: {
    words: score,
    matched: coverage === 1 ? [{ term: 'asked', found: 'asked', by: 'word', weight: 1 }] : [],
    missing: coverage === 1 ? [] : [{ term: 'asked', weight: 1 }],
  },
});

/** By spreads above unrelated texts. */
const meant = (near: Record<string, number>, foreign: string[] = []): Meant => ({
  found: Object.entries(near).map(([id, window]) => ({ id, passage: window, window, at: 0 })),
  read: (cosine) => cosine,
  passageOf: (id) => passage(id),
  windowOf: ({ text }) => `of ${text}`,
  isForeign: (id) => foreign.includes(id),
});

const words = (...found: Passage[]) => new Map(found.map((of) => [of.documentId, of]));
const idsOf = (found: Passage[]) => found.map(({ documentId }) => documentId);

describe('joined', () => {
  it('puts first what words and meaning agree on', () => {
    const found = joined(
      words(passage('both', 9, 1), passage('words', 10, 1)),
      meant({ both: 5, meaning: 6, words: 1 }),
    );
    expect(idsOf(found)).toEqual(['both', 'meaning', 'words']);
    expect(found[0].evidence).toMatchObject({ words: 9, meaning: 5, window: 'of both' });
  });

  it('finds what has no word of the question, and says which are missing', () => {
    const found = joined(words(passage('words', 1, 0.1)), meant({ meaning: 6, words: 1 }));
    expect(found[0]).toMatchObject({ documentId: 'meaning', evidence: { matched: [] } });
    expect(found[0].evidence.missing).toEqual([{ term: 'asked', weight: 1 }]);
  });

  it('goes by words alone for what has no vectors yet', () => {
    const [found] = joined(words(passage('new', 4, 0.8)), meant({}));
    expect(found).toMatchObject({ documentId: 'new', score: 1, relevance: 0.8 });
    expect(found.evidence.meaning).toBeUndefined();
  });

  it('is sure by meaning, by both, or by all words of a short question; not of what is only a little near', () => {
    const relevance = (near: number, coverage: number) => {
      const a = passage('a', 1, coverage);
      const more = ['one', 'two', 'three', 'four'].map((term) => ({ term, weight: 1 }));
      if (coverage < 1) a.evidence.missing.push(...more);
      return joined(words(a), meant({ a: near, b: -1 }))[0].relevance;
    };
    expect(relevance(5, 0)).toBeGreaterThan(ENOUGH);
    expect(relevance(2.5, 0.7)).toBeGreaterThan(ENOUGH);
    expect(relevance(2.5, 0.2)).toBeLessThan(ENOUGH);
    expect(relevance(0, 0.7)).toBeLessThan(ENOUGH);
    expect(relevance(0, 1)).toBeGreaterThan(ENOUGH);
  });

  it('gives so many of the best, and reads the windows of no others', () => {
    const of = meant({ third: 2, first: 6, second: 4, last: 1 });
    const read: string[] = [];
    const windowOf = ({ text }: Passage) => (read.push(text), text);
    expect(idsOf(joined(words(), { ...of, windowOf }, 2))).toEqual(['first', 'second']);
    expect(read).toEqual(['first', 'second']);
  });

  it("prefers the question's language where both say the same", () => {
    const found = joined(words(), meant({ foreign: 6, own: 5.5, other: 1 }, ['foreign']));
    expect(idsOf(found).slice(0, 2)).toEqual(['own', 'foreign']);
  });
});
