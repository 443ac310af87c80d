import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { freshCredentials, knownCredentials, simulatorCredentials } from './credentials.js';

const SID = `AC${'1'.repeat(32)}`;
let DATA_DIR: string;
const kept = () => join(DATA_DIR, 'simulator', 'credentials.json');

beforeEach(() => {
  DATA_DIR = mkdtempSync(join(tmpdir(), 'recado-'));
});

it('takes what the environment gives', () => {
  const env = { DATA_DIR, SIMULATOR_ACCOUNT_SID: SID, SIMULATOR_AUTH_TOKEN: 'secret' };
  expect(simulatorCredentials(env)).toEqual({ accountSid: SID, authToken: 'secret' });
  expect(existsSync(kept())).toBe(false);
});

it('generates the rest once, in a file for its owner only', () => {
  const first = simulatorCredentials({ DATA_DIR });
  expect(first.accountSid).toMatch(/^AC[0-9a-f]{32}$/);
  expect(first.authToken).toMatch(/^[0-9a-f]{32}$/);
  expect(simulatorCredentials({ DATA_DIR })).toEqual(first);
  expect(simulatorCredentials({ DATA_DIR, SIMULATOR_ACCOUNT_SID: SID })).toEqual({
    accountSid: SID,
    authToken: first.authToken,
  });
  expect(statSync(kept()).mode & 0o777).toBe(0o600);
});

it('makes nothing for who only looks', () => {
  expect(knownCredentials({ DATA_DIR }).accountSid).toMatch(/^AC[0-9a-f]{32}$/);
  expect(readdirSync(DATA_DIR)).toEqual([]);
  const kept = simulatorCredentials({ DATA_DIR });
  expect(knownCredentials({ DATA_DIR })).toEqual(kept);
  expect(knownCredentials({ DATA_DIR, SIMULATOR_ACCOUNT_SID: SID }).accountSid).toBe(SID);
});

it('says what to do with a file that is broken', () => {
  simulatorCredentials({ DATA_DIR });
  writeFileSync(kept(), '{');
  expect(() => simulatorCredentials({ DATA_DIR })).toThrow('delete it');
});

it('makes new ones at each start of an emulator alone', () => {
  expect(freshCredentials({})).not.toEqual(freshCredentials({}));
  expect(freshCredentials({ SIMULATOR_ACCOUNT_SID: SID }).accountSid).toBe(SID);
});
