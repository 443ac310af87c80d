import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import type { Session } from '../sessions/session.js';
import { ConsentView } from '../consent/consent.dto.js';
import { ConversationView } from '../conversations/conversation.dto.js';
import { MessageView } from '../conversations/message.dto.js';
import { SuggestedReply } from '../suggestions/suggestion.dto.js';
import { ReceivedView } from '../conversations/received.dto.js';
import { AttemptView, CallbackView } from '../conversations/sends.dto.js';
import type { Records } from './records.store.js';

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

/** What is kept of the sends of one part of an answer. */
export class ExportedSends {
  @ApiProperty({ type: [AttemptView] })
  attempts: AttemptView[];
  @ApiProperty({ type: [CallbackView] })
  callbacks: CallbackView[];
}

/** A message with all that is kept of it. */
export class ExportedMessage extends MessageView {
  @ApiProperty({ type: ReceivedView, nullable: true, description: 'How it came in.' })
  received: ReceivedView | null;
  @ApiProperty({ type: [ExportedSends], description: 'Of each of its parts.' })
  sends: ExportedSends[];

  /** Adds to the view of a message what else is kept of it. `now`: in milliseconds since 1970. */
  static with(view: MessageView, { received, sent }: Records, now: number): ExportedMessage {
    const came = received.get(view.id);
    return {
      ...view,
      received: came ? ReceivedView.of({ ...came, text: view.text }, { reveal: true }) : null,
      sends: (sent.get(view.id) ?? []).map((part) => ({
        attempts: AttemptView.all(part, now),
        callbacks: part.heard.map((one) => CallbackView.of(one)),
      })),
    };
  }
}

/** All stored data of a sender. */
export class ExportView {
  @ApiProperty({ format: 'date-time' })
  exported_at: string;
  @ApiProperty({ type: ConversationView })
  conversation: ConversationView;
  @ApiProperty({ type: [AddressView] })
  addresses: AddressView[];
  @ApiProperty({ type: [ExportedMessage], description: 'Oldest first.' })
  messages: ExportedMessage[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What a model summed up of the earlier messages, for its own answers.',
  })
  summary: string | null;
  @ApiProperty({
    type: [SuggestedReply],
    description: 'What a person answered, as it is suggested for others; nobody has approved it.',
  })
  suggestions: SuggestedReply[];
  @ApiProperty({ type: [ConsentView], description: 'When they opted out and in. Oldest first.' })
  consent: ConsentView[];

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
