import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Matches } from 'class-validator';
import { MaxLength, ValidateBy } from 'class-validator';
import { iso } from '../../clock.js';
import { Exact, Omissible, Readable } from '../../http/validation.js';
import type { EvaluationCase, Wanted } from './case.js';

const MOST = 20;
const MOST_TEXT = 500;
const KIND = /^[a-z]+(-[a-z]+)*$/;
const TEXT = { type: 'string', minLength: 1, maxLength: MOST_TEXT, pattern: '\\S' };
const TEXTS = { type: 'array', minItems: 1, maxItems: MOST, items: TEXT };
const WANTED = { ...TEXTS, items: { anyOf: [TEXT, TEXTS] } } as object;
const ONLY = { type: Boolean, enum: [true] };

/** Each is a text, or a list of texts of which one is enough. */
function IsWanted(): PropertyDecorator {
  const isText = (one: unknown) =>
    typeof one === 'string' && /\S/.test(one) && one.length <= MOST_TEXT;
  const isOneOf = (one: unknown) =>
    Array.isArray(one) && one.length > 0 && one.length <= MOST && one.every(isText);
  const message = 'must be texts, or lists of texts';
  const validate = (all: unknown) =>
    Array.isArray(all) && all.every((one) => isText(one) || isOneOf(one));
  return ValidateBy({ name: 'isWanted', validator: { validate, defaultMessage: () => message } });
}

/** What is asked, and what its answer must hold: one of `must`, `must_not`, … at least. */
@Exact()
export class EvaluationCaseRequest {
  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 4000,
    pattern: '[^\\s\\u0000]',
    description: 'Without it, the question of the message.',
  })
  @Omissible()
  @Readable()
  @MaxLength(4000, { message: 'must have 4000 characters at most' })
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  ask?: string;

  @ApiPropertyOptional({
    pattern: KIND.source,
    maxLength: 40,
    default: 'reported',
    example: 'follow-up',
    description: 'What it stands for: the report counts each kind by itself.',
  })
  @Omissible()
  @MaxLength(40, { message: 'must have 40 characters at most' })
  @Matches(KIND, { message: 'must be small letters, joined by dashes' })
  @IsString({ message: 'must be a text' })
  kind?: string;

  @ApiPropertyOptional({
    ...WANTED,
    example: ['9:00', ['8 pm', '20:00']],
    description: 'What the answer must hold: each text, and of each list any one.',
  })
  @Omissible()
  @IsWanted()
  @ArrayMaxSize(MOST, { message: `may be ${MOST} at most` })
  @ArrayMinSize(1, { message: 'must be at least one' })
  @IsArray({ message: 'must be a list' })
  must?: Wanted[];

  @ApiPropertyOptional({ ...(TEXTS as object), description: 'What it must not hold.' })
  @Omissible()
  @MaxLength(MOST_TEXT, { each: true, message: `must have ${MOST_TEXT} characters at most each` })
  @Matches(/\S/, { each: true, message: 'must not be empty' })
  @IsString({ each: true, message: 'must be texts' })
  @ArrayMaxSize(MOST, { message: `may be ${MOST} at most` })
  @ArrayMinSize(1, { message: 'must be at least one' })
  @IsArray({ message: 'must be a list' })
  must_not?: string[];

  @ApiPropertyOptional({ ...ONLY, description: 'It must be "I don\'t have that".' })
  @Omissible()
  @IsIn([true], { message: 'must be true, or left out' })
  refuse?: true;

  @ApiPropertyOptional({
    ...ONLY,
    description: "It must be the bot's own words, from no document.",
  })
  @Omissible()
  @IsIn([true], { message: 'must be true, or left out' })
  no_sources?: true;

  @ApiPropertyOptional({ ...ONLY, description: 'It must hand over to a person.' })
  @Omissible()
  @IsIn([true], { message: 'must be true, or left out' })
  handover?: true;
}

/** A case for the evaluation, as the API shows it. */
export class EvaluationCaseView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ format: 'uuid', description: 'The answer that it was made of.' })
  answer_id: string;
  @ApiProperty()
  ask: string;
  @ApiProperty({ example: 'follow-up' })
  kind: string;
  @ApiPropertyOptional(WANTED)
  must?: Wanted[];
  @ApiPropertyOptional(TEXTS as object)
  must_not?: string[];
  @ApiPropertyOptional(ONLY)
  refuse?: true;
  @ApiPropertyOptional(ONLY)
  no_sources?: true;
  @ApiPropertyOptional(ONLY)
  handover?: true;
  @ApiProperty({ format: 'date-time' })
  created_at: string;

  static of({ id, answerId, turn, createdAt }: EvaluationCase): EvaluationCaseView {
    return { id, answer_id: answerId, ...turn, created_at: iso(createdAt) };
  }
}

/** A page of cases, oldest first. */
export class EvaluationCasePage {
  @ApiProperty({ type: [EvaluationCaseView] })
  items: EvaluationCaseView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
