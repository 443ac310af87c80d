import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { iso } from '../clock.js';
import { Page } from '../http/page.js';
import { AccountHoldView, LineHoldView, WhyNotSent } from '../mailbox/holds/hold.dto.js';
import { type Outcome, OUTCOMES } from '../mailbox/turns/turn.js';
import { AttemptEvidence } from './evidence.dto.js';
import {
  type FailureCounts,
  type FailureRecord,
  type Kind,
  kindOf,
  KINDS,
} from './failure.store.js';

/** Selects the failures to list. */
export class FailureQuery extends Page {
  @ApiPropertyOptional({ enum: KINDS, description: 'Those of one kind only.' })
  @IsOptional()
  @IsIn(KINDS, { message: `must be one of ${KINDS.join(', ')}` })
  kind?: Kind;
}

/** In UTF-16 units: a list is no place for whole texts. */
const MOST_SHOWN = 500;

function shown(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).toWellFormed()}…`;
}

/** A failure that an operator should look at. */
export class FailureView extends WhyNotSent {
  @ApiProperty()
  id: string;
  @ApiProperty()
  conversation_id: string;
  @ApiProperty({
    enum: KINDS,
    description:
      'dead: given up; uncertain: a send whose outcome is unknown; fallback: the model ' +
      "failed or was late, and the documents' own words or the fallback message took its place.",
  })
  kind: Kind;
  @ApiProperty({
    description: 'The latest message that it is about: the id of its time line.',
    example: 'SM00000000000000000000000000000000',
  })
  message_id: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: `What the sender wrote, ${MOST_SHOWN} characters of it; null of a person's reply.`,
  })
  question: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      `What was to be sent, as WhatsApp shows it, ${MOST_SHOWN} characters of it; null where ` +
      'nothing was made.',
  })
  answer: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'extractive',
    description: 'How the answer was made; `person`: a person wrote it.',
  })
  mode: string | null;
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
    const { outcome, asked, parts } = record;
    const failed = parts.filter(({ state }) => state === 'dead' || state === 'uncertain');
    const [part] = failed;
    return {
      id: record.id,
      conversation_id: record.conversationId,
      kind: kindOf(outcome),
      message_id: asked.at(-1)?.id ?? record.id,
      question: asked.length ? shown(asked.map(({ text }) => text).join('\n')) : null,
      answer: parts.length ? shown(parts.map(({ body }) => body).join('\n\n')) : null,
      mode: record.mode ?? null,
      outcome: outcome ?? null,
      code: part?.code ?? null,
      message: part?.message ?? record.error ?? 'The rest of the answer was stopped.',
      action: part?.action ?? null,
      evidence: failed.map(AttemptEvidence.of).filter((one) => one !== undefined),
      created_at: iso(record.createdAt),
    };
  }
}

/** How many failures there are of each kind. */
export class FailureCountsView implements FailureCounts {
  @ApiProperty({ type: 'integer' })
  dead: number;
  @ApiProperty({ type: 'integer' })
  uncertain: number;
  @ApiProperty({ type: 'integer' })
  fallback: number;
}

/** A page of failures, the newest first. */
export class FailurePage {
  @ApiProperty({
    type: AccountHoldView,
    nullable: true,
    description: 'What holds all answers back; null while Twilio takes them.',
  })
  account: AccountHoldView | null;
  @ApiProperty({
    type: [LineHoldView],
    description: 'What holds back the answers of single lines: those that Twilio refuses.',
  })
  held_lines: LineHoldView[];
  @ApiProperty({ type: 'integer', description: 'How many there are, of the kind if one is asked.' })
  total: number;
  @ApiProperty({
    type: FailureCountsView,
    description: 'How many of each kind, whatever is asked.',
  })
  counts: FailureCountsView;
  @ApiProperty({ type: [FailureView] })
  items: FailureView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
