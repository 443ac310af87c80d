import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { type Scope, SCOPES } from '../../http/admin/scope.js';
import { Exact, Omissible } from '../../http/validation.js';

const MOST_CHARACTERS = 4096;

function Proof(description: string): PropertyDecorator {
  return (target, name) => {
    ApiPropertyOptional({ maxLength: MOST_CHARACTERS, description })(target, name);
    Omissible()(target, name);
    IsString({ message: 'must be a text' })(target, name as string);
    const message = `may have ${MOST_CHARACTERS} characters at most`;
    MaxLength(MOST_CHARACTERS, { message })(target, name as string);
  };
}

/** What somebody signs in by: one of the two. */
@Exact()
export class NewSession {
  @Proof("A link's one-time code: what follows `#code=` in it.")
  code?: string;
  @Proof('ADMIN_TOKEN, or a named token.')
  token?: string;
}

/** How the caller is let in, and what a page needs to know before all else. */
export class SessionView {
  @ApiProperty({
    enum: ['link', 'token', 'bearer'],
    description: '`bearer`: the request carries a token itself.',
  })
  signed_in_by: 'link' | 'token' | 'bearer';
  @ApiProperty({ example: 'help desk', description: 'Of the token that counts.' })
  name: string;
  @ApiProperty({ enum: SCOPES, description: 'What may be done by it.' })
  scope: Scope;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When to sign in again; null for `bearer`.',
  })
  expires_at: string | null;
  @ApiProperty({ description: "Whether the simulator has Twilio's place." })
  simulator: boolean;
  @ApiProperty({ description: "Recado's." })
  version: string;
  @ApiProperty({ description: 'The `language` of the configuration.' })
  language: string;
}

/** A link that signs in whoever opens it. */
export class SignInLink {
  @ApiProperty({ format: 'uri', description: 'It works once. It is as good as the token.' })
  url: string;
  @ApiProperty({ format: 'date-time', description: 'Until when it works: ten minutes.' })
  expires_at: string;
}
