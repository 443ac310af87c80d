import type { Values } from './bot-config.js';
import { type Field, secretFields, settingOf } from './fields.js';
import type { Lines } from './lines/line.js';
import { SecretError, type Secrets } from './secrets/secrets.js';

/** The name of the setting that holds the record. */
export const BOT_CONFIG = 'bot_config';

/** The configuration as the store keeps it: only the fields that were set; secrets are sealed. */
export interface BotConfigRecord {
  fields: Values;
  /** Sealed. It is accepted for signatures until `until` (milliseconds since 1970). */
  previous_auth_token?: { value: string; until: number };
  /** The lines that are set up besides the default one. */
  lines?: Lines;
}

/** The record with its secrets opened. It exists in memory only. */
export interface OpenedBotConfig {
  values: Values;
  previousAuthToken?: { value: string; until: number };
  lines: Lines;
  /** The fields whose secret neither key opens. */
  lost: Field[];
  /** The record sealed with the current key, if the previous key opened any secret. */
  renewed?: BotConfigRecord;
}

const place = (field: string) => `${BOT_CONFIG}/${field}`;
const PREVIOUS = 'previous_auth_token';

/** The record in a stored text; an empty one when nothing is stored. */
export function parse(text: string | undefined): BotConfigRecord {
  return text === undefined ? { fields: {} } : (JSON.parse(text) as BotConfigRecord);
}

/** A field's value as it is stored: a secret is sealed for its field. */
export function sealField(field: Field, value: string | number, secrets: Secrets) {
  return settingOf(field).secret ? secrets.seal(String(value), place(field)) : value;
}

/** Seals the auth token that was replaced. */
export function sealPrevious(value: string, until: number, secrets: Secrets) {
  return { value: secrets.seal(value, place(PREVIOUS)), until };
}

/** Opens every secret. A secret that can't be opened counts as not stored, and is listed in `lost`. */
export function open(record: BotConfigRecord, secrets: Secrets): OpenedBotConfig {
  const opened: OpenedBotConfig = {
    values: { ...record.fields },
    lines: record.lines ?? {},
    lost: [],
  };
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
