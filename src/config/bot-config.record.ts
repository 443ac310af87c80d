import type { Values } from './bot-config.js';
import { type Field, secretFields, settingOf } from './fields.js';
import { SecretError, type Secrets } from './secrets/secrets.js';

/** The setting that holds it. */
export const BOT_CONFIG = 'bot_config';

/** The configuration as the store keeps it: only the fields that were set; secrets are sealed. */
export interface BotConfigRecord {
  fields: Values;
  /** Sealed; accepted for signatures until then (milliseconds since 1970). */
  previous_auth_token?: { value: string; until: number };
}

/** The same, readable: in memory only. */
export interface OpenedBotConfig {
  values: Values;
  previousAuthToken?: { value: string; until: number };
  /** Fields whose secret neither key opens. */
  lost: Field[];
  /** The previous key opened something: what the store should hold instead. */
  renewed?: BotConfigRecord;
}

const place = (field: string) => `${BOT_CONFIG}/${field}`;
const PREVIOUS = 'previous_auth_token';

export function parse(text: string | undefined): BotConfigRecord {
  return text === undefined ? { fields: {} } : (JSON.parse(text) as BotConfigRecord);
}

export function sealField(field: Field, value: string | number, secrets: Secrets) {
  return settingOf(field).secret ? secrets.seal(String(value), place(field)) : value;
}

export function sealPrevious(value: string, until: number, secrets: Secrets) {
  return { value: secrets.seal(value, place(PREVIOUS)), until };
}

/** Opens every secret. One that can't be opened counts as not stored, and is reported. */
export function open(record: BotConfigRecord, secrets: Secrets): OpenedBotConfig {
  const opened: OpenedBotConfig = { values: { ...record.fields }, lost: [] };
  const renewed: BotConfigRecord = { ...record, fields: { ...record.fields } };
  let old = false;
  for (const field of secretFields) {
    const sealed = record.fields[field];
    if (sealed === undefined) continue;
    const found = attempt(secrets, String(sealed), place(field));
    opened.values[field] = found?.text;
    if (!found) opened.lost.push(field);
    if (found?.previous) renewed.fields[field] = sealField(field, found.text, secrets);
    old ||= found?.previous === true;
  }
  const previous = record.previous_auth_token;
  const found = previous && attempt(secrets, previous.value, place(PREVIOUS));
  if (found) opened.previousAuthToken = { value: found.text, until: previous.until };
  if (found?.previous) renewed[PREVIOUS] = sealPrevious(found.text, previous!.until, secrets);
  if (old || found?.previous) opened.renewed = renewed;
  return opened;
}

function attempt(secrets: Secrets, sealed: string, where: string) {
  try {
    return secrets.open(sealed, where);
  } catch (error) {
    if (error instanceof SecretError) return undefined;
    throw error;
  }
}
