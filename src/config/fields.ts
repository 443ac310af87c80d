import type { Env } from '../env/env.js';
import { HOURS } from './fields/hours.js';
import { LIMITS } from './fields/limits.js';
import { PEOPLE } from './fields/people.js';
import { SPEAKING } from './fields/speaking.js';
import { TEMPLATES } from './fields/templates.js';
import { TWILIO } from './fields/twilio.js';
import { WATCHING } from './fields/watching.js';
import type { ChoiceRule, NumberRule, Setting } from './setting.js';

/**
 * Every setting that an administrator may change while the process runs, one row each in the files of
 * `fields/`, under its name in the API and in the store. The request, its validation, the OpenAPI
 * document, the type `BotConfig` and the masking of secrets are made from this table. In the code
 * `bot_name` is `botName`.
 */
export const FIELDS = {
  ...TWILIO,
  ...SPEAKING,
  ...PEOPLE,
  ...HOURS,
  ...LIMITS,
  ...TEMPLATES,
  ...WATCHING,
} as const satisfies Record<string, Setting>;

export type Field = keyof typeof FIELDS;
export const fieldNames = Object.keys(FIELDS) as Field[];

type ValueOf<Rule> = Rule extends NumberRule
  ? number
  : Rule extends ChoiceRule<infer T>
    ? T
    : string;

/** The type of a field's value. */
export type Value<F extends Field> = ValueOf<(typeof FIELDS)[F]['is']>;

/** Whether a field always has a value, from its default or from its variable's default. */
type Always<Row> = Row extends { default: unknown }
  ? true
  : Row extends { env: infer Name extends keyof Env }
    ? undefined extends Env[Name]
      ? false
      : true
    : false;

/** The fields that always have a value, and those that may have none. */
export type FieldThat<A extends 'always' | 'maybe'> = {
  [F in Field]: Always<(typeof FIELDS)[F]> extends (A extends 'always' ? true : false) ? F : never;
}[Field];

/** A row of the table under its general type. */
export function settingOf(field: Field): Setting {
  return FIELDS[field];
}

/** The fields that are sealed in the store and masked in the API's answers. */
export const secretFields = fieldNames.filter((field) => settingOf(field).secret);
