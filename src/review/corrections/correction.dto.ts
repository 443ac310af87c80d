import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { Exact, Readable } from '../../http/validation.js';

const SOMETHING = '[^\\s\\u0000]';

/** The right answer to a question that was answered wrongly. */
@Exact()
export class CorrectionRequest {
  @ApiProperty({
    minLength: 1,
    maxLength: 500,
    pattern: SOMETHING,
    description: 'As it is to be answered so from now on; it need not be the words of the message.',
    example: 'Do you have a terrace?',
  })
  @Readable()
  @MaxLength(500, { message: 'must have 500 characters at most' })
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  question: string;

  @ApiProperty({
    minLength: 1,
    maxLength: 4000,
    pattern: SOMETHING,
    description: 'Markdown. It is sent as it is.',
    example: 'Yes: on the terrace there is room for **30** people.',
  })
  @Readable()
  @MaxLength(4000, { message: 'must have 4000 characters at most' })
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  answer: string;
}
