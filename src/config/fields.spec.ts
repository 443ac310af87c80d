import { expect, expectTypeOf, it } from 'vitest';
import { Env, secretsIn } from '../env/env.js';
import { type BotConfig, botConfig, effective, secretsOf, simulatedConfig } from './bot-config.js';
import { fieldNames, settingOf } from './fields.js';

const env = (values: Partial<Env>) => Object.assign(new Env(), values);

it('gives each setting the type that its row says', () => {
  expectTypeOf<BotConfig['botName']>().toEqualTypeOf<string>();
  expectTypeOf<BotConfig['chatModel']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<BotConfig['llmTimeoutMs']>().toEqualTypeOf<number>();
  expectTypeOf<BotConfig['language']>().toEqualTypeOf<'auto' | 'es' | 'en'>();
});

it('takes each variable that a row names, and only a default that the row has', () => {
  for (const field of fieldNames) {
    const { env: name, default: standard } = settingOf(field);
    const own = new Env();
    const without = effective(field, {}, own);
    expect([field, without.source]).toEqual([field, 'default']);
    const always = standard !== undefined || (name && own[name] !== undefined);
    expect([field, without.value !== undefined]).toEqual([field, !!always]);
    if (!name) continue;
    const given = effective(field, {}, env({ [name]: 'given' }));
    expect([field, given]).toEqual([field, { value: 'given', source: 'environment' }]);
  }
});

it('knows its secrets', () => {
  const given = { TWILIO_AUTH_TOKEN: 'a', TWILIO_API_KEY_SECRET: 'b', CHAT_MODEL: 'c' };
  expect(secretsOf(botConfig({}, env(given), 'd'))).toEqual(['a', 'b', 'd']);
});

it('knows each secret of a list of keys', () => {
  const own = env({ TWILIO_SHARED_KEYS: 'k1=a,k2=b==' });
  expect(secretsOf(botConfig({}, own))).toEqual(expect.arrayContaining(['a', 'b==']));
  expect(secretsIn(own)).toEqual(expect.arrayContaining(['a', 'b==']));
});

it("puts the simulator's account in the place of all that is Twilio's", () => {
  const given = { TWILIO_API_KEY_SID: 'SK1', TWILIO_MESSAGING_SERVICE_SID: 'MG1', CHAT_MODEL: 'c' };
  const simulated = { accountSid: 'AC1', authToken: 't', from: 'whatsapp:+14155238886' };
  const config = simulatedConfig(botConfig({}, env(given), 'previous'), simulated);
  expect(config).toMatchObject({ twilioAccountSid: 'AC1', twilioAuthToken: 't', chatModel: 'c' });
  const { twilioApiKeySid, twilioMessagingServiceSid, twilioAuthTokenPrevious } = config;
  expect([twilioApiKeySid, twilioMessagingServiceSid, twilioAuthTokenPrevious]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
