import type { Env } from '../env/env.js';
import { storedSetting } from '../storage/database-file.js';

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
  const { fields } = JSON.parse(storedSetting(env, 'bot_config') ?? '{"fields":{}}') as {
    fields: object;
  };
  return !STORED.some((field) => field in fields);
}
