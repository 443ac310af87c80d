import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Exact } from '../../http/validation.js';
import type { SourceOfValue } from '../bot-config.js';
import { classOfFields } from '../bot-config.dto.js';
import { lineFields } from './line-fields.js';
import type { LineId } from './line.js';

/** Where a value of a line comes from: from the line itself, or else it is the common one. */
export type LineSource = 'line' | SourceOfValue;

/**
 * The settings of a line to change. A field that is left out stays. `null` removes the line's own
 * value, so that the common one is in effect again.
 */
@Exact()
export class LineSettingsUpdate extends classOfFields(lineFields) {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 60,
    pattern: '\\S',
    description: 'As people call the line.',
    example: 'Valencia',
  })
  @IsOptional()
  @IsString({ message: 'must be a text, or null to take it away' })
  @MaxLength(60, { message: 'must have 60 characters at most' })
  @Matches(/^(?=.*\S)\P{Cc}+$/u, { message: 'must have something to read, on one line' })
  name?: string | null;
}

/** The values in effect on a line. */
export class LineSettingsView extends LineSettingsUpdate {
  @ApiProperty({ type: String, example: '+15005550006' })
  id: LineId;

  @ApiProperty({
    description: 'Where each value comes from: line, or the common value and its source.',
    additionalProperties: { enum: ['line', 'stored', 'environment', 'default'] },
    type: 'object',
    example: { bot_name: 'line', language: 'stored' },
  })
  sources: Record<string, LineSource>;
}
