import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aChat } from '../../../test/support/answers/chat.js';
import { type ModelServer, startModelServer } from '../../../test/support/model-server.js';
import { aDocument, MemoryDocuments } from '../../../test/support/stores/memory/documents.js';
import { MemoryMessages } from '../../../test/support/stores/memory/messages.js';
import { MemorySummaries } from '../../../test/support/stores/memory/summaries.js';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import type { ChatService } from '../chat.service.js';
import { Env } from '../../env/env.js';

const HOUR = 3_600_000;
const documents = new MemoryDocuments([
  aDocument('Horario', 'Los domingos abrimos de 9 a 14. Repartir cuesta 3,50 €.'),
]);

let server: ModelServer;
let messages: MemoryMessages;
let summaries: MemorySummaries;
let clock: SetClock;
let env: Env;
let chat: ChatService;

beforeAll(async () => void (server = await startModelServer()));
beforeEach(() => {
  Object.assign(server, {
    mode: 'echo',
    hangOn: undefined,
    requests: [],
    text: 'Ana wants a cake.',
  });
  [messages, summaries, clock] = [new MemoryMessages(), new MemorySummaries(), new SetClock()];
  env = Object.assign(new Env(), { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'test-model' });
  chat = aChat({ documents, messages, summaries, clock, env, config: {} });
});
afterAll(() => server.close());

const ask = (text: string) => chat.generateResponse(text, 'c1', 'api');
const systemOf = (request: number) => server.requests[request].body.messages[0].content;

it('counts for some hours: then a follow-up stands alone, in the language of before', async () => {
  env.OPENAI_BASE_URL = undefined;
  await ask('How much is repartir?');
  expect((await ask('2?')).text).toContain('3,50');
  clock.time += 13 * HOUR;
  expect((await ask('2?')).text).toMatch(/^I don't have that/);
});

it('sums up what is too old to count, after the answer, for the next one', async () => {
  await ask('¿Abrís los domingos? Me llamo Ana y quiero una tarta.');
  clock.time += 13 * HOUR;
  Object.assign(server, { mode: 'fixed', text: 'Ana quiere una tarta.' });
  await ask('¿Abrís los domingos por la tarde?');
  expect(server.requests[1].body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  await expect
    .poll(() => summaries.kept.get('c1'))
    .toMatchObject({ text: 'Ana quiere una tarta.' });
  expect(server.requests[2].body.messages[1].content).toContain('Customer: ¿Abrís los domingos?');
  expect(summaries.kept.get('c1')!.messageId).toBe(messages.kept[1].id);
  await ask('¿Y los sábados?');
  const day = new Date(messages.kept[1].createdAt).toISOString().slice(0, 10);
  expect(systemOf(3)).toContain(`<earlier until="${day}">\nAna quiere una tarta.\n</earlier>`);
  expect(server.requests).toHaveLength(4);
});

it('keeps nothing of a summary that makes figures up', async () => {
  await ask('¿Abrís los domingos?');
  clock.time += 13 * HOUR;
  Object.assign(server, { mode: 'fixed', text: 'La tarta cuesta 29 €.' });
  await ask('¿Abrís los domingos?');
  await expect.poll(() => summaries.kept.get('c1')).toMatchObject({ text: '' });
});

it('fails and delays no answer, and is tried again after the next', async () => {
  await ask('¿Abrís los domingos?');
  clock.time += 13 * HOUR;
  server.hangOn = 'Customer:';
  expect((await ask('¿Abrís los domingos por la tarde?')).error).toBeUndefined();
  await server.heard(3);
  expect((await ask('¿Y los domingos?')).error).toBeUndefined();
  await server.requests[2].abandoned;
  server.hangOn = undefined;
  await ask('¿Abrís los domingos?');
  await expect.poll(() => summaries.kept.size).toBe(1);
});

it('begins nothing once the server stops, though answers are still made', async () => {
  await ask('¿Abrís los domingos?');
  clock.time += 13 * HOUR;
  await chat['summaries'].onModuleDestroy();
  await ask('¿Abrís los domingos?');
  expect(chat['summaries']['running'].size).toBe(0);
});

it('asks for none without a model, nor of what is recent', async () => {
  await ask('¿Abrís los domingos?');
  await ask('¿Y los sábados?');
  expect(server.requests).toHaveLength(2);
  env.OPENAI_BASE_URL = undefined;
  clock.time += 13 * HOUR;
  await ask('¿Abrís los domingos?');
  expect(server.requests).toHaveLength(2);
  expect(summaries.kept.size).toBe(0);
});
