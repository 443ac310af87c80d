import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddingServer, startEmbeddingServer } from '../../../test/support/embeddings.js';
import { Env } from '../../env/env.js';
import type { Passage } from './passage.js';
import { Reranker } from './rerank.js';

const passages = ['one', 'two', 'three'].map((text, position): Passage => ({
  documentId: 'd',
  title: 'Title',
  section: 'Section',
  position,
  text,
  score: 3 - position,
  coverage: 1,
  relevance: 1,
  evidence: { words: 1, matched: [], missing: [] },
}));

describe('Reranker', () => {
  let server: EmbeddingServer;
  beforeEach(async () => void (server = await startEmbeddingServer()));
  afterEach(() => server.close());

  const ranked = async (
    answer: (body: Record<string, any>) => unknown,
    given: Partial<Env> = {},
  ) => {
    server.answer = answer;
    const env = Object.assign(new Env(), { RERANK_URL: server.url, ...given });
    return (await new Reranker(env).ranked('which?', passages)).map(({ text, evidence }) => [
      text,
      evidence.rerank,
    ]);
  };
  const asItWas = passages.map(({ text }) => [text, undefined]);

  it('orders by the scores, which each kind of server names in its way', async () => {
    const newOrder = [
      ['three', 0.9],
      ['one', 0.2],
      ['two', -4],
    ];
    const results = [
      { index: 2, relevance_score: 0.9 },
      { index: 0, relevance_score: 0.2 },
      { index: 1, relevance_score: -4 },
    ];
    expect(await ranked(() => ({ results }))).toEqual(newOrder);
    const list = results.map(({ index, relevance_score: score }) => ({ index, score }));
    expect(await ranked(() => list)).toEqual(newOrder);
  });

  it('asks with headings, model and key, at the address or at /rerank below it', async () => {
    const more = { RERANK_MODEL: 'small', RERANK_API_KEY: 'key' };
    await ranked(() => [], more);
    await ranked(() => [], { ...more, RERANK_URL: `${server.url}/rerank` });
    const [first, second] = server.requests;
    expect([first.path, second.path]).toEqual(['/v1/rerank', '/v1/rerank']);
    expect(first).toMatchObject({
      authorization: 'Bearer key',
      body: { model: 'small', query: 'which?', top_n: 3 },
    });
    expect(first.body.documents[1]).toBe('Title > Section\ntwo');
    expect(first.body.texts).toEqual(first.body.documents);
  });

  it('puts last what the server left out', async () => {
    expect(await ranked(() => [{ index: 1, score: 0.1 }])).toEqual([
      ['two', 0.1],
      ['one', undefined],
      ['three', undefined],
    ]);
  });

  it.each([
    ['an error', () => 500],
    ['no results', () => ({ data: [] })],
    ['a place that is none', () => [{ index: 3, score: 1 }]],
    ['a score that is none', () => [{ index: 0, score: null }]],
  ])('leaves the order for %s', async (_, answer) => {
    expect(await ranked(answer)).toEqual(asItWas);
  });

  it('asks nobody without an address', async () => {
    expect(await ranked(() => [], { RERANK_URL: undefined })).toEqual(asItWas);
    expect(server.requests).toEqual([]);
  });
});
