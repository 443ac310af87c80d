import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { iso } from '../clock.js';
import { Exact, Readable } from '../http/validation.js';

/** As much as one answer may have, in its parts. */
const MOST_CHARACTERS = 4000;

/** What a person writes to a sender: sent as it is, in several parts when it is long. */
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

/** A person's reply, stored and about to be sent. */
export class ReplyView {
  @ApiProperty({
    description: "The message's id: the list of messages tells how its sending goes.",
  })
  id: string;
  @ApiProperty()
  text: string;
  @ApiProperty({ format: 'date-time' })
  created_at: string;

  static of(reply: { id: string; text: string; createdAt: number }): ReplyView {
    return { id: reply.id, text: reply.text, created_at: iso(reply.createdAt) };
  }
}
