import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { describe, expect, test, vi } from 'vitest';
import { onBothBotConfigs } from '../support/stores/bot-configs.js';

const TOKEN = 'aaaabbbbccccdddd1111222233334444';
const NEXT = 'eeeeffff0000111122223333aaaabbbb';
const DAY = 24 * 60 * 60 * 1000;

onBothBotConfigs('Secrets of the bot configuration', (c) => {
  test('secrets are sealed in the store, masked in answers, and a mask changes nothing', async () => {
    const config = c.node();
    const { twilio_auth_token: masked } = await config.update({ twilio_auth_token: TOKEN });
    expect(masked).toBe('••••••4444');
    const text = await c.settings.find('bot_config');
    expect(text).not.toContain(TOKEN);
    await config.update({ twilio_auth_token: masked });
    expect(await c.settings.find('bot_config')).toBe(text);
    await config.update({ ...(await config.view()), bot_name: 'Ana' } as never);
    expect(await config.fresh()).toMatchObject({ twilioAuthToken: TOKEN, botName: 'Ana' });
  });

  test('the old auth token counts as previous for a day', async () => {
    const config = c.node({ TWILIO_AUTH_TOKEN: TOKEN, TWILIO_AUTH_TOKEN_PREVIOUS: 'older' });
    expect((await config.current()).twilioAuthTokenPrevious).toBe('older');
    await config.update({ twilio_auth_token: NEXT });
    await config.update({ bot_name: 'Ana' });
    const tokens = async (on = config) => {
      const { twilioAuthToken, twilioAuthTokenPrevious } = await on.current();
      return [twilioAuthToken, twilioAuthTokenPrevious];
    };
    expect(await tokens()).toEqual([NEXT, TOKEN]);
    expect(await tokens(c.node())).toEqual([NEXT, TOKEN]);
    c.clock.time += DAY - 1;
    expect(await tokens()).toEqual([NEXT, TOKEN]);
    c.clock.time += 1;
    expect(await tokens()).toEqual([NEXT, 'older']);
  });

  test('of a list of keys each secret is masked, and each mask stays what it is', async () => {
    const config = c.node();
    const keys = (list: string) => config.update({ twilio_shared_keys: list });
    const { twilio_shared_keys: shown } = await keys(`key-one=${TOKEN}, k2=short`);
    expect(shown).toBe('key-one=••••••4444,k2=••••••');
    const text = await c.settings.find('bot_config');
    // Two letters would stand in what is sealed by chance.
    for (const part of [TOKEN, 'short', 'key-one']) expect(text).not.toContain(part);
    await keys(shown!);
    expect(await c.settings.find('bot_config')).toBe(text);
    await keys(`k2=••••••, k3=${NEXT}==`);
    expect((await c.node().fresh()).twilioSharedKeys).toBe(`k2=short,k3=${NEXT}==`);
    await expect(keys('k2=••••••,k4=••••••')).rejects.toThrow(/no secret for k4 yet/);
  });

  test('masks of what the environment names store nothing', async () => {
    const config = c.node({ TWILIO_SHARED_KEYS: `k1=${TOKEN}` });
    const { twilio_shared_keys } = await config.view();
    await config.update({ twilio_shared_keys });
    expect(await c.settings.find('bot_config')).toBeUndefined();
    await config.update({ twilio_shared_keys: `${twilio_shared_keys},k2=${NEXT}` });
    expect((await config.fresh()).twilioSharedKeys).toBe(`k1=${TOKEN},k2=${NEXT}`);
    await config.update({ twilio_shared_keys: null });
    expect((await config.fresh()).twilioSharedKeys).toBe(`k1=${TOKEN}`);
  });

  test('half an API key is refused', async () => {
    const config = c.node();
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

  describe('another secret key', () => {
    const SECRET_KEY = randomBytes(32).toString('base64');

    test('alone, it stops the start', async () => {
      await c.node().onModuleInit();
      await expect(c.node({ SECRET_KEY }).onModuleInit()).rejects.toThrow(/^SECRET_KEY is not/);
    });

    test('with the old one as previous, everything is sealed anew', async () => {
      await c.node().update({ twilio_auth_token: TOKEN });
      await c.node().update({ twilio_auth_token: NEXT });
      await c.node({ SECRET_KEY, SECRET_KEY_PREVIOUS: c.env.SECRET_KEY }).fresh();
      expect(await c.node({ SECRET_KEY }).fresh()).toMatchObject({
        twilioAuthToken: NEXT,
        twilioAuthTokenPrevious: TOKEN,
      });
      await expect(c.node().fresh()).rejects.toThrow(/^SECRET_KEY is not/);
    });
  });

  test('a secret that was tampered with counts as missing, is told without it, and can be set anew', async () => {
    const error = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await c.node().update({ twilio_auth_token: TOKEN });
    const text = (await c.settings.find('bot_config'))!;
    const moved = text.replace('twilio_auth_token', 'twilio_api_key_secret');
    await c.settings.replace('bot_config', text, moved);
    const config = c.node();
    expect((await config.current()).twilioApiKeySecret).toBeUndefined();
    expect(error.mock.calls).toEqual([
      [expect.stringContaining('twilio_api_key_secret cannot be')],
    ]);
    await config.update({ twilio_api_key_secret: null, twilio_auth_token: TOKEN });
    expect((await c.node().fresh()).twilioAuthToken).toBe(TOKEN);
    error.mockRestore();
  });
});
