import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { aChat } from '../../../test/support/answers/chat.js';
import { type ModelServer, startModelServer } from '../../../test/support/model-server.js';
import { aDocument, MemoryDocuments } from '../../../test/support/stores/memory/documents.js';
import { MemoryMessages } from '../../../test/support/stores/memory/messages.js';
import { MemoryUsage } from '../../../test/support/stores/memory/usage.js';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { Env } from '../../env/env.js';

const HOUR = 3_600_000;
const OPEN = '¿abrís los domingos?';
const documents = new MemoryDocuments([aDocument('Horario', 'Los domingos abrimos de 9 a 14.')]);

let server: ModelServer;
let env: Env;
let usage: MemoryUsage;
let clock: SetClock;
let config: Partial<BotConfig>;
let logged: string[];

beforeAll(async () => {
  server = await startModelServer();
  env = Object.assign(new Env(), { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'm' });
});
beforeEach(() => {
  const text = 'Sí, los domingos abrimos de 9 a 14.';
  Object.assign(server, { mode: 'fixed', text, tokens: { in: 90, out: 10 }, requests: [] });
  // In Bogota it is 18:30 on the 28th.
  clock = new SetClock(Date.UTC(2026, 10, 28, 23, 30));
  [usage, config, logged] = [new MemoryUsage(), { timeZone: 'America/Bogota' }, []];
  // What another file's chat still does in the background is logged in the same worker.
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((line) => {
    if (/tokens/.test(String(line))) logged.push(String(line));
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.close();
});

const ask = (conversation = 'c1') => {
  const chat = aChat({ documents, messages: new MemoryMessages(), usage, clock, env, config });
  return chat.generateResponse(OPEN, conversation, 'whatsapp');
};

it('says with the answer what models used for it, and counts it by the day of the business', async () => {
  expect(await ask()).toMatchObject({
    mode: 'llm',
    usage: { model: 'm', inputTokens: 90, outputTokens: 10 },
  });
  clock.time += 5 * HOUR + HOUR / 2;
  await ask();
  expect([...usage.counts]).toEqual([
    ['2026-11-28', 100],
    ['2026-11-28 c1', 100],
    ['2026-11-29', 100],
    ['2026-11-29 c1', 100],
  ]);
});

it("answers in the documents' words once a sender's tokens are used up, until the next day", async () => {
  config.dailyTokensPerSender = 150;
  await ask();
  expect(logged).toEqual([]);
  await ask();
  const over = await ask();
  expect(over).toMatchObject({ mode: 'extractive', text: expect.stringContaining('de 9 a 14') });
  expect([over.usage, over.error]).toEqual([undefined, undefined]);
  expect((await ask('c2')).mode).toBe('llm');
  clock.time += 6 * HOUR;
  expect((await ask()).mode).toBe('llm');
  expect(logged).toEqual([
    "daily_tokens_per_sender (150) are used up in conversation c1: until tomorrow (America/Bogota) answers are in the documents' words",
  ]);
});

it('has one limit for all of them, too', async () => {
  config.dailyTokens = 200;
  await ask('c1');
  await ask('c2');
  expect((await ask('c3')).mode).toBe('extractive');
  expect(server.requests).toHaveLength(2);
  expect(logged).toEqual([expect.stringMatching(/^daily_tokens \(200\) are used up: /)]);
});

it('counts what is not sent', async () => {
  server.text = 'Sí, los domingos abrimos de 8 a 23.';
  expect(await ask()).toMatchObject({ mode: 'extractive', usage: { outputTokens: 10 } });
  server.mode = 'empty';
  expect(await ask()).toMatchObject({ mode: 'extractive', usage: { outputTokens: 10 } });
  expect(usage.counts.get('2026-11-28 c1')).toBe(200);
});

it('counts an answer that could not be kept', async () => {
  const messages = new MemoryMessages();
  messages.keep = () => Promise.reject(new Error('away'));
  const chat = aChat({ documents, messages, usage, clock, env, config });
  await expect(chat.generateResponse(OPEN, 'c1', 'api')).rejects.toThrow('away');
  expect(usage.counts.get('2026-11-28')).toBe(100);
});

it('fails no answer where it can not be counted', async () => {
  usage.add = () => Promise.reject(new Error('away'));
  expect((await ask()).mode).toBe('llm');
  expect(logged).toEqual(['100 tokens could not be counted: away']);
});
