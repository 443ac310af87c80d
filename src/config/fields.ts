import type { Env } from '../env/env.js';
import {
  isTimeZone,
  type Pattern,
  sid,
  TIME_ZONE_MESSAGE,
  whatsAppNumber,
  WORD,
} from '../env/rules.js';
import {
  type LanguageSetting,
  languages,
  languageSettings,
  wordsOf,
} from '../language/language.js';
import { wrongOpeningHours } from './opening-hours/syntax.js';
import { AUTH_TOKEN, KEY_SECRET, SHARED_KEYS } from './secrets/twilio-secrets.js';
import {
  type ChoiceRule,
  type NumberRule,
  oneOf,
  type Setting,
  text,
  wholeNumber,
} from './setting.js';

/** A text may have line breaks and tabs, but no other control characters. */
const TEXT: Pattern = {
  pattern: /^(?=[^]*\S)[\P{Cc}\n\r\t]*$/u,
  message: 'must have something to read',
};
const NAME: Pattern = { pattern: WORD, message: 'must have no spaces' };

/** For a limit of tokens. */
const MOST_TOKENS = 1_000_000_000_000;

/** The default. `chat/llm/prompt.ts` adds fixed rules to every system prompt. */
const SYSTEM_PROMPT =
  "You answer the customers of a business on WhatsApp. Stay with the business's subjects.";

/**
 * Every setting that an administrator may change while the process runs, one row each, under its name
 * in the API and in the store. The request, its validation, the OpenAPI document, the type
 * `BotConfig` and the masking of secrets are made from this table. In the code `bot_name` is `botName`.
 */
export const FIELDS = {
  twilio_account_sid: { is: text(34, sid('AC')), env: 'TWILIO_ACCOUNT_SID', twilio: 'credential' },
  twilio_auth_token: {
    is: text(200, AUTH_TOKEN),
    env: 'TWILIO_AUTH_TOKEN',
    secret: true,
    twilio: 'credential',
  },
  twilio_shared_keys: {
    is: SHARED_KEYS,
    env: 'TWILIO_SHARED_KEYS',
    secret: 'pairs',
    twilio: 'setting',
    description:
      "Twilio's SharedKeys that a Webhook Rule may sign with: `id=secret` pairs, by commas. Each " +
      'secret comes back masked; a masked one sent back stays as it is, an id left out is taken away.',
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
  time_zone: {
    is: { ...text(64, NAME), wrong: (zone) => (isTimeZone(zone) ? undefined : TIME_ZONE_MESSAGE) },
    env: 'TIME_ZONE',
    description: 'The business\'s time zone (IANA), such as Europe/Madrid: what "today" is.',
  },
  opening_hours: {
    is: { ...text(2000, TEXT), wrong: wrongOpeningHours },
    description:
      "The business's hours as OpenStreetMap writes them: " +
      '`Mo-Fr 07:30-20:00; Sa 08:00-15:00; Su,PH off; Dec 24,31 08:00-13:00; Aug 01-15 off`. ' +
      'Without them the hours are those of the documents.',
  },
  history_hours: {
    is: wholeNumber(0, 720),
    default: 12,
    description:
      'Hours for which what was said counts as the same conversation: follow-ups, and yes or no to ' +
      'an offer. What is older is background for a model. 0: each message stands alone.',
  },
  trace_days: {
    is: wholeNumber(0, 365),
    default: 30,
    description:
      'Days for which it is kept what each answer was made from: the passages, the prompt, what a ' +
      'model wrote. 0: nothing of it is kept.',
  },
  show_sources: {
    is: oneOf(['off', 'on']),
    default: 'off',
    description: 'On WhatsApp, a last line names the documents that an answer is from.',
  },
  sticker_message: {
    is: text(1500, TEXT),
    description: "The answer to a sticker. Without one it is a sentence in the sender's language.",
  },
  typing_indicator: {
    is: oneOf(['on', 'off']),
    default: 'on',
    description:
      'On WhatsApp, the sender sees "typing…" while an answer is made, and that the message was read.',
  },
  delete_media: {
    is: oneOf(['off', 'on']),
    default: 'off',
    description: 'Voice notes, pictures and files are deleted at Twilio once they are read.',
  },
  uncertain_sends: {
    is: oneOf(['hold', 'resend']),
    default: 'hold',
    description:
      "A message that may have been sent, and isn't found in Twilio's list for ten minutes, waits for a " +
      'person (hold) or is sent again (resend): then it may come twice.',
  },
  chat_model: { is: text(200, NAME), env: 'CHAT_MODEL' },
  llm_timeout_ms: {
    is: wholeNumber(100, 600_000),
    env: 'LLM_TIMEOUT_MS',
    description: 'Milliseconds: the whole budget of one answer.',
  },
  daily_tokens: {
    is: wholeNumber(0, MOST_TOKENS),
    default: 0,
    description:
      "Tokens of the chat model, in and out, of one day by the business's time zone. When they are " +
      "used up, answers are in the documents' words until the next day. 0: no limit.",
  },
  daily_tokens_per_sender: {
    is: wholeNumber(0, MOST_TOKENS),
    default: 0,
    description: 'The same for the tokens of one conversation.',
  },
  rate_limit_per_minute: { is: wholeNumber(1, 1_000_000), env: 'RATE_LIMIT_PER_MINUTE' },
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

/** The default fallback message: with `auto` it is written in every language. */
function standardFallback(setting: LanguageSetting): string {
  const used = setting === 'auto' ? languages : [setting];
  return used.map((language) => wordsOf(language).fallback).join('\n');
}
