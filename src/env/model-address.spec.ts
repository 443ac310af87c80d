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
