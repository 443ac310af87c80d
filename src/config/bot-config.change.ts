import type { Env } from '../env/env.js';
import { type FieldError, Problem } from '../http/problems/problem.js';
import { isMasked, maskSecret } from '../log/mask.js';
import { effective, type Values } from './bot-config.js';
import type { BotConfigUpdate, BotConfigView } from './bot-config.dto.js';
import {
  type BotConfigRecord,
  type OpenedBotConfig,
  sealField,
  sealPrevious,
} from './bot-config.record.js';
import { type Field, fieldNames, settingOf } from './fields.js';
import type { Secrets } from './secrets/secrets.js';

const DAY = 24 * 60 * 60 * 1000;

/** The stored configuration before a change, and what the change is made with. */
export interface Before {
  record: BotConfigRecord;
  opened: OpenedBotConfig;
  env: Env;
  secrets: Secrets;
  now: number;
}

/**
 * The record after a change; undefined when the update changes nothing. A replaced auth token stays
 * accepted for a day, because Twilio may still sign with it.
 */
export function applied(update: BotConfigUpdate, before: Before): BotConfigRecord | undefined {
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
  return next;
}

/** The auth token in effect before an update that replaces it; undefined when it stays. */
function replacedToken(update: BotConfigUpdate, stored: Values, env: Env): string | undefined {
  const old = effective('twilio_auth_token', stored, env).value;
  const token = effective('twilio_auth_token', merged(update, stored), env).value;
  return old && token !== old ? String(old) : undefined;
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

/** The values in effect, as the API shows them. */
export function viewOf(stored: Values, env: Env, simulator: boolean): BotConfigView {
  const all = fieldNames.map((field) => ({ field, ...effective(field, stored, env) }));
  const shown = all.map(({ field, value }) => [
    field,
    value !== undefined && settingOf(field).secret ? maskSecret(String(value)) : (value ?? null),
  ]);
  const sources = Object.fromEntries(all.map(({ field, source }) => [field, source]));
  return { ...(Object.fromEntries(shown) as BotConfigUpdate), sources, simulator };
}

function merged(update: BotConfigUpdate, stored: Values): Values {
  const changes = changesOf(update).map(([field, value]) => [field, value ?? undefined]);
  return { ...stored, ...(Object.fromEntries(changes) as Values) };
}

/** The fields that an update changes. A secret that comes back masked is no change. */
function changesOf(update: BotConfigUpdate): [Field, string | number | null][] {
  return fieldNames.flatMap((field) => {
    const value = update[field];
    const untouched = value === undefined || (settingOf(field).secret && isMasked(String(value)));
    return untouched ? [] : [[field, value] as [Field, string | number | null]];
  });
}
