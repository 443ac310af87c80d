import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import type { Session } from '../sessions/session.js';
import { ConversationView } from '../conversations/conversation.dto.js';
import { MessageView } from '../conversations/message.dto.js';

/** An address of a sender, as it is stored. */
export class AddressView {
  @ApiProperty({ example: '+15005550006' })
  wa_id: string;
  @ApiProperty({ type: String, nullable: true })
  profile_name: string | null;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({ format: 'date-time' })
  updated_at: string;
}

/** All stored data of a sender. */
export class ExportView {
  @ApiProperty({ format: 'date-time' })
  exported_at: string;
  @ApiProperty({ type: ConversationView })
  conversation: ConversationView;
  @ApiProperty({ type: [AddressView] })
  addresses: AddressView[];
  @ApiProperty({ type: [MessageView], description: 'Oldest first.' })
  messages: MessageView[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What a model summed up of the earlier messages, for its own answers.',
  })
  summary: string | null;

  /** Returns the view of an address. */
  static address({ waId, profileName, createdAt, updatedAt }: Session): AddressView {
    return {
      wa_id: waId,
      profile_name: profileName ?? null,
      created_at: iso(createdAt),
      updated_at: iso(updatedAt),
    };
  }
}
