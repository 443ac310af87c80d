import type { Env } from '../../env/env.js';
import type { Caller } from '../../http/admin/caller.js';
import { effective, type SourceOfValue, type Values } from '../bot-config.js';
import { type Field, settingOf } from '../fields.js';

/** A field's value in effect, and where it comes from. Of a secret the value is never kept. */
export interface Side {
  /** Null where there is none, and for every secret. */
  value: string | number | null;
  source: SourceOfValue;
}

/** A field that was changed. */
export interface SettingChange {
  /** Milliseconds since 1970. */
  at: number;
  by: Caller;
  /** Its name when it was changed: a newer Recado may not have it any more. */
  field: string;
  from: Side;
  to: Side;
}

/** Who makes a change, and when (milliseconds since 1970). */
export interface Making {
  by: Caller;
  at: number;
}

/** What is kept of a change of these fields. */
export function changesOf(
  fields: Field[],
  before: Values,
  after: Values,
  env: Env,
  { by, at }: Making,
): SettingChange[] {
  const side = (field: Field, stored: Values): Side => {
    const { value, source } = effective(field, stored, env);
    return { value: settingOf(field).secret ? null : (value ?? null), source };
  };
  return fields.map((field) => ({
    at,
    by,
    field,
    from: side(field, before),
    to: side(field, after),
  }));
}
