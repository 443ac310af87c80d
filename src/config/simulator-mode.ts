import type { Env } from '../env/env.js';
import { storedSetting } from '../storage/database-file.js';
import { effective } from './bot-config.js';
import { BOT_CONFIG, parse } from './bot-config.record.js';
import { type Field, fieldNames, settingOf } from './fields.js';

/** The fields that show that a real Twilio account is meant. */
const CREDENTIALS = fieldNames.filter((field) => settingOf(field).twilio === 'credential');

/**
 * Whether the simulator takes Twilio's place for the whole life of the process. SIMULATOR=on or off
 * decides. With `auto` it does if nobody on another machine can reach us, the store is the embedded
 * one, and neither the environment nor the store has Twilio credentials. The store is only read.
 */
export function simulatorMode(env: Env): boolean {
  if (env.SIMULATOR !== 'auto') return env.SIMULATOR === 'on';
  if (!env.loopback || env.MONGODB_URI) return false;
  const given = (field: Field) => effective(field, {}, env).value !== undefined;
  if (CREDENTIALS.some(given)) return false;
  const { fields } = parse(storedSetting(env, BOT_CONFIG));
  return !CREDENTIALS.some((field) => field in fields);
}
