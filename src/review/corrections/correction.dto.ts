import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { Exact, Readable } from '../../http/validation.js';
import { CuratedAnswerRequest } from '../../knowledge/answers/curated-answer.dto.js';

const MOST = 500;

/** The right answer to a question that was answered wrongly. */
@Exact()
export class CorrectionRequest extends PickType(CuratedAnswerRequest, ['answer'] as const) {
  @ApiProperty({
    minLength: 1,
    maxLength: MOST,
    pattern: '[^\\s\\u0000]',
    description: 'As it is to be answered so from now on; it need not be the words of the message.',
    example: 'Do you have a terrace?',
  })
  @Readable()
  @MaxLength(MOST, { message: `must have ${MOST} characters at most` })
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  question: string;
}
