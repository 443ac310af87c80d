import { expect, test, vi } from 'vitest';
import { onBothBotConfigs } from '../support/stores/bot-configs.js';

const SID = `AC${'0'.repeat(32)}`;
const TOKEN = 'aaaabbbbccccdddd1111222233334444';

onBothBotConfigs('Bot configuration', (c) => {
  test('a setting is replaced only by who knows it', async () => {
    expect(await c.settings.find('bot_config')).toBeUndefined();
    expect(await c.settings.replace('bot_config', '{}', '{"a":1}')).toBe(false);
    expect(await c.settings.replace('bot_config', undefined, '{"a":1}')).toBe(true);
    expect(await c.settings.replace('bot_config', undefined, '{"a":2}')).toBe(false);
    expect(await c.settings.replace('bot_config', '{"a":0}', '{"a":2}')).toBe(false);
    expect(await c.settings.replace('bot_config', '{"a":1}', '{"a":2}')).toBe(true);
    expect(await c.settings.find('bot_config')).toBe('{"a":2}');
    expect(await c.settings.find('other')).toBeUndefined();
  });

  test('stored counts over the environment, that over the default; null takes it away', async () => {
    const config = c.node({ TWILIO_ACCOUNT_SID: SID, CHAT_MODEL: 'small', LLM_TIMEOUT_MS: 9000 });
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
    expect(await c.settings.find('bot_config')).toBe('{"fields":{}}');
  });

  test('the fallback message speaks the language that is set', async () => {
    const config = c.node();
    expect((await config.current()).fallbackMessage).toMatch(/Ahora mismo.*\n.*right now/);
    await config.update({ language: 'es' });
    expect((await config.current()).fallbackMessage).not.toMatch(/right now/);
    await config.update({ fallback_message: 'Un momento.' });
    expect((await config.current()).fallbackMessage).toBe('Un momento.');
  });

  test('a change counts here at once, elsewhere within a second, and is told once', async () => {
    const [here, there] = [c.node(), c.node()];
    const told = { here: vi.fn(), there: vi.fn() };
    here.changes.subscribe(told.here);
    there.changes.subscribe(told.there);
    await Promise.all([here.current(), there.current()]);
    await here.update({ bot_name: 'Ana' });
    expect((await here.current()).botName).toBe('Ana');
    expect((await there.current()).botName).toBe('Recado');
    expect((await there.fresh()).botName).toBe('Ana');
    await here.update({ bot_name: 'Eva' });
    c.clock.time += 1000;
    expect((await there.current()).botName).toBe('Eva');
    await here.update({ bot_name: 'Eva' });
    await there.fresh();
    expect([told.here.mock.calls.length, told.there.mock.calls.length]).toEqual([2, 2]);
  });

  test('changes from several nodes at once all count', async () => {
    const nodes = Array.from({ length: 5 }, () => c.node());
    const fields = ['bot_name', 'system_prompt', 'chat_model', 'fallback_message'] as const;
    await Promise.all(fields.map((field, i) => nodes[i].update({ [field]: `of-${i}` })));
    const view = await nodes[4].view();
    expect(fields.map((field) => view[field])).toEqual(['of-0', 'of-1', 'of-2', 'of-3']);
  });

  test("in simulator mode the simulator's account counts, whatever is stored", async () => {
    const simulated = { accountSid: SID, authToken: 'its-token', from: 'whatsapp:+14155238886' };
    const config = c.node({ TWILIO_AUTH_TOKEN_PREVIOUS: 'older' }, simulated);
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
});
