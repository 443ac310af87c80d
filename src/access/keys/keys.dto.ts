import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Exact, Omissible } from '../../http/validation.js';
import { TokenView } from '../tokens/tokens.dto.js';
import type { NodeWithKeys } from './node-keys.js';

const SOURCES = ['file', 'environment'] as const;
export type Source = (typeof SOURCES)[number];

/** The keys that a process uses, by names that tell nothing of them. */
export class NodeKeysView {
  @ApiProperty({ example: 'host-1 4711', description: 'Its machine, and its number there.' })
  node: string;
  @ApiProperty({ description: 'Whether it is the one that answers.' })
  own: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'SECRET_KEY. null: not said yet.' })
  secret_key: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'SECRET_KEY_NEXT.' })
  secret_key_next: string | null;
  @ApiProperty({
    type: [String],
    description: 'What else it opens by: SECRET_KEY_PREVIOUS, files.',
  })
  secret_key_older: string[];
  @ApiProperty({ type: String, nullable: true, description: 'ADMIN_TOKEN.' })
  admin_token: string | null;

  static of({ node, own, keys }: NodeWithKeys): NodeKeysView {
    return {
      node,
      own,
      secret_key: keys?.key ?? null,
      secret_key_next: keys?.next ?? null,
      secret_key_older: keys?.older ?? [],
      admin_token: keys?.token ?? null,
    };
  }
}

/** Which keys are in use, where. */
export class KeysView {
  @ApiProperty({ enum: SOURCES, description: 'file: one that Recado made in DATA_DIR.' })
  secret_key_from: Source;
  @ApiProperty({ enum: SOURCES })
  admin_token_from: Source;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The name of the next ADMIN_TOKEN, while it is being changed in the environment.',
  })
  admin_token_next: string | null;
  @ApiProperty({ type: [NodeKeysView] })
  nodes: NodeKeysView[];
  @ApiProperty({ type: [String], description: 'Settings that no key opens: set them again.' })
  lost: string[];
}

/** A changed SECRET_KEY. */
export class ChangedKey {
  @ApiProperty({ description: 'The name of the new key, as in `GET /api/v1/keys`.' })
  secret_key: string;
  @ApiProperty({ description: 'The file in DATA_DIR that keeps the former one: backups need it.' })
  former_file: string;
}

/** How the admin token is changed. */
@Exact()
export class AdminTokenChange {
  @ApiPropertyOptional({
    default: false,
    description: 'The former one counts no more at once, and whom it signed in is out.',
  })
  @Omissible()
  @IsBoolean({ message: 'must be true or false' })
  at_once?: boolean;
}

/** A changed admin token. */
export class ChangedToken {
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'What ADMIN_TOKEN is to be from now on, where the environment gives it; each node takes it ' +
      'already. null: it is in DATA_DIR/admin-token.',
  })
  token: string | null;
  @ApiProperty({ description: 'Its name, as in `GET /api/v1/keys`.' })
  admin_token: string;
  @ApiProperty({
    type: TokenView,
    nullable: true,
    description: 'The former one, which counts until then as a named token; null: not any more.',
  })
  former: TokenView | null;
}
