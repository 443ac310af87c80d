import { join } from 'node:path';
import type { Env } from '../env.js';
import { refusal } from './refusal.js';
import { peek } from './sqlite/peek.js';

/** What an administrator may have stored that shows that a real account is meant. */
const STORED = ['twilio_account_sid', 'twilio_auth_token', 'twilio_api_key_sid'];

/**
 * Whether the simulator takes Twilio's place, for the whole life of the process: SIMULATOR says
 * so, or (auto) nobody else can reach us, the store is embedded and no credentials of Twilio are
 * known, neither from the environment nor in the real store. That store is only looked at.
 */
export function simulatorMode(env: Env): boolean {
  if (env.SIMULATOR !== 'auto') return env.SIMULATOR === 'on';
  if (!env.loopback || env.MONGODB_URI) return false;
  if (env.TWILIO_ACCOUNT_SID || env.TWILIO_AUTH_TOKEN || env.TWILIO_API_KEY_SID) return false;
  const { fields } = JSON.parse(storedConfig(env) ?? '{"fields":{}}') as { fields: object };
  return !STORED.some((field) => field in fields);
}

function storedConfig(env: Env): string | undefined {
  const file = databaseFile(env, false);
  try {
    return peek(file, 'bot_config');
  } catch (error) {
    throw refusal(error, file);
  }
}

/** The SQLite file. What the simulator leaves is kept apart from real data. */
export function databaseFile(env: Env, simulator: boolean): string {
  return join(env.DATA_DIR, simulator ? 'simulator' : '', 'recado.sqlite');
}
