import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Exact, Readable, readable } from '../../http/validation.js';
import type { Format } from './document.js';

/** Requires a character that can be read. */
const SOMETHING = '[^\\s\\u0000]';

/** The request to add a document, as JSON. */
@Exact()
export class NewDocument {
  @ApiProperty({ minLength: 1, maxLength: 200, pattern: SOMETHING, example: 'Opening hours' })
  @Transform(({ value }) => (typeof value === 'string' ? readable(value).trim() : value))
  @MaxLength(200, { message: 'must have 200 characters at most' })
  @MinLength(1, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  title: string;

  @ApiProperty({
    minLength: 1,
    maxLength: 1_000_000,
    pattern: SOMETHING,
    example: '## Sunday\n\n9:00 to 14:00',
  })
  @Readable()
  @MaxLength(1_000_000, { message: 'must have 1,000,000 characters at most: part it' })
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  text: string;

  @ApiPropertyOptional({ enum: ['markdown', 'text'], default: 'markdown' })
  @IsIn(['markdown', 'text'], { message: 'must be markdown or text' })
  format: Format = 'markdown';
}

/** The request to add a document, as a file. */
export class UploadedDocument {
  @ApiProperty({ type: 'string', format: 'binary', description: '.md or .txt, UTF-8, 4 MiB.' })
  file: unknown;
  @ApiPropertyOptional({ maxLength: 200, description: "Without it, the file's name." })
  title?: string;
}
