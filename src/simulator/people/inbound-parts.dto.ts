import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { Exact, Omissible } from '../../http/validation.js';

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(;.*)?$/;

export function OptionalText(description?: string): PropertyDecorator {
  return (target, name) => {
    ApiPropertyOptional({ type: String, maxLength: 4096, description })(target, name);
    Omissible()(target, name as string);
    IsString()(target, name as string);
    MaxLength(4096)(target, name as string);
  };
}

/** class-validator's own rule is an expression that overflows its stack on files of many megabytes. */
function Base64(): PropertyDecorator {
  const validate = (value: unknown) =>
    typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value;
  return ValidateBy({ name: 'base64', validator: { validate } }, { message: 'must be base64' });
}

/** A file that somebody sends, as it is given to the control API. */
@Exact()
export class InboundMedia {
  @ApiProperty({ pattern: MEDIA_TYPE.source, example: 'audio/ogg' })
  @Matches(MEDIA_TYPE, { message: 'must be a media type such as image/jpeg' })
  content_type: string;
  @ApiProperty()
  @Base64()
  base64: string;
}

/** Somebody's name and phone, as they are given to the control API. */
@Exact()
export class InboundContact {
  @ApiProperty({ maxLength: 256, example: 'Ana López' })
  @IsString()
  @MaxLength(256)
  name: string;
  @ApiPropertyOptional({ maxLength: 256, example: '+12025550123' })
  @Omissible()
  @IsString()
  @MaxLength(256)
  phone?: string;
}
