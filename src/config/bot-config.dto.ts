import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  type ValidationArguments,
  type ValidationOptions,
} from 'class-validator';
import { MASK } from '../log/mask.js';
import { Exact } from '../http/validation.js';
import type { SourceOfValue } from './bot-config.js';
import { type Field, fieldNames, settingOf, type Value } from './fields.js';
import type { ChoiceRule, NumberRule, Setting, TextRule } from './setting.js';

const MASKED = 'Comes back masked; a masked value sent back changes nothing.';

type Fields = { [F in Field]?: Value<F> | null };

/** Makes a class with a property for each of these rows of `FIELDS`, with OpenAPI and validation. */
export function classOfFields(names = fieldNames): new () => Fields {
  class OfFields {}
  for (const field of names) decoratorsOf(settingOf(field))(OfFields.prototype, field);
  return OfFields;
}

function decoratorsOf({ is, secret, description }: Setting): PropertyDecorator {
  const [options, ...rules] =
    is.kind === 'text' ? text(is, secret) : is.kind === 'number' ? number(is) : choice(is);
  const whole = [description, secret === true && MASKED].filter(Boolean).join(' ');
  return applyDecorators(
    ApiPropertyOptional({ nullable: true, ...options, ...(whole && { description: whole }) }),
    IsOptional(),
    ...rules.reverse(),
  );
}

type Described = [ApiPropertyOptions, ...rules: PropertyDecorator[]];

function text(
  { pattern: own, max, message, wrong }: TextRule,
  secret?: Setting['secret'],
): Described {
  const pattern = secret === true ? new RegExp(`${own.source}|${MASK.source}`) : own;
  return [
    {
      type: String,
      maxLength: max,
      pattern: plain(pattern),
      // So that a form knows what nobody should read over somebody's shoulder.
      ...(secret === true && { format: 'password' }),
    },
    IsString({ message: 'must be a text, or null to take it away' }),
    MaxLength(max, { message: `must have ${max} characters at most` }),
    Matches(pattern, { message }),
    ...(wrong ? [NotWrong(wrong)] : []),
  ];
}

function NotWrong(wrong: (text: string) => string | undefined): PropertyDecorator {
  const validate = (value: unknown) => wrong(String(value)) === undefined;
  const defaultMessage = (given?: ValidationArguments) => wrong(String(given?.value)) ?? '';
  return ValidateBy({ name: 'not-wrong', validator: { validate, defaultMessage } });
}

/** The pattern for OpenAPI. Other languages can't read Unicode classes, so those become `\S`. */
function plain(pattern: RegExp): string {
  return pattern.unicode ? '\\S' : pattern.source;
}

function number({ min, max, decimals }: NumberRule): Described {
  const [what, Is] = decimals ? ['a number', IsAmount] : ['a whole number', IsInt];
  return [
    { type: decimals ? 'number' : 'integer', minimum: min, maximum: max },
    Is({ message: `must be ${what}, or null to take it away` }),
    Min(min, { message: `must be at least ${min}` }),
    Max(max, { message: `must be at most ${max}` }),
  ];
}

function IsAmount(options: ValidationOptions): PropertyDecorator {
  return IsNumber({}, options);
}

function choice({ of }: ChoiceRule): Described {
  const list = `${of.slice(0, -1).join(', ')} or ${of.at(-1)}`;
  return [{ enum: [...of] }, IsIn(of, { message: `must be ${list}` })];
}

/**
 * The fields to change. A field that is left out stays. `null` removes the stored value, so that the
 * environment's value or the default is in effect again.
 */
@Exact()
export class BotConfigUpdate extends classOfFields() {}

/** The values in effect, with masked secrets; null for a field without a value. */
export class BotConfigView extends BotConfigUpdate {
  @ApiProperty({
    description: 'Where each value comes from.',
    additionalProperties: { enum: ['stored', 'environment', 'default'] },
    type: 'object',
    example: { bot_name: 'stored', chat_model: 'environment' },
  })
  sources: Record<string, SourceOfValue>;

  @ApiProperty({
    description: "Simulator mode: Twilio's fields are kept, but the simulator's own count.",
  })
  simulator: boolean;
}
