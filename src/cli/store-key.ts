import { SecretKey } from '../config/secrets/secret-key.js';
import type { Env } from '../env/env.js';
import { databaseFile } from '../storage/database-file.js';
import { lookAt, openStorage } from '../storage/open-storage.js';
import type { MongoStorage } from '../storage/storage.js';
import { existsSync } from 'node:fs';
import { ReadOnlySettings } from './doctor/installation.js';

/**
 * Throws an `EnvError` when the key doesn't open what a store keeps sealed: that goes from place to place as
 * it is, and the key must go with it.
 */
export async function refuseWrongKey(
  env: Env,
  simulator: boolean,
  store: 'mongodb' | 'sqlite',
): Promise<void> {
  if (store === 'sqlite') {
    const file = databaseFile(env, simulator);
    if (existsSync(file)) await check(env, (await lookAt(env, file)).setting);
  } else if (env.MONGODB_URI) {
    const opened = (await openStorage(env, simulator)) as MongoStorage;
    try {
      if (opened.mongo.connected) await check(env, (name) => opened.setting(name));
    } finally {
      await opened.mongo.close();
    }
  }
}

async function check(
  env: Env,
  setting: (name: string) => Promise<string | undefined>,
): Promise<void> {
  if ((await setting('secret_check')) === undefined) return;
  await new SecretKey(env, new ReadOnlySettings(setting)).secrets();
}
