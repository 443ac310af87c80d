import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemorySettings } from '../../test/support/stores/settings.js';
import { SystemClock } from '../clock.js';
import { Env, EnvError } from '../env/env.js';
import { StorageError } from '../storage/storage.error.js';
import { BotConfigService } from './bot-config.service.js';
import { Endpoints } from './endpoints.js';
import { SecretKey } from './secrets/secret-key.js';

const env = Object.assign(new Env(), { SECRET_KEY: randomBytes(32).toString('base64') });
let settings: MemorySettings;
let config: BotConfigService;
const serviceWith = (own: Env) =>
  new BotConfigService(
    settings,
    new SecretKey(own, settings),
    new Endpoints(own),
    own,
    new SystemClock(),
  );

beforeEach(() => {
  settings = new MemorySettings();
  config = serviceWith(env);
});
afterEach(() => config.onModuleDestroy());

it('is not set back by a read that began before the change', async () => {
  await config.fresh();
  let open = () => {};
  settings.gate = new Promise<void>((resolve) => (open = resolve));
  const slow = config.fresh();
  await new Promise(setImmediate);
  settings.gate = Promise.resolve();
  await config.update({ bot_name: 'Ana' });
  open();
  expect((await slow).botName).toBe('Recado');
  expect((await config.current()).botName).toBe('Ana');
});

it('starts while the store is away, and works once it is back', async () => {
  settings.away = true;
  await config.onModuleInit();
  await expect(config.current()).rejects.toThrow(StorageError);
  settings.away = false;
  expect((await config.current()).botName).toBe('Recado');
});

it('does not start with a wrong key', async () => {
  await config.onModuleInit();
  const own = Object.assign(new Env(), { SECRET_KEY: randomBytes(32).toString('base64') });
  await expect(serviceWith(own).onModuleInit()).rejects.toThrow(EnvError);
});
