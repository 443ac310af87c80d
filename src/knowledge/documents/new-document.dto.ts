import { ANY_LINE } from '../../config/lines/line.js';
import { LINE_MESSAGE } from '../../config/lines/line-in-query.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Exact, Omissible, Readable, readable } from '../../http/validation.js';
import type { Format } from './document.js';

/** Requires a character that can be read. */
const SOMETHING = '[^\\s\\u0000]';
/** Characters that a title may have. */
export const TITLE_LIMIT = 200;
/** Characters that a document's text may have, whatever it was read from. */
export const TEXT_LIMIT = 1_000_000;
export const TOO_LONG = 'must have 1,000,000 characters at most: part it';

/** Characters that a name may have. */
export const NAME_LIMIT = 500;

const TITLE = { minLength: 1, maxLength: TITLE_LIMIT, pattern: SOMETHING };
const NAME = {
  minLength: 1,
  maxLength: NAME_LIMIT,
  pattern: SOMETHING,
  description: 'Its identity: a document of this name is replaced.',
};

/** A text of at most `limit` characters, and at least one that can be read. */
function ShortText(limit: number): PropertyDecorator {
  const rules = [
    Transform(({ value }) => (typeof value === 'string' ? readable(value).trim() : value)),
    MaxLength(limit, { message: `must have ${limit} characters at most` }),
    MinLength(1, { message: 'must not be empty' }),
    IsString({ message: 'must be a text' }),
  ];
  return (target, key) => rules.forEach((rule) => rule(target, key));
}

/** The line that a document is for. */
function ForLine(): PropertyDecorator {
  const rules = [
    ApiPropertyOptional({
      pattern: ANY_LINE.source,
      example: '+15005550006',
      description:
        "The business's line that it is for alone, `default` for the default one. Else for all.",
    }),
    Omissible(),
    IsString({ message: 'must be a text' }),
    Matches(ANY_LINE, { message: LINE_MESSAGE }),
  ];
  return (target, key) => rules.forEach((rule) => rule(target, key));
}

/** The request to keep a document, as JSON. */
@Exact()
export class NewDocument {
  @ApiProperty({ ...TITLE, example: 'Opening hours' })
  @ShortText(TITLE_LIMIT)
  title: string;

  @ApiPropertyOptional({ ...NAME, example: 'hours.md', default: 'The title.' })
  @Omissible()
  @ShortText(NAME_LIMIT)
  name?: string;

  @ApiProperty({
    minLength: 1,
    maxLength: TEXT_LIMIT,
    pattern: SOMETHING,
    description: 'Front matter at its begin is kept as metadata, and is not part of the text.',
    example: '## Sunday\n\n9:00 to 14:00',
  })
  @Readable()
  @MaxLength(TEXT_LIMIT, { message: TOO_LONG })
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  text: string;

  @ApiPropertyOptional({ enum: ['markdown', 'text'], default: 'markdown' })
  @IsIn(['markdown', 'text'], { message: 'must be markdown or text' })
  format: Format = 'markdown';

  @ForLine()
  line?: string;
}

/** The file as multer leaves it. */
export interface Uploaded {
  originalname: string;
  mimetype: string;
  buffer: Buffer;
}

/** What may be said of a document beside its file. */
@Exact()
export class UploadFields {
  @ApiPropertyOptional({
    ...TITLE,
    description: 'Without it, what the file says: its front matter, its first heading, its name.',
  })
  @Omissible()
  @ShortText(TITLE_LIMIT)
  title?: string;

  @ApiPropertyOptional({
    ...NAME,
    description: `${NAME.description} Without it, the file's name, without the path before it.`,
  })
  @Omissible()
  @ShortText(NAME_LIMIT)
  name?: string;

  @ForLine()
  line?: string;
}

/** The request to keep a document, as a file. */
@Exact()
export class UploadedDocument extends UploadFields {
  @ApiProperty({ type: 'string', format: 'binary', description: 'One file, of 20 MiB at most.' })
  file: Uploaded;
}
