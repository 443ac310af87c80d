import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { iso } from '../../clock.js';
import { Exact, Omissible, Readable } from '../../http/validation.js';
import { NEWS_TYPES, type NewsType } from './news-type.js';
import type { Target } from './target.js';

/** 24 to 64 bytes in base64, as Standard Webhooks has it. */
const SECRET = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** An endpoint to add. */
@Exact()
export class NewEndpoint {
  @ApiProperty({
    maxLength: 2000,
    pattern: '^https?://',
    example: 'https://helpdesk.example/hooks/recado',
    description:
      'Where news is posted to. Not private, unless WEBHOOK_ALLOWED_HOSTS names the host.',
  })
  @Matches(/^https?:\/\/[^\s\p{Cc}]+$/iu, { message: 'must be an address of http or https' })
  @MaxLength(2000, { message: 'must have 2000 characters at most' })
  @IsString({ message: 'must be a text' })
  url: string;

  @ApiProperty({
    enum: NEWS_TYPES,
    isArray: true,
    minItems: 1,
    uniqueItems: true,
    description: 'What is told there.',
  })
  @IsIn(NEWS_TYPES, { each: true, message: `must be of ${NEWS_TYPES.join(', ')}` })
  @ArrayUnique({ message: 'must name each once' })
  @ArrayMinSize(1, { message: 'must be at least one' })
  @IsArray({ message: 'must be a list' })
  types: NewsType[];

  @ApiPropertyOptional({ maxLength: 200, example: 'Help desk' })
  @Omissible()
  @Readable()
  @MaxLength(200, { message: 'must have 200 characters at most' })
  @IsString({ message: 'must be a text' })
  description?: string;

  @ApiPropertyOptional({
    pattern: SECRET.source,
    description: 'What posts are signed with. Left out at first, one is made.',
  })
  @Omissible()
  @Matches(SECRET, { message: 'must be whsec_ and 24 to 64 bytes in base64' })
  @IsString({ message: 'must be a text' })
  secret?: string;

  @ApiPropertyOptional({ description: 'While false, nothing is told; true if you say nothing.' })
  @Omissible()
  @IsBoolean({ message: 'must be true or false' })
  enabled?: boolean;
}

/** What is to change of an endpoint. What is left out stays. */
@Exact()
export class EndpointChange extends PartialType(NewEndpoint, { skipNullProperties: false }) {}

/** An endpoint of another system. */
export class EndpointView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'https://helpdesk.example/hooks/recado' })
  url: string;
  @ApiProperty({ enum: NEWS_TYPES, isArray: true })
  types: NewsType[];
  @ApiProperty({ example: 'Help desk' })
  description: string;
  @ApiProperty()
  enabled: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why Recado has disabled it; null where it has not.',
  })
  disabled_because: string | null;
  @ApiProperty({ format: 'date-time' })
  created_at: string;

  static of(target: Target): EndpointView {
    const { id, url = '', types, description, enabled, disabledBecause = null, createdAt } = target;
    const told = { id, url, types, description, enabled, disabled_because: disabledBecause };
    return { ...told, created_at: iso(createdAt) };
  }
}

/** An endpoint that was added, with its secret: it is shown this once. */
export class AddedEndpoint extends EndpointView {
  @ApiProperty({ example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' })
  secret: string;
}

/** All endpoints, the oldest first. */
export class EndpointList {
  @ApiProperty({ type: [EndpointView], description: '20 at most.' })
  items: EndpointView[];
}
