import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { iso } from '../clock.js';
import { Exact } from '../http/validation.js';
import type { DocumentHead } from './document.js';

/** A document as the API takes it: Markdown, of which plain text is a kind. */
@Exact()
export class NewDocument {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Opening hours' })
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @MaxLength(200, { message: 'must have 200 characters at most' })
  @MinLength(1, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  title: string;

  @ApiProperty({ minLength: 1, maxLength: 1_000_000, example: '## Sunday\n\n9:00 to 14:00' })
  @Transform(({ value }) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
  @MaxLength(1_000_000, { message: 'must have 1,000,000 characters at most: part it' })
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  text: string;
}

/** A document as the API shows it in lists. */
export class DocumentView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'Opening hours' })
  title: string;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({ description: 'How many passages it was cut into.', required: false })
  chunks?: number;

  static of({ id, title, createdAt }: DocumentHead, chunks?: number): DocumentView {
    return { id, title, created_at: iso(createdAt), chunks };
  }
}
