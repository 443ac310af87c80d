import type { Env } from '../env/env.js';
import type { Pattern } from '../env/rules.js';
import type { LanguageSetting } from '../language/language.js';

/** A row of `FIELDS`. */
export interface Setting {
  /** A description for OpenAPI, if the name and the rule don't say enough. */
  description?: string;
  /** The rule for a value. */
  is: TextRule | NumberRule | ChoiceRule;
  /** The environment variable whose value is used when nothing is stored. */
  env?: Exclude<keyof Env, 'loopback'>;
  /** The value when neither is given; it may depend on the configured language. */
  default?: string | number | ((language: LanguageSetting) => string);
  /**
   * The value is sealed in the store and masked in the API's answers. `pairs`: it is a list such as
   * `id=secret,id2=secret2`, of which the secrets are masked one by one.
   */
  secret?: true | 'pairs';
  /**
   * In simulator mode the simulator's value is used instead. A known `credential` shows that a real
   * account is meant, so that simulator mode does not start by itself.
   */
  twilio?: 'credential' | 'setting';
}

export interface TextRule extends Pattern {
  kind: 'text';
  /** The longest text, in UTF-16 units. */
  max: number;
  /** What is wrong with a text that the pattern lets through; undefined for a right one. */
  wrong?: (text: string) => string | undefined;
}

export interface NumberRule {
  kind: 'number';
  min: number;
  max: number;
  /** It may have decimals. */
  decimals?: true;
}

export interface ChoiceRule<T extends string = string> {
  kind: 'choice';
  of: readonly T[];
}

export function text(max: number, pattern: Pattern): TextRule {
  return { kind: 'text', max, ...pattern };
}

export function wholeNumber(min: number, max: number): NumberRule {
  return { kind: 'number', min, max };
}

/** A number that may have decimals, such as an amount of money. */
export function amount(min: number, max: number): NumberRule {
  return { kind: 'number', min, max, decimals: true };
}

export function oneOf<T extends string>(of: readonly T[]): ChoiceRule<T> {
  return { kind: 'choice', of };
}
