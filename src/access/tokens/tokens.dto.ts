import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { iso } from '../../clock.js';
import { type Scope, SCOPES } from '../../http/admin/scope.js';
import { Exact, Omissible } from '../../http/validation.js';
import type { NamedToken } from './token.store.js';

const NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/;
const SCOPE_MEANS =
  'read: looks at everything but secrets; operate: also works with people, documents and failures; ' +
  'admin: also settings, tokens, keys, backups and erasing.';

/** A token that is wanted. */
@Exact()
export class NewToken {
  @ApiProperty({
    pattern: NAME.source,
    example: 'help desk',
    description: 'Who or what will use it: the audit log says this name.',
  })
  @IsString({ message: 'must be a text' })
  @Matches(NAME, { message: 'must be 1 to 60 letters, digits, spaces, and . _ -' })
  name: string;

  @ApiProperty({ enum: SCOPES, description: SCOPE_MEANS })
  @IsIn(SCOPES, { message: 'must be read, operate or admin' })
  scope: Scope;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 3650,
    description: 'Days after which it counts no more. Without it, it counts until it is revoked.',
  })
  @Omissible()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(3650, { message: 'must be at most 3650' })
  expires_in_days?: number;
}

/** A named token, without the token. */
export class TokenView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'help desk' })
  name: string;
  @ApiProperty({ enum: SCOPES, description: SCOPE_MEANS })
  scope: Scope;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({ description: 'The name of the token whose holder made it.' })
  created_by: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'To the minute; null: never.',
  })
  last_used_at: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'null: it counts until it is revoked.',
  })
  expires_at: string | null;

  static of(token: NamedToken): TokenView {
    const { id, name, scope, createdAt, createdBy, lastUsedAt, expiresAt } = token;
    return {
      id,
      name,
      scope,
      created_at: iso(createdAt),
      created_by: createdBy,
      last_used_at: lastUsedAt === null ? null : iso(lastUsedAt),
      expires_at: expiresAt === null ? null : iso(expiresAt),
    };
  }
}

/** A token that was made. */
export class MadeToken extends TokenView {
  @ApiProperty({ description: 'The token itself. It is shown this once, and kept nowhere.' })
  token: string;
}

/** All of them. */
export class TokenPage {
  @ApiProperty({ type: [TokenView] })
  items: TokenView[];
  @ApiProperty({ nullable: true, type: String, description: 'Always null: there are 100 at most.' })
  next_cursor: string | null;
}
