import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Exact } from '../http/validation.js';
import type { Language, SourceOfValue } from './bot-config.js';

const MASKED = 'Comes back masked; a masked value sent back changes nothing.';
/** Line breaks and tabs may be part of a text, other control characters not. */
const TEXT = /^(?=[^]*\S)[\P{Cc}\n\r\t]*$/u;
const WORD = /^[^\s\p{Cc}]+$/u;

function field(options: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ nullable: true, ...options }),
    IsOptional(),
    ...rules.reverse(),
  );
}

function Text(pattern: RegExp, max: number, message: string, options: ApiPropertyOptions = {}) {
  return field(
    { type: String, maxLength: max, pattern: plain(pattern), ...options },
    IsString({ message: 'must be a text, or null to take it away' }),
    MaxLength(max, { message: `must have ${max} characters at most` }),
    Matches(pattern, { message }),
  );
}

/** As other languages read it, too: those with Unicode's classes are said by what they ask for. */
function plain(pattern: RegExp): string {
  return pattern.unicode ? '\\S' : pattern.source;
}

function WholeNumber(minimum: number, maximum: number) {
  return field(
    { type: 'integer', minimum, maximum },
    IsInt({ message: 'must be a whole number, or null to take it away' }),
    Min(minimum, { message: `must be at least ${minimum}` }),
    Max(maximum, { message: `must be at most ${maximum}` }),
  );
}

/**
 * The fields to change. A field that isn't there stays; `null` takes the stored value away, so
 * that the environment or the default counts again.
 */
@Exact()
export class BotConfigUpdate {
  @Text(/^AC[0-9a-fA-F]{32}$/, 34, 'must be AC and 32 hexadecimal digits')
  twilio_account_sid?: string | null;

  @Text(WORD, 200, 'must have no spaces', { description: MASKED })
  twilio_auth_token?: string | null;

  @Text(/^whatsapp:\+[1-9]\d{6,14}$/, 30, 'must look like whatsapp:+15005550006')
  twilio_whatsapp_from?: string | null;

  @Text(/^SK[0-9a-fA-F]{32}$/, 34, 'must be SK and 32 hexadecimal digits')
  twilio_api_key_sid?: string | null;

  @Text(WORD, 200, 'must have no spaces', { description: MASKED })
  twilio_api_key_secret?: string | null;

  @Text(/^MG[0-9a-fA-F]{32}$/, 34, 'must be MG and 32 hexadecimal digits')
  twilio_messaging_service_sid?: string | null;

  @Text(TEXT, 60, 'must have something to read')
  bot_name?: string | null;

  @Text(TEXT, 8000, 'must have something to read')
  system_prompt?: string | null;

  @field(
    { enum: ['auto', 'es', 'en'] },
    IsIn(['auto', 'es', 'en'], { message: 'must be auto, es or en' }),
  )
  language?: Language | null;

  @Text(TEXT, 1500, 'must have something to read')
  fallback_message?: string | null;

  @Text(WORD, 200, 'must have no spaces')
  chat_model?: string | null;

  @WholeNumber(100, 600_000)
  llm_timeout_ms?: number | null;

  @WholeNumber(1, 1_000_000)
  rate_limit_per_minute?: number | null;
}

/** The values that count, secrets masked; null where there is none. */
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
