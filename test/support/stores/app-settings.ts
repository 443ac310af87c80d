import { inject } from 'vitest';
import type { ModelServer } from '../model-server.js';
import { freshMongoUri } from './stores.js';
import type { Emulator } from '../twilio/emulator.js';

export const ADMIN_TOKEN = 'a-token-for-tests';
export type Store = 'sqlite' | 'mongo';

/** The stores that can be had. */
export const STORES: Store[] = ['sqlite', ...(inject('mongo') ? ['mongo' as const] : [])];

/** The environment of an app that talks to an emulator and a model, and logs nothing. */
export function settings(store: Store, directory: string, emulator: Emulator, model: ModelServer) {
  return {
    PORT: '0',
    SIMULATOR: 'off',
    DATA_DIR: directory,
    ADMIN_TOKEN,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...(store === 'mongo' && { MONGODB_URI: freshMongoUri() }),
    TWILIO_API_BASE: emulator.address,
    TWILIO_MESSAGING_API_BASE: emulator.address,
    TWILIO_ACCOUNT_SID: emulator.options.accountSid,
    TWILIO_AUTH_TOKEN: emulator.options.authToken,
    TWILIO_WHATSAPP_FROM: emulator.options.from,
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: 'obedient',
    LOG_LEVEL: 'silent',
  };
}
