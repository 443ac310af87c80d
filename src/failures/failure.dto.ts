import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import { AccountHoldView, WhyNotSent } from '../mailbox/account/account-hold.dto.js';
import { type Outcome, OUTCOMES } from '../mailbox/turns/turn.js';
import { AttemptEvidence } from './evidence.dto.js';
import type { FailureRecord } from './failure.store.js';

/** A failure that an operator should look at. */
export class FailureView extends WhyNotSent {
  @ApiProperty()
  id: string;
  @ApiProperty()
  conversation_id: string;
  @ApiProperty({
    enum: ['dead', 'uncertain', 'fallback'],
    description:
      'dead: given up; uncertain: a send whose outcome is unknown; fallback: the model ' +
      "failed or was late, and the documents' own words or the fallback message took its place.",
  })
  kind: 'dead' | 'uncertain' | 'fallback';
  @ApiProperty({ enum: OUTCOMES, nullable: true })
  outcome: Outcome | null;
  @ApiProperty({
    type: [AttemptEvidence],
    description: 'Of each attempt without a good end: what is known here and at Twilio.',
  })
  evidence: AttemptEvidence[];
  @ApiProperty({ format: 'date-time' })
  created_at: string;

  /** Returns the view of a failure. The first part that failed says why. */
  static of(record: FailureRecord): FailureView {
    const failed = record.parts.filter(({ state }) => state === 'dead' || state === 'uncertain');
    const [part] = failed;
    const { outcome } = record;
    return {
      id: record.id,
      conversation_id: record.conversationId,
      kind: outcome === 'dead' || outcome === 'uncertain' ? outcome : 'fallback',
      outcome: outcome ?? null,
      code: part?.code ?? null,
      message: part?.message ?? record.error ?? 'The rest of the answer was stopped.',
      action: part?.action ?? null,
      evidence: failed.map(AttemptEvidence.of).filter((one) => one !== undefined),
      created_at: iso(record.createdAt),
    };
  }
}

/** A page of failures, the newest first. */
export class FailurePage {
  @ApiProperty({
    type: AccountHoldView,
    nullable: true,
    description: 'What holds all answers back; null while Twilio takes them.',
  })
  account: AccountHoldView | null;
  @ApiProperty({ type: [FailureView] })
  items: FailureView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
