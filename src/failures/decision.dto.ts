import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { Exact } from '../http/validation.js';

/** So many failures are decided about with one request. */
export const MOST_AT_ONCE = 200;

/** The failures that a person decides about at once. */
@Exact()
export class Decision {
  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: MOST_AT_ONCE,
    items: { type: 'string', format: 'uuid' },
    description: 'Ids of failures. One that is named twice counts once.',
  })
  @Transform(({ value }) => (Array.isArray(value) ? [...new Set(value.map(small))] : value))
  @IsUUID('all', { each: true, message: 'must be ids of failures' })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `may be ${MOST_AT_ONCE} at most` })
  @ArrayMinSize(1, { message: 'must be at least one' })
  @IsArray({ message: 'must be a list of ids' })
  ids: string[];
}

/** Ids are kept in small letters. */
function small(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** What became of the decision about one failure. */
export class Decided {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ['done', 'refused'] })
  result: 'done' | 'refused';
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Nothing of this is left to send.',
    description: 'Why it was refused, and what to do.',
  })
  reason: string | null;
}

/** What became of a decision about several failures: some may be done, and others refused. */
export class DecidedAll {
  @ApiProperty({ type: 'integer', description: 'How many were done.' })
  done: number;
  @ApiProperty({ type: 'integer', description: 'How many were refused: each says why.' })
  refused: number;
  @ApiProperty({ type: [Decided], description: 'One for each id, in the order of the request.' })
  items: Decided[];

  static of(items: Decided[]): DecidedAll {
    const done = items.filter(({ result }) => result === 'done').length;
    return { done, refused: items.length - done, items };
  }
}
