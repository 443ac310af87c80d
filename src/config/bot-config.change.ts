import type { Env } from '../env/env.js';
import type { Caller } from '../http/admin/caller.js';
import { type FieldError, Problem } from '../http/problems/problem.js';
import { HIDDEN, isMasked, maskSecret } from '../log/mask.js';
import { effective, type Values } from './bot-config.js';
import type { BotConfigUpdate, BotConfigView } from './bot-config.dto.js';
import {
  type BotConfigRecord,
  type OpenedBotConfig,
  sealField,
  sealPrevious,
} from './bot-config.record.js';
import { type Field, fieldNames, secretFields, settingOf } from './fields.js';
import { changesOf as made, type SettingChange } from './history/setting-change.js';
import { maskPairs, unmaskPairs } from './secrets/secret-pairs.js';
import type { Secrets } from './secrets/secrets.js';

const DAY = 24 * 60 * 60 * 1000;

/** The stored configuration, as it is kept and with its secrets opened. */
export interface Stored {
  record: BotConfigRecord;
  opened: OpenedBotConfig;
}

/** The stored configuration before a change, and what the change is made with. */
export interface Before extends Stored {
  env: Env;
  secrets: Secrets;
  now: number;
}

/**
 * What an update changes beyond its masks: a secret that comes back masked is no change, and of a list
 * of pairs each masked secret stays as it is. Throws a `Problem` for a mask of a key without a secret.
 */
export function unmasked(update: BotConfigUpdate, stored: Values, env: Env): BotConfigUpdate {
  const change: BotConfigUpdate = { ...update };
  for (const field of secretFields) {
    const value = update[field];
    if (typeof value !== 'string') continue;
    const now = effective(field, stored, env).value?.toString();
    const pairs = settingOf(field).secret === 'pairs';
    const meant = pairs ? listMeant(field, value, now) : isMasked(value) ? undefined : value;
    Object.assign(change, { [field]: meant });
  }
  return change;
}

/** The list of pairs that is meant; undefined when its masks leave all as it is. */
function listMeant(field: Field, given: string, now: string | undefined): string | undefined {
  const { list, masked, unknown } = unmaskPairs(given, now);
  if (!unknown.length) return masked && list === now ? undefined : list;
  const message = `has no secret for ${unknown.join(', ')} yet: give it unmasked`;
  throw new Problem(400, 'Bad Request', `${field} ${message}`, { errors: [{ field, message }] });
}

/** The record after a change, and what is kept of the change in the history. */
export interface Applied {
  record: BotConfigRecord;
  changes: SettingChange[];
}

/**
 * What comes of a change; undefined when the update changes nothing. A replaced auth token stays
 * accepted for a day, because Twilio may still sign with it.
 */
export function applied(update: BotConfigUpdate, by: Caller, before: Before): Applied | undefined {
  const { record, opened, env, secrets, now } = before;
  const changes = changesOf(update).filter(([field, value]) =>
    value === null ? field in record.fields : value !== opened.values[field],
  );
  if (!changes.length) return undefined;
  const next: BotConfigRecord = { ...record, fields: { ...record.fields } };
  for (const [field, value] of changes) {
    if (value === null) delete next.fields[field];
    else next.fields[field] = sealField(field, value, secrets);
  }
  const old = replacedToken(update, opened.values, env);
  if (old) next.previous_auth_token = sealPrevious(old, now + DAY, secrets);
  const fields = changes.map(([field]) => field);
  const after = merged(update, opened.values);
  return { record: next, changes: made(fields, opened.values, after, env, { by, at: now }) };
}

/** The auth token in effect before an update that replaces it; undefined when it stays. */
function replacedToken(update: BotConfigUpdate, stored: Values, env: Env): string | undefined {
  const old = effective('twilio_auth_token', stored, env).value;
  const token = effective('twilio_auth_token', merged(update, stored), env).value;
  return old && token !== old ? String(old) : undefined;
}

/** What an update changes beyond its masks. Throws a `Problem` when it fits nothing: see `checked`. */
export function meant(update: BotConfigUpdate, stored: Values, env: Env): BotConfigUpdate {
  const change = unmasked(update, stored, env);
  checked(change, stored, env);
  return change;
}

/** Throws a `Problem` unless the values fit together once the change is made. */
export function checked(update: BotConfigUpdate, stored: Values, env: Env): void {
  const next = merged(update, stored);
  const has = (field: Field) => effective(field, next, env).value !== undefined;
  const errors: FieldError[] = [];
  if (has('twilio_api_key_sid') && !has('twilio_api_key_secret'))
    errors.push({ field: 'twilio_api_key_secret', message: 'is needed with twilio_api_key_sid' });
  if (!has('twilio_api_key_sid') && has('twilio_api_key_secret'))
    errors.push({ field: 'twilio_api_key_sid', message: 'is needed with twilio_api_key_secret' });
  if (!errors.length) return;
  throw new Problem(400, 'Bad Request', `${errors[0].field} ${errors[0].message}`, { errors });
}

/** The values in effect, as the API shows them; `ends`: with the last characters of secrets. */
export function viewOf(stored: Values, env: Env, simulator: boolean, ends: boolean): BotConfigView {
  const all = fieldNames.map((field) => ({ field, ...effective(field, stored, env) }));
  const shown = all.map(({ field, value }) => [
    field,
    value === undefined ? null : shownOf(field, value, ends),
  ]);
  const sources = Object.fromEntries(all.map(({ field, source }) => [field, source]));
  return { ...(Object.fromEntries(shown) as BotConfigUpdate), sources, simulator };
}

function shownOf(field: Field, value: string | number, ends: boolean): string | number {
  const { secret } = settingOf(field);
  if (!secret) return value;
  if (!ends) return HIDDEN;
  return secret === 'pairs' ? maskPairs(String(value)) : maskSecret(String(value));
}

/** The stored values after a change. */
export function merged(update: BotConfigUpdate, stored: Values): Values {
  const changes = changesOf(update).map(([field, value]) => [field, value ?? undefined]);
  return { ...stored, ...(Object.fromEntries(changes) as Values) };
}

/** The fields that an update changes. */
function changesOf(update: BotConfigUpdate): [Field, string | number | null][] {
  return fieldNames.flatMap((field) => {
    const value = update[field];
    return value === undefined ? [] : [[field, value] as [Field, string | number | null]];
  });
}
