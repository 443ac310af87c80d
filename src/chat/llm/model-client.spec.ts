import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type ModelServer, startModelServer } from '../../../test/support/model-server.js';
import { ModelClient } from './model-client.js';
import { PHONE_TOKENS, THINKING_TOKENS } from './parameters.js';

const NEVER = new AbortController().signal;

let server: ModelServer;
let client: ModelClient;

beforeAll(async () => void (server = await startModelServer()));
beforeEach(() => {
  const usual = {
    mode: 'fixed',
    text: 'Yes.',
    finish: 'stop',
    beside: {},
    tokens: { in: 1, out: 1 },
    refuses: {},
    requests: [],
  };
  Object.assign(server, usual);
  client = new ModelClient({ baseUrl: server.url, name: 'gpt-5-or-so' });
});
afterAll(() => server.close());

const ask = () => client.ask([{ role: 'user', text: 'Are you open?' }], NEVER);
const sent = () =>
  server.requests.map(({ body: { temperature, max_tokens, max_completion_tokens } }) => ({
    temperature,
    max_tokens,
    max_completion_tokens,
  }));

it('asks for the likeliest words, as many as a phone shows, whatever the model is called', async () => {
  expect(await ask()).toEqual({ text: 'Yes.', cut: false });
  expect(sent()).toEqual([{ temperature: 0, max_tokens: PHONE_TOKENS }]);
});

/** What servers answer: OpenAI, vLLM, one that checks its fields, Mistral. */
const REFUSALS: [string, Record<string, object>][] = [
  [
    'names it in a field',
    {
      max_tokens: { error: { message: 'no', param: 'max_tokens', code: 'unsupported_parameter' } },
    },
  ],
  [
    'names it in its text',
    {
      max_tokens: {
        error: {
          message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
        },
      },
    },
  ],
  [
    'has another form',
    { max_tokens: { detail: [{ loc: ['body', 'max_tokens'], type: 'extra' }] } },
  ],
];

it.each(REFUSALS)('a refusal that %s is asked anew, and remembered', async (_, refuses) => {
  const log = vi.spyOn(Logger.prototype, 'log').mockReturnValue();
  server.refuses = refuses;
  await ask();
  await ask();
  const other = { temperature: 0, max_completion_tokens: PHONE_TOKENS };
  expect(sent()).toEqual([{ temperature: 0, max_tokens: PHONE_TOKENS }, other, other]);
  expect(log.mock.calls).toEqual([[expect.stringMatching(/gpt-5-or-so refuses max_tokens/)]]);
  log.mockRestore();
});

it('does without all that is refused, one after the other', async () => {
  const message = (name: string) => ({ error: { message: `'${name}' is not allowed` } });
  const names = ['temperature', 'max_tokens', 'max_completion_tokens'];
  server.refuses = Object.fromEntries(names.map((name) => [name, message(name)]));
  expect((await ask()).text).toBe('Yes.');
  await ask();
  expect(sent().slice(3)).toEqual([{}, {}]);
});

it('fails at once where the refusal names none of what was sent', async () => {
  server.refuses = { model: { error: { message: 'unknown model, see top_p' } } };
  await expect(ask()).rejects.toThrow('model HTTP 400');
  expect(server.requests).toHaveLength(1);
});

it('does without a limit where a prompt leaves no room for it, this once', async () => {
  const message = "'max_tokens' is too large: this model's maximum context length is 2048 tokens";
  const other = message.replace('max_tokens', 'max_completion_tokens');
  server.refuses = {
    max_tokens: { error: { message } },
    max_completion_tokens: { error: { message: other } },
  };
  await ask();
  server.refuses = {};
  await ask();
  expect(sent().slice(2)).toEqual([
    { temperature: 0 },
    { temperature: 0, max_tokens: PHONE_TOKENS },
  ]);
});

it('never takes thoughts in a field of their own for the answer', async () => {
  Object.assign(server, { mode: 'empty', beside: { reasoning_content: 'Hm.', reasoning: 'Hm.' } });
  await expect(ask()).rejects.toThrow('model gave an empty answer');
  const thinking = { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] };
  server.beside = { content: [thinking, { type: 'text', text: 'Yes.' }] };
  expect((await ask()).text).toBe('Yes.');
  server.beside = { content: null, reasoning_content: 'Hm.' };
  await expect(ask()).rejects.toThrow('model gave an empty answer');
});

it('ends a cut answer at a whole sentence, with a mark', async () => {
  const sentence = 'We bake our bread every morning. ';
  Object.assign(server, { finish: 'length', text: `${sentence.repeat(30)}On Sun` });
  expect(await ask()).toMatchObject({ text: `${sentence.repeat(30)}[…]`, cut: true });
  await ask();
  expect(sent().map(({ max_tokens }) => max_tokens)).toEqual([PHONE_TOKENS, PHONE_TOKENS]);
});

it('knows a cut answer by its tokens, where the server says that it is whole', async () => {
  const text = 'We bake our bread every morning. '.repeat(30);
  Object.assign(server, { tokens: { in: 1, out: PHONE_TOKENS }, text: `${text}On Sun` });
  expect(await ask()).toMatchObject({ text: `${text}[…]`, cut: true });
  server.tokens = { in: 1, out: PHONE_TOKENS + 1 };
  expect(await ask()).toMatchObject({ text: `${text}On Sun`, cut: false });
});

it('gives more room to a model whose thoughts took it, asks once more, and remembers', async () => {
  Object.assign(server, { finish: 'length', text: '<think>The user asks whether' });
  await expect(ask()).rejects.toThrow('model gave an empty answer');
  Object.assign(server, { finish: 'stop', text: '<think>Hm.</think>Yes.' });
  expect((await ask()).text).toBe('Yes.');
  const tokens = [PHONE_TOKENS, THINKING_TOKENS, THINKING_TOKENS];
  expect(sent().map(({ max_tokens }) => max_tokens)).toEqual(tokens);
});

it('says what is whole after thoughts at once, and has more room the next time', async () => {
  Object.assign(server, { finish: 'length', text: '<think>Hm.</think>We are open. On Sun' });
  expect((await ask()).text).toBe('We are open. […]');
  await ask();
  expect(sent().map(({ max_tokens }) => max_tokens)).toEqual([PHONE_TOKENS, THINKING_TOKENS]);
});
