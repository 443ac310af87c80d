import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aChat } from '../../test/support/answers/chat.js';
import { aDocument, MemoryDocuments } from '../../test/support/stores/memory/documents.js';
import { MemoryMessages } from '../../test/support/stores/memory/messages.js';
import { startModelServer, type ModelServer } from '../../test/support/model-server.js';
import type { BotConfig } from '../config/bot-config.js';
import { Env } from '../env/env.js';

const TEXT =
  '## Domingo\nLos domingos abrimos de 9:00 a 14:00.\n## Reparto\nEl reparto cuesta 3,50 €.';
const documents = new MemoryDocuments([aDocument('Horario', TEXT, { id: 'd1' })]);

describe('ChatService', () => {
  let server: ModelServer;
  let messages: MemoryMessages;
  let env: Env;
  let config: Partial<BotConfig>;

  beforeEach(async () => {
    server = await startModelServer();
    messages = new MemoryMessages();
    config = {};
    env = Object.assign(new Env(), { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'test-model' });
  });
  afterEach(() => server.close());

  const chat = () => aChat({ documents, messages, env, config });
  const ask = (text: string, options = {}) => chat().generateResponse(text, 'c1', 'api', options);

  it('sends the text unchanged as the last user message, the passages before it', async () => {
    const text = 'Hola,\n¿abrís  los domingos de 9:00 a 14:00? 🥐';
    const reply = await ask(text);
    expect(reply).toMatchObject({
      text,
      mode: 'llm',
      sources: [{ documentId: 'd1', title: 'Horario' }],
    });
    expect(reply.error).toBeUndefined();
    const { model, messages: sent, temperature } = server.requests[0].body;
    expect([model, temperature]).toEqual(['test-model', 0]);
    expect(sent.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(sent[0].content).toContain('Los domingos abrimos de 9:00 a 14:00.');
    expect(sent[1].content).toBe(text);
  });

  it('says what it took', async () => {
    const { timings } = (await ask('¿abrís los domingos?')).trace;
    expect(Object.keys(timings).sort()).toEqual([
      'history_ms',
      'model_ms',
      'retrieval_ms',
      'total_ms',
    ]);
  });

  it('keeps what the API says, in order, and leaves WhatsApp to the mailbox', async () => {
    const text = '¿abrís los domingos de 9:00 a 14:00?';
    await ask(text);
    expect(messages.kept).toMatchObject([
      { role: 'user', source: 'api', conversationId: 'c1', text },
      { role: 'assistant', source: 'api', conversationId: 'c1', text },
    ]);
    await chat().generateResponse('otra', 'c1', 'whatsapp');
    expect(messages.kept).toHaveLength(2);
  });

  it('understands a follow-up: the model sees what was said, and the passage of both', async () => {
    await ask('¿Cuánto cuesta el reparto?');
    await ask('¿Y los domingos?');
    const sent = server.requests[1].body.messages;
    expect(sent.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(sent[0].content).toContain('3,50 €');
    expect(sent[0].content).toContain('9:00 a 14:00');
    expect(sent[3].content).toBe('¿Y los domingos?');
  });

  it('closes the connection to a model that hangs, and says the fallback once', async () => {
    await ask('¿abrís los domingos?');
    server.mode = 'hang';
    const reply = await ask('¿vendéis coches?', { budgetMs: 2000 });
    expect(reply).toMatchObject({ mode: 'fallback', sources: [] });
    expect(reply.error).toBe('model time-out after 1800 ms');
    expect(reply.text).toBe(
      'Ahora mismo no puedo responder. Por favor, inténtalo de nuevo en unos minutos.',
    );
    expect(reply.trace.timings.total_ms).toBeGreaterThanOrEqual(1750);
    await server.heard(2);
    await server.requests[1].abandoned;
    expect(server.requests).toHaveLength(2);
  });

  it('has one budget for everything: a store that hangs is the same', async () => {
    messages.history = () => new Promise(() => undefined);
    expect(await ask('hello there, are you open?', { budgetMs: 50 })).toMatchObject({
      mode: 'fallback',
      text: "I can't answer right now. Please try again in a few minutes.",
      error: 'history time-out after 50 ms',
    });
    expect(server.requests).toHaveLength(0);
  });

  it("stops at the caller's signal: closes the connection, says and keeps nothing", async () => {
    server.mode = 'hang';
    const caller = new AbortController();
    const asking = ask('¿abrís?', { signal: caller.signal });
    asking.catch(() => undefined);
    await server.heard(1);
    caller.abort();
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    await server.requests[0].abandoned;
    expect(messages.kept).toEqual([]);
  });

  it('says what the documents have when the model is late', async () => {
    server.mode = 'hang';
    const reply = await ask('¿abrís los domingos?', { budgetMs: 1000 });
    expect(reply).toMatchObject({
      mode: 'extractive',
      text: expect.stringContaining('de 9:00 a 14:00'),
      sources: [{ documentId: 'd1' }],
      error: 'model time-out after 900 ms',
    });
  });

  it('says what they have when its answer is empty', async () => {
    server.mode = 'empty';
    const reply = await ask('¿abrís los domingos?');
    expect(reply).toMatchObject({
      mode: 'extractive',
      sources: [{ documentId: 'd1' }],
      error: 'model gave an empty answer',
    });
  });

  it('falls back when the model fails and they have nothing, without its words', async () => {
    await ask('¿abrís los domingos?');
    Object.assign(server, { mode: '500', requests: [] });
    const reply = await ask('¿y vendéis coches?');
    expect(reply).toMatchObject({ mode: 'fallback', error: 'model HTTP 500' });
    expect(JSON.stringify(reply)).not.toContain('sk-secret');
    expect(server.requests).toHaveLength(2);
  });

  it('falls back when the answer is empty, or nothing but thoughts', async () => {
    await ask('¿abrís?');
    server.mode = 'empty';
    expect(await ask('¿vendéis coches?')).toMatchObject({
      mode: 'fallback',
      error: 'model gave an empty answer',
    });
    Object.assign(server, { mode: 'fixed', text: '<think>hm</think> \n' });
    expect((await ask('¿vendéis coches?')).mode).toBe('fallback');
    server.text = '<think>hm</think>\nSí, de 9:00 a 14:00.';
    expect((await ask('¿abrís los domingos?')).text).toBe('Sí, de 9:00 a 14:00.');
  });

  it('says what the documents have when nobody listens', async () => {
    await server.close();
    const reply = await ask('¿abrís?', { budgetMs: 15_000 });
    expect(reply).toMatchObject({ mode: 'extractive', error: 'model not reached (ECONNREFUSED)' });
  });

  it("says the configured fallback in the owner's words", async () => {
    await ask('are you open?');
    server.mode = 'empty';
    config = { fallbackMessage: 'Llámanos.' };
    expect((await ask('do you sell cars?')).text).toBe('Llámanos.');
  });

  it('sends no key where none is configured, the configured one where there is', async () => {
    await ask('¿abrís?');
    env.OPENAI_API_KEY = 'sk-mine';
    await ask('¿abrís?');
    const keys = server.requests.map(({ authorization }) => authorization);
    expect(keys).toEqual(['Bearer none', 'Bearer sk-mine']);
  });

  it('quotes the knowledge when there is no model', async () => {
    env.OPENAI_BASE_URL = undefined;
    expect(await ask('¿a qué hora abrís los domingos?')).toMatchObject({
      mode: 'extractive',
      text: 'Domingo:\n\nLos domingos abrimos de 9:00 a 14:00.',
      sources: [{ documentId: 'd1', quote: 'Los domingos abrimos de 9:00 a 14:00.' }],
    });
    expect((await ask('¿vendéis coches?')).text).toMatch(
      /^No tengo esa información.*- Horario\n\n¿Quieres que se lo pase a una persona del equipo\?$/s,
    );
    expect((await ask('do you sell cars?')).text).toMatch(/^I don't have that information/);
    expect(server.requests).toHaveLength(0);
  });

  it('lets a failure of the store through: the turn is tried again', async () => {
    messages.history = () => Promise.reject(new Error('away'));
    await expect(ask('¿abrís?')).rejects.toThrow('away');
  });
});
