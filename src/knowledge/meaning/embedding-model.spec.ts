import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddingServer, startEmbeddingServer } from '../../../test/support/embeddings.js';
import { Env } from '../../env/env.js';
import { EmbeddingModel } from './embedding-model.js';

describe('EmbeddingModel', () => {
  let server: EmbeddingServer;
  beforeEach(async () => void (server = await startEmbeddingServer()));
  afterEach(() => server.close());

  const model = (EMBEDDING_MODEL?: string, more: Partial<Env> = {}) =>
    new EmbeddingModel(
      Object.assign(new Env(), { OPENAI_BASE_URL: server.url, EMBEDDING_MODEL, ...more }),
    );

  it("is what is named, OpenAI's small one with OpenAI itself, and else none", () => {
    expect(model('small').name).toBe('small');
    expect(model().name).toBeUndefined();
    const openAi = { OPENAI_BASE_URL: undefined };
    expect(model(undefined, openAi).name).toBeUndefined();
    expect(model(undefined, { ...openAi, OPENAI_API_KEY: 'k' }).name).toMatch(/^text-embedding/);
  });

  it('tells questions from documents, by prefixes and by the form of the input', async () => {
    const e5 = model('multilingual-e5-small', { OPENAI_API_KEY: 'key' });
    const vectors = await e5.documents(['one\nline', 'two'], e5.name!);
    expect([vectors.count, vectors.size]).toEqual([2, 64]);
    expect((await e5.question('three', e5.name!))?.count).toBe(1);
    expect(server.requests.map(({ body }) => body.input)).toEqual([
      ['passage: one line', 'passage: two'],
      'query: three',
    ]);
    expect(server.requests[0]).toMatchObject({
      authorization: 'Bearer key',
      body: { model: 'multilingual-e5-small' },
    });
  });

  it('asks for the same question once', async () => {
    const small = model('small');
    await small.question('one', 'small');
    await small.question('one', 'small');
    expect(server.requests).toHaveLength(1);
  });

  it('fails no question, and leaves a server alone that keeps failing', async () => {
    server.answer = () => 500;
    const small = model('small');
    for (const text of ['1', '2', '3', '4', '5'])
      expect(await small.question(text, 'small')).toBeUndefined();
    expect(server.requests).toHaveLength(3);
  });

  it('says with which status documents were refused', async () => {
    server.answer = () => 400;
    await expect(model('small').documents(['one'], 'small')).rejects.toMatchObject({ status: 400 });
  });

  it('takes no vectors of different sizes', async () => {
    server.answer = () => ({ data: [{ embedding: [1] }, { embedding: [1, 2] }] });
    await expect(model('small').documents(['1', '2'], 'small')).rejects.toThrow(RangeError);
  });
});
