import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ModelServer, startModelServer } from '../../../test/support/model-server.js';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import { Env } from '../../env/env.js';
import { metrics } from '../../metrics.js';
import { Spending } from '../usage/usage.js';
import { ChatModel } from './chat-model.js';
import { ModelError } from './model-client.js';

const LONG = { status: 429, headers: { 'retry-after': '40' } };

describe('ChatModel', () => {
  let first: ModelServer;
  let second: ModelServer;
  let clock: SetClock;
  let env: Env;
  let spending: Spending;
  let model: ChatModel;
  let logged: unknown[];

  // What a model needs is loaded before the tests count milliseconds.
  beforeAll(async () => {
    [first, second] = await Promise.all([startModelServer(), startModelServer()]);
    await new ChatModel(envOf(), new SetClock()).answer('', asked, new AbortController().signal, {
      ms: 60_000,
      config: { llmTimeoutMs: 60_000 },
      spending: new Spending(),
    });
    await Promise.all([first.close(), second.close()]);
  });
  // New ones each time: a request that was given up may still be on its way to those before.
  beforeEach(async () => {
    first = await startModelServer({ mode: 'fixed', text: 'the first' });
    second = await startModelServer({ mode: 'fixed', text: 'the second' });
    for (const server of [first, second]) server.tokens = { in: 100, out: 10 };
    [clock, env, spending] = [new SetClock(), envOf(), new Spending()];
    model = new ChatModel(env, clock);
    logged = [];
    for (const level of ['warn', 'log'] as const)
      vi.spyOn(Logger.prototype, level).mockImplementation((line) => void logged.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    return Promise.all([first.close(), second.close()]);
  });

  const envOf = () =>
    Object.assign(new Env(), {
      OPENAI_BASE_URL: first.url,
      OPENAI_API_KEY: 'sk-first',
      CHAT_MODEL: 'one',
      FALLBACK_CHAT_MODEL: 'two',
      FALLBACK_OPENAI_BASE_URL: second.url,
    });
  const alone = () => Object.assign(env, { FALLBACK_CHAT_MODEL: undefined });
  const asked = [{ role: 'user' as const, text: 'hola' }];
  const ask = (ms = 20_000, signal = new AbortController().signal) =>
    model.answer('Be kind.', asked, signal, { ms, config: { llmTimeoutMs: 20_000 }, spending });
  const heard = () => [first.requests.length, second.requests.length];

  it('asks the second model of nothing while the first one answers', async () => {
    expect(await ask()).toBe('the first');
    expect(heard()).toEqual([1, 0]);
    expect(spending.usage).toEqual({ model: 'one', inputTokens: 100, outputTokens: 10 });
  });

  it.each([
    ['has to wait long', LONG, 1],
    ['has no money left', { status: 429, code: 'insufficient_quota' }, 1],
    ['knows no such key', { status: 401 }, 1],
    ['may not', { status: 403 }, 1],
    ['knows no such model', { status: 404, code: 'model_not_found' }, 1],
    ['takes no such request', { status: 400 }, 1],
    ['fails again', { status: 503 }, 2],
    ['closes the connection again', 'reset' as const, 2],
  ])('asks the second one at once where the first one %s', async (_, refusal, tries) => {
    first.refusals = Array.from({ length: tries }, () => refusal);
    expect(await ask()).toBe('the second');
    expect(heard()).toEqual([tries, 1]);
    expect(spending.usage?.model).toBe('two');
  });

  it.each([
    ['stumbled', { status: 500 }],
    ['lost the connection', 'reset' as const],
    ['asks to wait a moment', { status: 429, headers: { 'retry-after': '0' } }],
  ])('asks a server again that %s', async (_, refusal) => {
    first.refusals = [refusal];
    expect(await ask()).toBe('the first');
    expect(heard()).toEqual([2, 0]);
  });

  it('fails at once where there is no second one and waiting is too long', async () => {
    alone();
    first.refusals = [{ status: 429, headers: { 'retry-after': '11' } }];
    await expect(ask()).rejects.toThrow('model HTTP 429');
    expect(heard()).toEqual([1, 0]);
  });

  it('asks the second one where the first one says nothing', async () => {
    first.text = '';
    expect(await ask()).toBe('the second');
    expect(spending.usage).toEqual({ model: 'two', inputTokens: 200, outputTokens: 20 });
  });

  it('keeps time for the second one', async () => {
    first.mode = 'hang';
    expect(await ask(400)).toBe('the second');
    await first.requests[0].abandoned;
  });

  it("says the second one's failure where both fail", async () => {
    Object.assign(first, { refusals: [LONG] });
    Object.assign(second, { refusals: [{ status: 401 }] });
    await expect(ask()).rejects.toThrow(new ModelError('model HTTP 401'));
  });

  it("throws the caller's reason, and asks nobody else then", async () => {
    first.mode = 'hang';
    const caller = new AbortController();
    const asking = ask(20_000, caller.signal);
    asking.catch(() => undefined);
    await first.heard(1);
    caller.abort();
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    expect(heard()).toEqual([1, 0]);
  });

  it("sends the first one's key to its own server only", async () => {
    first.refusals = [LONG];
    await ask();
    Object.assign(env, { FALLBACK_OPENAI_BASE_URL: undefined });
    first.refusals = [{ status: 404 }];
    model = new ChatModel(env, clock);
    expect(await ask()).toBe('the first');
    const seen = first.requests.map(({ body, authorization }) => [body.model, authorization]);
    expect(second.requests[0].authorization).toBe('Bearer none');
    expect(seen.slice(1)).toEqual([
      ['one', 'Bearer sk-first'],
      ['two', 'Bearer sk-first'],
    ]);
  });

  it('skips a model that failed three times, and tries it again later', async () => {
    first.refusals = Array.from({ length: 3 }, () => ({ status: 401 }));
    for (let n = 0; n < 4; n++) expect(await ask()).toBe('the second');
    expect(heard()).toEqual([3, 4]);
    const { host } = new URL(first.url);
    const shown = async (value: number) =>
      expect(await metrics.metrics()).toContain(
        `recado_model_skipped{model="one",server="${host}"} ${value}\n`,
      );
    await shown(1);
    clock.time += 30_000;
    expect(await ask()).toBe('the first');
    await shown(0);
    expect(logged).toEqual([
      `one of ${host} failed: model HTTP 401; it isn't asked for 30 s`,
      `one of ${host} answers again`,
    ]);
  });

  it('is not kept waiting by a model that is late again and again', async () => {
    alone();
    first.mode = 'hang';
    const late = () => model.answer('', asked, AbortSignal.timeout(200), timeOf(200));
    const timeOf = (ms: number) => ({ ms, config: { llmTimeoutMs: ms }, spending });
    for (let n = 0; n < 3; n++)
      await expect(late()).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(late()).rejects.toThrow(/not asked for a while/);
  });

  it('blames no model for what was asked of it, or for a time that was short', async () => {
    alone();
    first.refusals = Array.from({ length: 4 }, () => ({ status: 400 }));
    for (let n = 0; n < 4; n++) await expect(ask()).rejects.toThrow('model HTTP 400');
    first.mode = 'hang';
    for (let n = 0; n < 4; n++)
      await expect(ask(20, AbortSignal.timeout(20))).rejects.toMatchObject({
        name: 'TimeoutError',
      });
    first.mode = 'fixed';
    expect(await ask()).toBe('the first');
  });

  it('adds up what it cost, in vain too', async () => {
    env.MODEL_PRICES = 'one=0.25/2, two=1/10';
    model = new ChatModel(env, clock);
    first.text = '<think>';
    await ask();
    expect(spending.usage).toEqual({
      model: 'two',
      inputTokens: 200,
      outputTokens: 20,
      cost: 0.000245,
    });
  });
});
