import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import type { Unreachable } from '../sessions/conversation.js';

/** That nothing reaches a sender. */
export class UnreachableView {
  @ApiProperty({ format: 'date-time' })
  since: string;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: "Twilio's code, such as 63014 (blocked), 63024 or 21211 (no WhatsApp there).",
    example: 63024,
  })
  code: number | null;
  @ApiProperty({ enum: ['blocked', 'invalid'], description: 'They blocked us, or are not there.' })
  reason: 'blocked' | 'invalid';

  /** Returns the view of a sender's state; null for one who can be reached. */
  static of(unreachable: Unreachable | undefined): UnreachableView | null {
    if (!unreachable) return null;
    const { since, code, reason } = unreachable;
    return { since: iso(since), code: code ?? null, reason };
  }
}
