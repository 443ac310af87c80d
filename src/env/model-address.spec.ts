import { expect, it } from 'vitest';
import { noticesOf, readEnv } from './read-env.js';

const read = (OPENAI_BASE_URL: string) =>
  readEnv('/dev/null', { OPENAI_BASE_URL, CHAT_MODEL: 'small' });

it.each([
  ['http://127.0.0.1:8089', 'http://127.0.0.1:8089/v1', 'has no path: /v1 was added'],
  ['http://local_llm:11434/', 'http://local_llm:11434/v1', 'has no path: /v1 was added'],
  [
    'http://127.0.0.1:8089/v1/chat/completions/',
    'http://127.0.0.1:8089/v1',
    'ended in /chat/completions, which was taken off: write it without',
  ],
  [
    'https://models.example.com/Chat/Completions',
    'https://models.example.com',
    'ended in /Chat/Completions, which was taken off: write it without',
  ],
  [
    'https://models.example.com/openai/v1/embeddings',
    'https://models.example.com/openai/v1',
    'ended in /embeddings, which was taken off: write it without',
  ],
])('puts the address of models right, and says so: %s', (given, right, change) => {
  const env = read(given);
  expect(env.OPENAI_BASE_URL).toBe(right);
  expect(noticesOf(env)).toEqual([`OPENAI_BASE_URL ${change}`]);
});

it('puts the address of the second model right, too', () => {
  const env = readEnv('/dev/null', {
    OPENAI_API_KEY: 'x',
    FALLBACK_CHAT_MODEL: 'second',
    FALLBACK_OPENAI_BASE_URL: 'http://127.0.0.1:8090/v1/chat/completions',
  });
  expect(env.FALLBACK_OPENAI_BASE_URL).toBe('http://127.0.0.1:8090/v1');
  expect(noticesOf(env)).toEqual([
    'FALLBACK_OPENAI_BASE_URL ended in /chat/completions, which was taken off: write it without',
  ]);
});

it.each([
  'http://127.0.0.1:8089/v1',
  'https://generativelanguage.googleapis.com/v1beta/openai',
  'https://ark.example.com/api/v3',
  'https://name.openai.azure.com/openai/v1/',
])('leaves an address with a path of its own as it is: %s', (given) => {
  const env = read(given);
  expect(env.OPENAI_BASE_URL).toBe(given.replace(/\/$/, ''));
  expect(noticesOf(env)).toEqual([]);
});

it('does so with the address of the second model, too', () => {
  const names = { OPENAI_API_KEY: 'a-key', FALLBACK_CHAT_MODEL: 'second' };
  const env = readEnv('/dev/null', { ...names, FALLBACK_OPENAI_BASE_URL: 'http://127.0.0.1:8089' });
  expect(env.FALLBACK_OPENAI_BASE_URL).toBe('http://127.0.0.1:8089/v1');
  expect(noticesOf(env)).toEqual(['FALLBACK_OPENAI_BASE_URL has no path: /v1 was added']);
});
