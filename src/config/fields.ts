import type { Env } from '../env/env.js';
import { type Pattern, sid, whatsAppNumber, WORD } from '../env/rules.js';
import {
  type LanguageSetting,
  languages,
  languageSettings,
  wordsOf,
} from '../language/language.js';

/** Line breaks and tabs may be part of a text, other control characters not. */
const TEXT: Pattern = {
  pattern: /^(?=[^]*\S)[\P{Cc}\n\r\t]*$/u,
  message: 'must have something to read',
};
const NAME: Pattern = { pattern: WORD, message: 'must have no spaces' };

/**
 * What Twilio issues as auth token and as secret of an API key. It documents neither; its own
 * command line wants 32 characters of a token (twilio-cli, src/commands/profiles/create.js), and
 * scanners for lost credentials look for 32 letters and digits of both.
 */
const TWILIO_SECRET = /^[0-9A-Za-z]{32}$/;
const AUTH_TOKEN: Pattern = {
  pattern: TWILIO_SECRET,
  message: "must be the account's Auth Token: 32 letters and digits",
};
const KEY_SECRET: Pattern = {
  pattern: TWILIO_SECRET,
  message: "must be the key's secret, not its SID: 32 letters and digits",
};

/** The rules that go with every prompt are in `chat/llm/prompt.ts`. */
const SYSTEM_PROMPT =
  "You answer the customers of a business on WhatsApp. Stay with the business's subjects.";

/**
 * Everything that an administrator may change while it runs: one row each, by its name in the API
 * and in the store. The request, its validation, the OpenAPI document, the type of `BotConfig` and
 * what is masked follow from it. In the code `bot_name` is `botName`.
 */
export const FIELDS = {
  twilio_account_sid: { is: text(34, sid('AC')), env: 'TWILIO_ACCOUNT_SID', twilio: 'credential' },
  twilio_auth_token: {
    is: text(200, AUTH_TOKEN),
    env: 'TWILIO_AUTH_TOKEN',
    secret: true,
    twilio: 'credential',
  },
  twilio_whatsapp_from: {
    is: text(30, whatsAppNumber('whatsapp:+15005550006')),
    env: 'TWILIO_WHATSAPP_FROM',
    twilio: 'setting',
  },
  twilio_api_key_sid: { is: text(34, sid('SK')), env: 'TWILIO_API_KEY_SID', twilio: 'credential' },
  twilio_api_key_secret: {
    is: text(200, KEY_SECRET),
    env: 'TWILIO_API_KEY_SECRET',
    secret: true,
    twilio: 'setting',
  },
  twilio_messaging_service_sid: {
    is: text(34, sid('MG')),
    env: 'TWILIO_MESSAGING_SERVICE_SID',
    twilio: 'setting',
  },
  bot_name: { is: text(60, TEXT), default: 'Recado' },
  system_prompt: { is: text(8000, TEXT), default: SYSTEM_PROMPT },
  language: { is: oneOf(languageSettings), default: 'auto' },
  fallback_message: { is: text(1500, TEXT), default: standardFallback },
  chat_model: { is: text(200, NAME), env: 'CHAT_MODEL' },
  llm_timeout_ms: {
    is: wholeNumber(100, 600_000),
    env: 'LLM_TIMEOUT_MS',
    description: 'Milliseconds: the whole budget of one answer.',
  },
  rate_limit_per_minute: { is: wholeNumber(1, 1_000_000), env: 'RATE_LIMIT_PER_MINUTE' },
} as const satisfies Record<string, Setting>;

/** A row of the table. */
export interface Setting {
  /** For the OpenAPI document, where the name and the rule don't say enough. */
  description?: string;
  /** What a value may be. */
  is: TextRule | NumberRule | ChoiceRule;
  /** The variable that counts where nothing is stored. */
  env?: Exclude<keyof Env, 'loopback'>;
  /** What counts where neither says anything; it may depend on the language that is set. */
  default?: string | ((language: LanguageSetting) => string);
  /** See `secretFields`. */
  secret?: true;
  /**
   * In simulator mode the simulator's own value counts instead. A `credential` that is known shows
   * that a real account is meant.
   */
  twilio?: 'credential' | 'setting';
}

export interface TextRule extends Pattern {
  kind: 'text';
  /** In UTF-16 units. */
  max: number;
}

export interface NumberRule {
  kind: 'number';
  min: number;
  max: number;
}

export interface ChoiceRule<T extends string = string> {
  kind: 'choice';
  of: readonly T[];
}

export type Field = keyof typeof FIELDS;
export const fieldNames = Object.keys(FIELDS) as Field[];

type ValueOf<Rule> = Rule extends NumberRule
  ? number
  : Rule extends ChoiceRule<infer T>
    ? T
    : string;

/** What a field holds. */
export type Value<F extends Field> = ValueOf<(typeof FIELDS)[F]['is']>;

/** Whether a field always has a value: by its default, or by that of its variable. */
type Always<Row> = Row extends { default: unknown }
  ? true
  : Row extends { env: infer Name extends keyof Env }
    ? undefined extends Env[Name]
      ? false
      : true
    : false;

/** The fields that have a value whatever is set, and those that may have none. */
export type FieldThat<A extends 'always' | 'maybe'> = {
  [F in Field]: Always<(typeof FIELDS)[F]> extends (A extends 'always' ? true : false) ? F : never;
}[Field];

/** As the table has it, for those who don't ask which row it is. */
export function settingOf(field: Field): Setting {
  return FIELDS[field];
}

/** Sealed in the store, masked in answers. */
export const secretFields = fieldNames.filter((field) => settingOf(field).secret);

/** What is said where nobody chose a fallback message: in `auto`, in every language. */
function standardFallback(setting: LanguageSetting): string {
  const spoken = setting === 'auto' ? languages : [setting];
  return spoken.map((language) => wordsOf(language).fallback).join('\n');
}

function text(max: number, pattern: Pattern): TextRule {
  return { kind: 'text', max, ...pattern };
}

function wholeNumber(min: number, max: number): NumberRule {
  return { kind: 'number', min, max };
}

function oneOf<T extends string>(of: readonly T[]): ChoiceRule<T> {
  return { kind: 'choice', of };
}
