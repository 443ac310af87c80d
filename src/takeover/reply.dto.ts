import { ApiHeader, ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { iso } from '../clock.js';
import { Exact, Readable } from '../http/validation.js';

/** The longest reply. A longer one than a single message holds is sent in several parts. */
const MOST_CHARACTERS = 4000;

/** On a route that does its work once for each key of its caller. */
export const OnceByKey = (): MethodDecorator & ClassDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The same key again: the same answer, and nothing is sent twice.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  });

/** What a person writes to a sender. It is sent as it is, in several parts when it is long. */
@Exact()
export class ReplyText {
  @ApiProperty({
    minLength: 1,
    maxLength: MOST_CHARACTERS,
    pattern: '[^\\s\\u0000]',
    example: 'We open at nine.',
  })
  @Readable()
  @IsString({ message: 'must be a text' })
  @MaxLength(MOST_CHARACTERS, { message: `may have ${MOST_CHARACTERS} characters at most` })
  @Matches(/\S/, { message: 'must not be empty' })
  text: string;
}

/** A person's reply that is stored and will be sent. */
export class ReplyView {
  @ApiProperty({
    description: "The message's id: the list of messages tells how its sending goes.",
  })
  id: string;
  @ApiProperty()
  text: string;
  @ApiProperty({ format: 'date-time' })
  created_at: string;

  /** Returns the view of a stored reply. */
  static of(reply: { id: string; text: string; createdAt: number }): ReplyView {
    return { id: reply.id, text: reply.text, created_at: iso(reply.createdAt) };
  }
}
