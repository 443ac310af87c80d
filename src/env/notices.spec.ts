import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refusal } from '../../test/support/refusal.js';
import { noticesOf, readEnv } from './read-env.js';

const SID = `AC${'0'.repeat(32)}`;
const told = (given: NodeJS.ProcessEnv, file = '/dev/null') => noticesOf(readEnv(file, given));

const directory = mkdtempSync(join(tmpdir(), 'recado-'));
afterAll(() => rmSync(directory, { recursive: true }));
const holding = (content: string) => {
  const file = join(directory, '.env');
  writeFileSync(file, content);
  return file;
};

describe('a value that comes in quotes', () => {
  it.each(['"abc"', "'abc'", '`abc`', ' "abc" ', '" abc "'])('is taken without: %s', (value) => {
    const env = readEnv('/dev/null', { ADMIN_TOKEN: value, PORT: '"1234"' });
    expect([env.ADMIN_TOKEN, env.PORT]).toEqual(['abc', 1234]);
    expect(noticesOf(env)).toEqual([
      expect.stringMatching(/^ADMIN_TOKEN came in quotes/),
      expect.stringMatching(/^PORT came in quotes/),
    ]);
    expect(noticesOf(env).join()).not.toContain('abc');
  });

  it.each(['"', "'abc", 'abc"', 'a"b"c', '"a"b"', `"abc'`, '{"a":"b"}', '["a"]', '"a""b"'])(
    'is left as it is where they may be its own: %s',
    (value) => {
      const env = readEnv('/dev/null', { ADMIN_TOKEN: value });
      expect([env.ADMIN_TOKEN, noticesOf(env)]).toEqual([value, []]);
    },
  );

  it('counts as not given with nothing in them', () => {
    const env = readEnv(holding('PORT=1234'), { PORT: '""', HOST: "' '" });
    expect([env.PORT, env.HOST, noticesOf(env)]).toEqual([1234, '127.0.0.1', []]);
  });

  it('of another program is no business of ours', () => {
    expect(told({ PS1: '"$ "', OTHER: '"x"' })).toEqual([]);
  });

  it('is checked without, and its quotes are told', () => {
    expect(refusal({ PORT: '"x"' }).split('\n')).toEqual([
      expect.stringMatching(/^PORT must be/),
      expect.stringMatching(/^PORT came in quotes/),
    ]);
  });

  it('keeps in .env those inside other quotes', () => {
    const env = readEnv(holding(`ADMIN_TOKEN='"abc"'`), {});
    expect([env.ADMIN_TOKEN, noticesOf(env)]).toEqual(['"abc"', []]);
  });
});

describe('a name one slip from a known one', () => {
  it.each([
    ['TWILIO_ACOUNT_SID', 'TWILIO_ACCOUNT_SID'],
    ['TWILIO_ACCCOUNT_SID', 'TWILIO_ACCOUNT_SID'],
    ['TWILIO_ACCOUNT_SIB', 'TWILIO_ACCOUNT_SID'],
    ['TWILIO_ACCUONT_SID', 'TWILIO_ACCOUNT_SID'],
    ['TWILIO_ACCOUNT_SIDS', 'TWILIO_ACCOUNT_SID'],
    ['WILIO_AUTH_TOKEN', 'TWILIO_AUTH_TOKEN'],
    ['TWILIO-AUTH_TOKEN', 'TWILIO_AUTH_TOKEN'],
    ['twilio_auth_token', 'TWILIO_AUTH_TOKEN'],
    ['MONGODB_URL', 'MONGODB_URI'],
    ['PUBLIC_URI', 'PUBLIC_URL'],
  ])('is named wherever it stands: %s', (name, meant) => {
    const line = (where: string) => `${name} in ${where} is not read: did you mean ${meant}?`;
    expect(told({ [name]: SID })).toEqual([line('the environment')]);
    const file = holding(`${name}=${SID}`);
    expect(told({}, file)).toEqual([line(file)]);
  });

  it.each(['PROT', 'HOTS', 'DATADIR', 'LOG_LEVL', 'SIMULATR', 'port'])(
    'is named in .env, which is written for us, also when it is short: %s',
    (name) => expect(told({}, holding(`${name}=1`))).toHaveLength(1),
  );

  it('is named beside what is wrong without it', () => {
    expect(refusal({ HOST: '0.0.0.0', ADMIN_TOKN: 'a-token' }).split('\n')).toEqual([
      expect.stringMatching(/^ADMIN_TOKEN must be set/),
      'ADMIN_TOKN in the environment is not read: did you mean ADMIN_TOKEN?',
    ]);
  });

  it.each(
    `HOSTE HOST_ HOSTS GHOST POST PORTS PORT1 PORT_ SPORT PORE HOME PATH PWD LANG TERM USER SHELL
    DATA_DIRS XDG_DATA_DIRS DATADIR LOGLEVEL LOG_LEVELS SIMULATORS HOSTNAME HOSTTYPE LOGNAME NODE_ENV
    KUBERNETES_PORT KUBERNETES_SERVICE_HOST REDIS_URL DATABASE_URL MONGO_URL SECRET_KEY_BASE
    OPENAI_API_BASE OPENAI_ORG_ID TWILIO_API_KEY TWILIO_SID TWILIO_PHONE_NUMBER RERANK_MODEL
    TWILIO_ACCOUNT_SID2 TWILIO_ACCOUNT_SID_2 CHAT_MODEL2`.split(/\s+/),
  )('is not seen in what the machine has for others: %s', (name) => {
    expect(told({ [name]: '1' })).toEqual([]);
  });

  it('is not seen where the known one has a value: then both are meant', () => {
    const given = { TWILIO_ACCOUNT_SID: SID, TWILIO_ACCOUNT_SIDS: 'x', PORT: '1' };
    expect(told(given, holding('PORTS=80,443'))).toEqual([]);
    expect(told({ TWILIO_ACCOUNT_SIDS: 'x' }, holding(`TWILIO_ACCOUNT_SID=${SID}`))).toEqual([]);
  });
});
