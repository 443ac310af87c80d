import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import type { MessageDetails } from '../chat/messages/message.js';
import type { Latest } from './inbox/inbox.store.js';
import { type Delivery, deliveryOf, DELIVERIES } from './inbox/delivery.js';

/** So many characters of a text are shown in a list. */
const PREVIEW = 160;

/** What was said last in a conversation. */
export class LastMessageView {
  @ApiProperty()
  id: string;
  @ApiProperty({ description: `Its first ${PREVIEW} characters.` })
  text: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'What it is, where it is no plain text: a kind as in `details`, or audio, image, video or file.',
  })
  kind: string | null;
  @ApiProperty({ enum: ['inbound', 'outbound'] })
  direction: 'inbound' | 'outbound';
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({
    enum: DELIVERIES,
    nullable: true,
    description:
      'How far all its parts are: the one that is least far, or worst, counts. Null for what the ' +
      'sender wrote, and in the chat API.',
  })
  status: Delivery | null;

  /** Returns the view of the message that was stored last. */
  static of({ message, parts }: Latest): LastMessageView {
    const { id, text, role, details, createdAt } = message;
    return {
      id,
      text: beginningOf(text),
      kind: kindOf(details),
      direction: role === 'user' ? 'inbound' : 'outbound',
      at: iso(createdAt),
      status: deliveryOf(parts),
    };
  }
}

/** Cuts between characters, not inside of one. */
function beginningOf(text: string): string {
  return text.length <= PREVIEW
    ? text
    : Array.from(text.slice(0, 2 * PREVIEW))
        .slice(0, PREVIEW)
        .join('');
}

function kindOf(details: MessageDetails | undefined): string | null {
  if (details?.kind) return details.kind;
  const type = details?.media?.[0]?.contentType;
  if (type === undefined) return null;
  return /^(audio|image|video)\//.exec(type)?.[1] ?? 'file';
}
