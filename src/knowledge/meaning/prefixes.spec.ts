import { expect, it } from 'vitest';
import { prefixesOf } from './prefixes.js';

it.each([
  ['multilingual-e5-small', 'query: ', 'passage: '],
  ['intfloat/multilingual_e5_large:q8', 'query: ', 'passage: '],
  ['intfloat/multilingual-e5-large-instruct', 'Instruct: ', ''],
  ['nomic-embed-text', 'search_query: ', 'search_document: '],
  ['BAAI/bge-m3', '', ''],
  ['BAAI/bge-small-en-v1.5', 'Represent this sentence', ''],
  ['snowflake-arctic-embed2:v2.0', 'query: ', ''],
  ['text-embedding-3-small', '', ''],
  ['Alibaba-NLP/gte-multilingual-base', '', ''],
  ['some-model', '', ''],
])('%s', (model, query, passage) => {
  const prefixes = prefixesOf(model);
  if (query) expect(prefixes.query.startsWith(query)).toBe(true);
  else expect(prefixes.query).toBe('');
  expect(prefixes.passage).toBe(passage);
});
