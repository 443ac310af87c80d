import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsString, Matches } from 'class-validator';
import { Exact, Omissible } from '../http/validation.js';

const CONTENT_SID = /^HX[0-9a-fA-F]{32}$/;

/** A template to send, and what stands in the place of its variables. */
@Exact()
export class TemplateReply {
  @ApiProperty({ pattern: CONTENT_SID.source, example: 'HX00000000000000000000000000000000' })
  @IsString({ message: 'must be a text' })
  @Matches(CONTENT_SID, { message: 'must be HX and 32 hexadecimal digits' })
  content_sid: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { 1: 'Ana' },
    description:
      'A value for each variable of the template: up to 255 characters, without line breaks, tabs or ' +
      'more than four spaces in a row.',
  })
  @Omissible()
  @IsObject({ message: 'must be an object with a text for each variable' })
  variables?: Record<string, string>;
}
