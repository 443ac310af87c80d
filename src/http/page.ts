import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { NO_CURSOR } from './cursor.js';

/**
 * Makes a number of the text in a query. A text that is none stays as it is, for the checks below to
 * refuse it; an empty one is not taken for 0.
 */
export function NumberInQuery(): PropertyDecorator {
  return Transform(({ value }) =>
    typeof value === 'string' && value.trim() ? Number(value) : value,
  );
}

/** Which part of a list is asked for. */
export class Page {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @NumberInQuery()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(200, { message: 'must be at most 200' })
  limit: number = 50;

  @ApiPropertyOptional({ maxLength: 200, description: '`next_cursor` of the page before.' })
  @Transform(({ value }) => (value === '' ? undefined : value))
  @IsOptional()
  @IsString({ message: 'must be a text' })
  @MaxLength(200, { message: NO_CURSOR })
  cursor?: string;
}

export interface Paged<T> {
  items: T[];
  /** For the next page; null when this was the last. */
  next_cursor: string | null;
}

/** A list as the API answers it. */
export function paged<T>(items: T[], next: string | null | undefined): Paged<T> {
  return { items, next_cursor: next ?? null };
}
