import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BotConfigService } from '../../src/config/bot-config.service.js';
import { Endpoints } from '../../src/config/endpoints.js';
import { SecretKey } from '../../src/config/secrets/secret-key.js';
import type { SettingsRepository } from '../../src/config/settings.repository.js';
import { Env } from '../../src/env/env.js';
import { SetClock } from '../support/stores/set-clock.js';
import { onBothStores, type TestStore } from '../support/stores/stores.js';

const SID = `AC${'0'.repeat(32)}`;
const TOKEN = 'aaaabbbbccccdddd1111222233334444';
const NEXT = 'eeeeffff0000111122223333aaaabbbb';
const DAY = 24 * 60 * 60 * 1000;

onBothStores('Bot configuration', (make) => {
  let store: TestStore;
  let settings: SettingsRepository;
  let clock: SetClock;
  let env: Env;

  /** A node of its own on the same store. */
  const node = (
    given: Partial<Env> = {},
    simulated?: ConstructorParameters<typeof Endpoints>[1],
  ) => {
    const own = Object.assign(new Env(), env, given);
    const key = new SecretKey(own, settings);
    return new BotConfigService(settings, key, new Endpoints(own, simulated), own, clock);
  };

  beforeEach(async () => {
    store = await make();
    clock = new SetClock(Date.UTC(2026, 10, 1));
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'recado-'));
    env = Object.assign(new Env(), { DATA_DIR, SECRET_KEY: randomBytes(32).toString('base64') });
    settings = await store.open<SettingsRepository>({
      sqlite: () => import('../../src/config/settings.sqlite.js'),
      mongo: () => import('../../src/config/settings.mongo.js'),
    });
  });
  afterEach(() => store.close());

  test('a setting is replaced only by who knows it', async () => {
    expect(await settings.find('bot_config')).toBeUndefined();
    expect(await settings.replace('bot_config', '{}', '{"a":1}')).toBe(false);
    expect(await settings.replace('bot_config', undefined, '{"a":1}')).toBe(true);
    expect(await settings.replace('bot_config', undefined, '{"a":2}')).toBe(false);
    expect(await settings.replace('bot_config', '{"a":0}', '{"a":2}')).toBe(false);
    expect(await settings.replace('bot_config', '{"a":1}', '{"a":2}')).toBe(true);
    expect(await settings.find('bot_config')).toBe('{"a":2}');
    expect(await settings.find('other')).toBeUndefined();
  });

  test('stored counts over the environment, that over the default; null takes it away', async () => {
    const config = node({ TWILIO_ACCOUNT_SID: SID, CHAT_MODEL: 'small', LLM_TIMEOUT_MS: 9000 });
    const sources = { twilio_account_sid: 'environment', llm_timeout_ms: 'environment' };
    expect(await config.view()).toMatchObject({
      twilio_account_sid: SID,
      twilio_auth_token: null,
      chat_model: 'small',
      bot_name: 'Recado',
      language: 'auto',
      rate_limit_per_minute: 20,
      simulator: false,
      sources: { ...sources, bot_name: 'default', rate_limit_per_minute: 'default' },
    });
    await config.update({ chat_model: 'large', bot_name: 'Ana', llm_timeout_ms: 500 });
    expect(await config.current()).toMatchObject({
      chatModel: 'large',
      botName: 'Ana',
      llmTimeoutMs: 500,
      twilioAccountSid: SID,
    });
    const view = await config.update({ chat_model: null, bot_name: null, llm_timeout_ms: null });
    expect(view).toMatchObject({ chat_model: 'small', bot_name: 'Recado', llm_timeout_ms: 9000 });
    expect(await settings.find('bot_config')).toBe('{"fields":{}}');
  });

  test('the fallback message speaks the language that is set', async () => {
    const config = node();
    expect((await config.current()).fallbackMessage).toMatch(/Ahora mismo.*\n.*right now/);
    await config.update({ language: 'es' });
    expect((await config.current()).fallbackMessage).not.toMatch(/right now/);
    await config.update({ fallback_message: 'Un momento.' });
    expect((await config.current()).fallbackMessage).toBe('Un momento.');
  });

  test('secrets are sealed in the store, masked in answers, and a mask changes nothing', async () => {
    const config = node();
    const { twilio_auth_token: masked } = await config.update({ twilio_auth_token: TOKEN });
    expect(masked).toBe('••••••4444');
    const text = await settings.find('bot_config');
    expect(text).not.toContain(TOKEN);
    await config.update({ twilio_auth_token: masked });
    expect(await settings.find('bot_config')).toBe(text);
    await config.update({ ...(await config.view()), bot_name: 'Ana' } as never);
    expect(await config.fresh()).toMatchObject({ twilioAuthToken: TOKEN, botName: 'Ana' });
  });

  test('a change counts here at once, elsewhere within a second, and is told once', async () => {
    const [here, there] = [node(), node()];
    const told = { here: vi.fn(), there: vi.fn() };
    here.changes.subscribe(told.here);
    there.changes.subscribe(told.there);
    await Promise.all([here.current(), there.current()]);
    await here.update({ bot_name: 'Ana' });
    expect((await here.current()).botName).toBe('Ana');
    expect((await there.current()).botName).toBe('Recado');
    expect((await there.fresh()).botName).toBe('Ana');
    await here.update({ bot_name: 'Eva' });
    clock.time += 1000;
    expect((await there.current()).botName).toBe('Eva');
    await here.update({ bot_name: 'Eva' });
    await there.fresh();
    expect([told.here.mock.calls.length, told.there.mock.calls.length]).toEqual([2, 2]);
  });

  test('changes from several nodes at once all count', async () => {
    const nodes = Array.from({ length: 5 }, () => node());
    const fields = ['bot_name', 'system_prompt', 'chat_model', 'fallback_message'] as const;
    await Promise.all(fields.map((field, i) => nodes[i].update({ [field]: `of-${i}` })));
    const view = await nodes[4].view();
    expect(fields.map((field) => view[field])).toEqual(['of-0', 'of-1', 'of-2', 'of-3']);
  });

  test('the old auth token counts as previous for a day', async () => {
    const config = node({ TWILIO_AUTH_TOKEN: TOKEN, TWILIO_AUTH_TOKEN_PREVIOUS: 'older' });
    expect((await config.current()).twilioAuthTokenPrevious).toBe('older');
    await config.update({ twilio_auth_token: NEXT });
    await config.update({ bot_name: 'Ana' });
    const tokens = async (on = config) => {
      const { twilioAuthToken, twilioAuthTokenPrevious } = await on.current();
      return [twilioAuthToken, twilioAuthTokenPrevious];
    };
    expect(await tokens()).toEqual([NEXT, TOKEN]);
    expect(await tokens(node())).toEqual([NEXT, TOKEN]);
    clock.time += DAY - 1;
    expect(await tokens()).toEqual([NEXT, TOKEN]);
    clock.time += 1;
    expect(await tokens()).toEqual([NEXT, 'older']);
  });

  test('half an API key is refused', async () => {
    const config = node();
    const key = { twilio_api_key_sid: `SK${'0'.repeat(32)}` };
    const refused = await config.update(key).catch((e) => e);
    expect(refused.extra.errors).toEqual([
      { field: 'twilio_api_key_secret', message: 'is needed with twilio_api_key_sid' },
    ]);
    await config.update({ ...key, twilio_api_key_secret: TOKEN });
    await expect(config.update({ twilio_api_key_sid: null })).rejects.toThrow(/is needed/);
    expect(
      await config.update({ twilio_api_key_sid: null, twilio_api_key_secret: null }),
    ).toMatchObject({ twilio_api_key_sid: null });
  });

  test("in simulator mode the simulator's account counts, whatever is stored", async () => {
    const simulated = { accountSid: SID, authToken: 'its-token', from: 'whatsapp:+14155238886' };
    const config = node({ TWILIO_AUTH_TOKEN_PREVIOUS: 'older' }, simulated);
    const view = await config.update({ twilio_auth_token: TOKEN, bot_name: 'Ana' });
    expect(view).toMatchObject({ simulator: true, twilio_auth_token: '••••••4444' });
    expect(await config.current()).toMatchObject({
      twilioAccountSid: SID,
      twilioAuthToken: 'its-token',
      twilioWhatsappFrom: 'whatsapp:+14155238886',
      twilioAuthTokenPrevious: undefined,
      botName: 'Ana',
    });
  });

  describe('another secret key', () => {
    const SECRET_KEY = randomBytes(32).toString('base64');

    test('alone, it stops the start', async () => {
      await node().onModuleInit();
      await expect(node({ SECRET_KEY }).onModuleInit()).rejects.toThrow(/^SECRET_KEY is not/);
    });

    test('with the old one as previous, everything is sealed anew', async () => {
      await node().update({ twilio_auth_token: TOKEN });
      await node().update({ twilio_auth_token: NEXT });
      await node({ SECRET_KEY, SECRET_KEY_PREVIOUS: env.SECRET_KEY }).fresh();
      expect(await node({ SECRET_KEY }).fresh()).toMatchObject({
        twilioAuthToken: NEXT,
        twilioAuthTokenPrevious: TOKEN,
      });
      await expect(node().fresh()).rejects.toThrow(/^SECRET_KEY is not/);
    });
  });

  test('a secret that was tampered with counts as missing, is told without it, and can be set anew', async () => {
    const error = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await node().update({ twilio_auth_token: TOKEN });
    const text = (await settings.find('bot_config'))!;
    const moved = text.replace('twilio_auth_token', 'twilio_api_key_secret');
    await settings.replace('bot_config', text, moved);
    const config = node();
    expect((await config.current()).twilioApiKeySecret).toBeUndefined();
    expect(error.mock.calls).toEqual([
      [expect.stringContaining('twilio_api_key_secret cannot be')],
    ]);
    await config.update({ twilio_api_key_secret: null, twilio_auth_token: TOKEN });
    expect((await node().fresh()).twilioAuthToken).toBe(TOKEN);
    error.mockRestore();
  });
});
