import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { WA_ID, withoutScheme } from '../address.js';
import { iso } from '../clock.js';
import { Page } from '../http/page.js';
import type { Conversation } from '../sessions/conversation.js';

/** Selects the conversations to list. */
export class ConversationQuery extends Page {
  @ApiPropertyOptional({ enum: ['bot', 'human'], description: 'Who has it.' })
  @IsOptional()
  @IsIn(['bot', 'human'], { message: 'must be bot or human' })
  mode?: 'bot' | 'human';

  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  opted_out?: 'true' | 'false';

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Whether its sender waits for a person. `true`: the longest waiting comes first.',
  })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  waiting?: 'true' | 'false';

  @ApiPropertyOptional({
    pattern: WA_ID.source.replace('^', '^(whatsapp:)?'),
    example: '+15005550006',
    description: 'A phone or a WhatsApp user id.',
  })
  @IsOptional()
  // In a query, a plus that the caller didn't write as %2B arrives as a space.
  @Transform(({ value }) =>
    typeof value === 'string' ? withoutScheme(value).replace(/^ (?=\d)/, '+') : value,
  )
  @Matches(WA_ID, {
    message: 'must look like +15005550006 or US.13491',
  })
  wa_id?: string;
}

/** A conversation with one sender. */
export class ConversationView {
  @ApiProperty()
  id: string;
  @ApiProperty({ type: [String], example: ['+15005550006'], description: 'Phones first.' })
  addresses: string[];
  @ApiProperty({ type: String, nullable: true })
  profile_name: string | null;
  @ApiProperty({ enum: ['bot', 'human'], description: 'Who answers.' })
  mode: 'bot' | 'human';
  @ApiProperty({ description: 'The sender wants nothing more, until START.' })
  opted_out: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'Since when its sender waits for a person, until one replies or it is released. The bot is ' +
      'silent meanwhile. Null: the sender does not wait.',
  })
  waiting_since: string | null;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({
    format: 'date-time',
    description: 'When the sender was last heard of by WhatsApp.',
  })
  updated_at: string;

  /** Returns the view of a conversation. */
  static of(conversation: Conversation): ConversationView {
    const { id, addresses, takenAt, optedOutAt, waitingSince, createdAt } = conversation;
    const names = addresses.map(({ profileName }) => profileName);
    return {
      id,
      addresses: addresses.map(({ waId }) => waId),
      profile_name: names.find((name) => name) ?? null,
      mode: takenAt === undefined ? 'bot' : 'human',
      opted_out: optedOutAt !== undefined,
      waiting_since: waitingSince === undefined ? null : iso(waitingSince),
      created_at: iso(createdAt),
      updated_at: iso(Math.max(createdAt, ...addresses.map(({ updatedAt }) => updatedAt))),
    };
  }
}

/** A page of conversations: the newest first or, of those that wait, the longest waiting. */
export class ConversationPage {
  @ApiProperty({ type: [ConversationView] })
  items: ConversationView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
