import { expect, it } from 'vitest';
import { Env } from './env.js';
import { readEnv } from './read-env.js';
import { refusal } from '../../test/support/refusal.js';

const NUMBERS = ['x', '-1', '1.5', '1e3', '0x10', '١', '99999999999999999999', 'NaN', '1 2', '+1'];
const WHATSAPP = ['+15005550006', 'whatsapp:15005550006', 'whatsapp:+0', 'sms:+15005550006', 'x'];
const sids = (kind: string) => [kind, `${kind}${'g'.repeat(32)}`, `XX${'0'.repeat(32)}`, '0'];
const ADDRESSES = [
  'x',
  'example.com',
  'ftp://example.com',
  '//example.com',
  'http://',
  'http:example.com',
  'http://a b',
  'http://example.com:99999',
  'http://1.2.3.4.5',
  'http://[::1',
  'http://a\nb',
];
const BASES = [
  ...ADDRESSES,
  'https://user:secret@example.com',
  'https://secret@example.com',
  'https://example.com?a=1',
  'https://example.com/#rc=2',
  'https://example.com?',
  'https://example.com/a#',
];
const SECRETS = ['two words', 'line\nbreak', 'ñandú', '\u0007', 'a\u0000'];
const WORDS = ['two words', 'line\nbreak', 'a\u0000'];
const PATHS = ['a\u0000b', 'line\nbreak'];
const KEYS = ['x', 'A'.repeat(42), 'A'.repeat(45), `${'A'.repeat(42)}!=`, '0'.repeat(64)];

/** Values that stop the start, of every variable. */
const WRONG: Record<string, string[]> = {
  HOST: ['a b', 'http://example.com', '127.0.0.1/8', 'a\nb', '[::1]', 'ñ'],
  PORT: [...NUMBERS, '65536'],
  SIMULATOR: ['yes', 'true', 'ON', '1', 'constructor'],
  PUBLIC_URL: [...BASES, 'https://my_bot.example.com', 'https://example.com/a"b'],
  SMTP_URL: ['mail.example', 'http://mail.example', 'smtp://', 'smtp://mail example'],
  MAIL_FROM: ['me', 'a@b, c@d', 'a@b\nBcc: c@d', '@'],
  MAIL_TO: ['me', 'a@b;c@d', ',', 'a@b,', Array.from({ length: 11 }, () => 'a@b').join()],
  MAIL_EVERY_MINUTES: ['0', '1441', '5m'],
  MAIL_LANGUAGE: ['fr', 'ES'],
  WEBHOOK_ALLOWED_HOSTS: ['https://a.example', 'a.example/b', '10.0.0.1:x', 'a b'],
  TRUSTED_PROXIES: ['y', '10.0.0.256', '10.0.0.0/33', '10.0.0.0/0', '::1/129', 'a,b', '10.0.0.1;'],
  DATA_DIR: PATHS,
  MONGODB_URI: [
    'x',
    'http://example.com',
    'mongodb://',
    'mongodb:/x',
    'mongodb://a b',
    'localhost',
  ],
  ADMIN_TOKEN: SECRETS,
  SECRET_KEY: KEYS,
  SECRET_KEY_PREVIOUS: KEYS,
  SECRET_KEY_NEXT: KEYS,
  TWILIO_ACCOUNT_SID: sids('AC'),
  TWILIO_AUTH_TOKEN: SECRETS,
  TWILIO_AUTH_TOKEN_PREVIOUS: SECRETS,
  TWILIO_SHARED_KEYS: [
    'secret@',
    'a=',
    '=secret@',
    'a=secret@,',
    'a=secret@,b',
    'a b=secret@',
    'a=secret@ b',
    'a=sécret@',
    'a=secret@,a=secret@2',
    Array.from({ length: 11 }, (_, n) => `k${n}=secret@`).join(),
  ],
  TWILIO_WHATSAPP_FROM: WHATSAPP,
  TWILIO_API_KEY_SID: sids('SK'),
  TWILIO_API_KEY_SECRET: SECRETS,
  TWILIO_MESSAGING_SERVICE_SID: sids('MG'),
  TWILIO_API_BASE: BASES,
  TWILIO_MESSAGING_API_BASE: BASES,
  TWILIO_CONTENT_API_BASE: BASES,
  OPENAI_API_KEY: SECRETS,
  OPENAI_BASE_URL: BASES,
  CHAT_MODEL: WORDS,
  EMBEDDING_MODEL: WORDS,
  TRANSCRIPTION_MODEL: WORDS,
  VISION_MODEL: WORDS,
  FALLBACK_CHAT_MODEL: WORDS,
  FALLBACK_OPENAI_BASE_URL: BASES,
  FALLBACK_OPENAI_API_KEY: SECRETS,
  MESSAGE_PRICES: ['/no/such/file.csv', '/'],
  MODEL_PRICES: 'a|a=1|a=1/|a=1/-2|a=1/2,|a=1/2 b=1/2|a=1,5/2|=1/2|a b=1/2'.split('|'),
  RERANK_URL: BASES,
  RERANK_MODEL: WORDS,
  RERANK_API_KEY: SECRETS,
  LLM_TIMEOUT_MS: [...NUMBERS, '99', '600001'],
  WEBHOOK_REPLY_WAIT_MS: [...NUMBERS, '60001'],
  WORKER_CONCURRENCY: [...NUMBERS, '257'],
  MAX_INBOUND_CHARS: [...NUMBERS, '0', '60001'],
  RATE_LIMIT_PER_MINUTE: [...NUMBERS, '0', '1000001'],
  TIME_ZONE: ['Madrid', 'Europe/Madird', '+01:00', 'CEST', '1', 'Europe/Madrid;'],
  SIMULATOR_PORT: [...NUMBERS, '65536'],
  SIMULATOR_WEBHOOK_URL: ADDRESSES,
  SIMULATOR_LEDGER: PATHS,
  SIMULATOR_FROM: WHATSAPP,
  SIMULATOR_ACCOUNT_SID: sids('AC'),
  SIMULATOR_AUTH_TOKEN: SECRETS,
  SIMULATOR_SHARED_KEY: [
    'secret@',
    '=secret@',
    'a=',
    'a b=secret@',
    'a=secret@ b',
    'a=secret@,b=c',
  ],
  LOG_LEVEL: ['INFO', 'verbose', '1', 'constructor'],
  LOG_FORMAT: ['JSON', 'text', '__proto__'],
  OTEL_EXPORTER_OTLP_ENDPOINT: BASES,
  OTEL_EXPORTER_OTLP_HEADERS: ['a=b c', 'a=ñ'],
  OTEL_SERVICE_NAME: ['two words'],
  OTEL_TRACES_SAMPLER_ARG: ['1.1', '-0.1', 'half', '1e-1', '0x1', 'NaN', 'Infinity'],
};

/** With these beside it, no variable misses another one. */
const BESIDE = {
  ADMIN_TOKEN: 'a-token',
  SECRET_KEY: `${'A'.repeat(43)}=`,
  CHAT_MODEL: 'a-model',
  OPENAI_API_KEY: 'a-key',
  FALLBACK_CHAT_MODEL: 'a-second-one',
  TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: 'a-secret',
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'recado@shop.example',
  MAIL_TO: 'team@shop.example',
};

it('has wrong values of every variable here', () => {
  expect(Object.keys(WRONG).sort()).toEqual(Object.keys(new Env()).sort());
});

it.each(Object.entries(WRONG))('%s: a wrong value is one line that names it', (name, values) => {
  for (const value of values) {
    const line = refusal({ ...BESIDE, [name]: value });
    expect([value, line]).toEqual([
      value,
      expect.stringMatching(new RegExp(`^${name} must [^\n]+$`)),
    ]);
    // A secret in the wrong place isn't shown either.
    expect(line.includes('secret@')).toBe(false);
  }
});

it.each(Object.keys(WRONG))('%s: blanks are as good as nothing', (name) => {
  expect(readEnv('/dev/null', { [name]: ' \t' })).toEqual(readEnv('/dev/null', {}));
});

it.each<[string, NodeJS.ProcessEnv, string[]]>([
  ['a mail server alone', { SMTP_URL: 'smtp://mail.example' }, ['MAIL_FROM', 'MAIL_TO']],
  ['no mail server', { MAIL_FROM: 'a@b', MAIL_TO: 'c@d' }, ['SMTP_URL']],
  ['MongoDB alone', { MONGODB_URI: 'mongodb://x/y' }, ['ADMIN_TOKEN', 'SECRET_KEY']],
  ['all addresses', { HOST: '0.0.0.0' }, ['ADMIN_TOKEN']],
  ['all addresses of IPv6', { HOST: '::' }, ['ADMIN_TOKEN']],
  ['a name like loopback', { HOST: 'localhost.example.com' }, ['ADMIN_TOKEN']],
  ['a second model without its name', { FALLBACK_OPENAI_API_KEY: 'x' }, ['FALLBACK_CHAT_MODEL']],
  ['a second model without a first', { FALLBACK_CHAT_MODEL: 'x' }, ['OPENAI_API_KEY']],
  ['another model server', { OPENAI_BASE_URL: 'http://127.0.0.1:8089/v1' }, ['CHAT_MODEL']],
  [
    'a key without its secret',
    { TWILIO_API_KEY_SID: BESIDE.TWILIO_API_KEY_SID },
    ['TWILIO_API_KEY_SECRET'],
  ],
  ['a secret without its key', { TWILIO_API_KEY_SECRET: 'x' }, ['TWILIO_API_KEY_SID']],
  ['two wrong ones', { PORT: 'x', LOG_LEVEL: 'x' }, ['PORT', 'LOG_LEVEL']],
])('%s: a line for each variable that is missing or wrong', (_, values, names) => {
  expect(refusal(values).split('\n')).toEqual(
    names.map((name) => expect.stringMatching(new RegExp(`^${name} must be .`))),
  );
});

it('takes what is right, also where it looks odd', () => {
  const right = { HOST: '::1', PUBLIC_URL: 'https://Example.com:443/bot/', SIMULATOR: 'off' };
  const proxies = { TRUSTED_PROXIES: ' 10.0.0.1, ::1/64 ,loopback,' };
  const model = { OPENAI_BASE_URL: 'http://local_llm:8089/v1', CHAT_MODEL: 'org/model:7b' };
  expect(readEnv('/dev/null', { ...right, ...proxies, ...model })).toMatchObject({
    PUBLIC_URL: 'https://Example.com:443/bot',
    OPENAI_BASE_URL: 'http://local_llm:8089/v1',
    loopback: true,
  });
});
