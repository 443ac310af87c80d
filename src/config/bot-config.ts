import { Env } from '../env/env.js';

export type Language = 'auto' | 'es' | 'en';

/** The values that count now: what was stored over the environment over the defaults. */
export interface BotConfig {
  twilioAccountSid?: string;
  twilioAuthToken?: string;
  /** Also accepted for signatures, now. */
  twilioAuthTokenPrevious?: string;
  /** `whatsapp:+…` */
  twilioWhatsappFrom?: string;
  twilioApiKeySid?: string;
  twilioApiKeySecret?: string;
  twilioMessagingServiceSid?: string;
  botName: string;
  systemPrompt: string;
  language: Language;
  fallbackMessage: string;
  chatModel?: string;
  /** Milliseconds: the whole budget of one answer. */
  llmTimeoutMs: number;
  rateLimitPerMinute: number;
}

/** The fields that an administrator may store, by their names in the API and in the store. */
export const FIELDS = [
  'twilio_account_sid',
  'twilio_auth_token',
  'twilio_whatsapp_from',
  'twilio_api_key_sid',
  'twilio_api_key_secret',
  'twilio_messaging_service_sid',
  'bot_name',
  'system_prompt',
  'language',
  'fallback_message',
  'chat_model',
  'llm_timeout_ms',
  'rate_limit_per_minute',
] as const;

export type Field = (typeof FIELDS)[number];
export type Values = Partial<Record<Field, string | number>>;
export type SourceOfValue = 'stored' | 'environment' | 'default';

/** Sealed in the store, masked in answers. */
export const SECRET_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'twilio_auth_token',
  'twilio_api_key_secret',
]);

const FALLBACK = {
  es: 'Ahora mismo no puedo responder. Por favor, inténtalo de nuevo en unos minutos.',
  en: "I can't answer right now. Please try again in a few minutes.",
};

/** The rules that go with every prompt are in `chat/prompt.ts`. */
const SYSTEM_PROMPT =
  "You answer the customers of a business on WhatsApp. Stay with the business's subjects.";

/** What counts where neither the store nor the environment says anything. */
function defaultOf(field: Field, language: Language): string | undefined {
  if (field === 'bot_name') return 'Recado';
  if (field === 'system_prompt') return SYSTEM_PROMPT;
  if (field === 'language') return 'auto';
  if (field === 'fallback_message')
    return language === 'auto' ? `${FALLBACK.es}\n${FALLBACK.en}` : FALLBACK[language];
  return undefined;
}

/** The value of a field that counts, and where it comes from. */
export function effective(
  field: Field,
  stored: Values,
  env: Env,
): { value?: string | number; source: SourceOfValue } {
  if (stored[field] !== undefined) return { value: stored[field], source: 'stored' };
  const fromEnv = env[field.toUpperCase() as keyof Env] as string | number | undefined;
  const given = fromEnv !== undefined && fromEnv !== DEFAULT_ENV[field.toUpperCase()];
  if (given) return { value: fromEnv, source: 'environment' };
  const language = (stored.language ?? 'auto') as Language;
  return { value: fromEnv ?? defaultOf(field, language), source: 'default' };
}

/** `LLM_TIMEOUT_MS` and `RATE_LIMIT_PER_MINUTE` have a default in the environment already. */
const DEFAULT_ENV = new Env() as unknown as Record<string, unknown>;

/** All values that count, under the names that the code uses: `bot_name` is `botName`. */
export function botConfig(stored: Values, env: Env, tokenPrevious?: string): BotConfig {
  const entries = FIELDS.map((field) => [camel(field), effective(field, stored, env).value]);
  const values = Object.fromEntries(entries) as unknown as BotConfig;
  const twilioAuthTokenPrevious = tokenPrevious ?? env.TWILIO_AUTH_TOKEN_PREVIOUS;
  return { ...values, twilioAuthTokenPrevious };
}

function camel(field: string): string {
  return field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
