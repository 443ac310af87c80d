import { Env } from '../env/env.js';
import { sharedKeysIn } from '../env/shared-keys.js';
import type { SimulatedTwilio } from './endpoints.js';
import type { LanguageSetting } from '../language/language.js';
import type { LineId } from './lines/line.js';
import {
  type Field,
  fieldNames,
  type FieldThat,
  secretFields,
  settingOf,
  type Value,
} from './fields.js';

/** The type `botName` for `bot_name`. */
type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

type Always = { [F in FieldThat<'always'> as Camel<F>]: Value<F> };
type Maybe = { [F in FieldThat<'maybe'> as Camel<F>]?: Value<F> };

/** The values in effect: a stored value wins over the environment, and that over the default. */
export interface BotConfig extends Always, Maybe {
  /** A previous auth token that is still accepted for signatures. */
  twilioAuthTokenPrevious?: string;
  /** The line whose values these are; undefined for the default line. */
  line?: LineId;
}

/** The stored values, with their secrets opened. */
export type Values = Partial<Record<Field, string | number>>;
export type SourceOfValue = 'stored' | 'environment' | 'default';

/** A field's value in effect, and where it comes from. */
export function effective(
  field: Field,
  stored: Values,
  env: Env,
): { value?: string | number; source: SourceOfValue } {
  if (stored[field] !== undefined) return { value: stored[field], source: 'stored' };
  const { env: name, default: standard } = settingOf(field);
  const given = name && env[name];
  if (name && given !== undefined && given !== DEFAULT_ENV[name])
    return { value: given, source: 'environment' };
  const language = (stored.language ?? 'auto') as LanguageSetting;
  const value = typeof standard === 'function' ? standard(language) : standard;
  return { value: given ?? value, source: 'default' };
}

/** `LLM_TIMEOUT_MS` and `RATE_LIMIT_PER_MINUTE` have a default in the environment already. */
const DEFAULT_ENV = new Env();

/** All values in effect, under the names that the code uses. */
export function botConfig(stored: Values, env: Env, tokenPrevious?: string): BotConfig {
  const values = fieldNames.map((field) => [camel(field), effective(field, stored, env).value]);
  const twilioAuthTokenPrevious = tokenPrevious ?? env.TWILIO_AUTH_TOKEN_PREVIOUS;
  return { ...(Object.fromEntries(values) as BotConfig), twilioAuthTokenPrevious };
}

/** The configuration with the simulator's account in the place of the real one. */
export function simulatedConfig(config: BotConfig, simulated: SimulatedTwilio): BotConfig {
  const twilios = fieldNames.filter((field) => settingOf(field).twilio);
  const none: Partial<BotConfig> = Object.fromEntries(
    twilios.map((field) => [camel(field), undefined]),
  );
  return {
    ...config,
    ...none,
    twilioAuthTokenPrevious: undefined,
    twilioAccountSid: simulated.accountSid,
    twilioAuthToken: simulated.authToken,
    twilioSharedKeys: simulated.sharedKeys,
    twilioWhatsappFrom: simulated.from,
  };
}

/** The secrets among the values. */
export function secretsOf(config: BotConfig): (string | undefined)[] {
  const stored = secretFields.flatMap((field) => {
    const value = config[camel(field)]?.toString();
    if (settingOf(field).secret !== 'pairs') return [value];
    return value ? [value, ...sharedKeysIn(value).map(({ secret }) => secret)] : [];
  });
  return [...stored, config.twilioAuthTokenPrevious];
}

function camel<F extends Field>(field: F): Camel<F> {
  return field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as Camel<F>;
}
