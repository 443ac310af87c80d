import { BotConfigUpdateSchema, LineSettingsUpdateSchema } from '../api/dist/schemas.gen.js';
import type {
  BotConfigUpdate,
  LineSettingsUpdate,
  LineSettingsView,
} from '../api/dist/types.gen.js';

/** A setting, of the installation or of a line. */
export type Field = keyof BotConfigUpdate | keyof LineSettingsUpdate;
export type Value = string | number | null;

/** Where a value comes from. */
export type Source = LineSettingsView['sources'][string];

/** The values in effect, of the installation or of a line, as far as these have the field. */
export type Config = Partial<Record<Field, Value>> & { sources: Record<string, Source> };

/** Whose values a form changes: those stored for the installation, or those of a line. */
export type Own = Extract<Source, 'stored' | 'line'>;

export const GROUPS = ['line', 'twilio', 'bot', 'people', 'model', 'limits', 'hours'] as const;
export type Group = (typeof GROUPS)[number];

/** Where each field stands, in this order. A field that is missing here doesn't compile. */
const GROUP_OF: Record<Field, Group> = {
  name: 'line',
  twilio_account_sid: 'twilio',
  twilio_auth_token: 'twilio',
  twilio_whatsapp_from: 'twilio',
  twilio_messaging_service_sid: 'twilio',
  twilio_api_key_sid: 'twilio',
  twilio_api_key_secret: 'twilio',
  twilio_shared_keys: 'twilio',
  typing_indicator: 'twilio',
  delete_media: 'twilio',
  uncertain_sends: 'twilio',
  reply_buttons: 'twilio',
  follow_up_content_sid: 'twilio',
  follow_up_variables: 'twilio',
  follow_up_hours: 'twilio',
  bot_name: 'bot',
  language: 'bot',
  system_prompt: 'bot',
  fallback_message: 'bot',
  sticker_message: 'bot',
  show_sources: 'bot',
  history_hours: 'bot',
  handover_unsure: 'people',
  handover_topics: 'people',
  handover_silence_minutes: 'people',
  chat_model: 'model',
  llm_timeout_ms: 'model',
  rate_limit_per_minute: 'limits',
  daily_answers_per_sender: 'limits',
  daily_tokens: 'limits',
  daily_tokens_per_sender: 'limits',
  daily_cost_per_sender: 'limits',
  daily_budget: 'limits',
  monthly_budget: 'limits',
  over_budget: 'limits',
  trace_days: 'limits',
  log_level: 'limits',
  retention_days: 'limits',
  time_zone: 'hours',
  opening_hours: 'hours',
};

const FIELDS = Object.keys(GROUP_OF) as Field[];

/** The fields of a group that the installation, or the line, has. */
export const fieldsOf = (group: Group, config: Config) =>
  FIELDS.filter((field) => GROUP_OF[field] === group && field in config);

/** What the API's document says of a field. */
interface Rule {
  type?: string;
  format?: string;
  enum?: readonly (string | null)[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

const RULES: Record<Field, Rule> = {
  ...LineSettingsUpdateSchema.properties,
  ...BotConfigUpdateSchema.properties,
};

/** The control for a field, as its rule asks for it. */
export type Control =
  | { kind: 'secret' | 'text' | 'long' | 'hours' | 'zone'; max: number }
  | { kind: 'number'; min: number; max: number; decimals: boolean }
  | { kind: 'switch' }
  | { kind: 'choice'; of: string[] };

/** Characters from which on a text has several lines. */
const LONG = 1000;

export function controlOf(field: Field): Control {
  const rule = RULES[field];
  const of = rule.enum?.filter((one) => one !== null) ?? [];
  if (of.length) return isSwitch(of) ? { kind: 'switch' } : { kind: 'choice', of };
  if (rule.type === 'integer' || rule.type === 'number') {
    const [min, max] = [rule.minimum ?? 0, rule.maximum ?? Infinity];
    return { kind: 'number', min, max, decimals: rule.type === 'number' };
  }
  const max = rule.maxLength ?? LONG;
  if (field === 'opening_hours') return { kind: 'hours', max };
  if (field === 'time_zone') return { kind: 'zone', max };
  if (rule.format === 'password') return { kind: 'secret', max };
  return { kind: max >= LONG ? 'long' : 'text', max };
}

function isSwitch(of: string[]): boolean {
  return of.length === 2 && of.includes('on') && of.includes('off');
}

/** A field's value in effect. */
export const valueOf = (config: Config, field: Field): Value => config[field] ?? null;
