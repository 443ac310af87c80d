import type { Env } from '../env/env.js';
import { storedSetting } from '../storage/database-file.js';
import { effective } from './bot-config.js';
import { BOT_CONFIG, parse } from './bot-config.record.js';
import { type Field, fieldNames, settingOf } from './fields.js';

/** They show that a real account is meant. */
const CREDENTIALS = fieldNames.filter((field) => settingOf(field).twilio === 'credential');

/**
 * Whether the simulator takes Twilio's place, for the whole life of the process: SIMULATOR says
 * so, or (auto) nobody else can reach us, the store is embedded and no credentials of Twilio are
 * known, neither from the environment nor in the real store. That store is only looked at.
 */
export function simulatorMode(env: Env): boolean {
  if (env.SIMULATOR !== 'auto') return env.SIMULATOR === 'on';
  if (!env.loopback || env.MONGODB_URI) return false;
  const given = (field: Field) => effective(field, {}, env).value !== undefined;
  if (CREDENTIALS.some(given)) return false;
  const { fields } = parse(storedSetting(env, BOT_CONFIG));
  return !CREDENTIALS.some((field) => field in fields);
}
