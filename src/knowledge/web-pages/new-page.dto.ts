import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { Exact } from '../../http/validation.js';

/** Characters that an address may have: it is the name of its document. */
export const ADDRESS_LIMIT = 500;

/** The request to fetch a page of the web. */
@Exact()
export class NewPage {
  @ApiProperty({
    minLength: 1,
    maxLength: ADDRESS_LIMIT,
    description: 'Of http or https, and public: without a name, a password or a private address.',
    example: 'https://shop.example/opening-hours',
  })
  @MaxLength(ADDRESS_LIMIT, { message: `must have ${ADDRESS_LIMIT} characters at most` })
  @MinLength(1, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  url: string;
}
