import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { MessageView, PartView } from '../conversations/message.dto.js';
import { ReceivedView } from '../conversations/received.dto.js';
import { AttemptView, CallbackView } from '../conversations/sends.dto.js';
import { AttemptEvidence } from '../failures/evidence.dto.js';
import { type Outcome, OUTCOMES } from '../mailbox/turns/turn.js';
import { SpanView } from './span.dto.js';
import { type Tone, TONES } from './spans/span.js';

/** What is shown of a timeline. */
export class TimelineQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Names and numbers of people as they are, not masked.',
  })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  reveal?: 'true' | 'false';
}

/** Another message that the same turn answers. */
export class SiblingView {
  @ApiProperty()
  id: string;
  @ApiProperty()
  text: string;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
}

/** A part of the answer, and all that is known of its sends. */
export class SentPartView extends PartView {
  @ApiProperty({ type: 'integer', minimum: 1 })
  number: number;
  @ApiProperty({ enum: TONES })
  tone: Tone;
  @ApiProperty({ type: [AttemptView], description: 'The latest 20, the earliest first.' })
  attempts: AttemptView[];
  @ApiProperty({ type: [CallbackView], description: 'The latest 50, the earliest first.' })
  callbacks: CallbackView[];
  @ApiProperty({
    type: AttemptEvidence,
    nullable: true,
    description: 'Of an attempt of unknown outcome: what is known here and at Twilio.',
  })
  evidence: AttemptEvidence | null;
}

/** What an operator may do about a message that failed. */
export class TimelineFailure {
  @ApiProperty({ description: 'For POST /api/v1/failures/:id/retry and …/discard.' })
  id: string;
  @ApiProperty()
  can_retry: boolean;
  @ApiProperty()
  can_discard: boolean;
}

/** How often it was worked on until its answer was stored. */
export class WorkView {
  @ApiProperty({ type: 'integer', description: 'How often a worker had the mailbox.' })
  visits: number;
  @ApiProperty({ type: 'integer', description: 'How many processes died over it, in a row.' })
  crashes: number;
  @ApiProperty({ type: 'integer', description: 'How many visits failed, in a row.' })
  failures: number;
  @ApiProperty({ type: 'integer', description: 'Answers given up because more came in.' })
  interrupted: number;
}

/** Every step of a message, from received to read. */
export class TimelineView {
  @ApiProperty()
  conversation_id: string;
  @ApiProperty({ type: String, nullable: true, description: 'None while the message waits.' })
  turn_id: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of the request that brought it.' })
  request_id: string | null;
  @ApiProperty({ type: MessageView })
  message: MessageView;
  @ApiProperty({ type: [SiblingView], description: 'What else the same turn answers.' })
  siblings: SiblingView[];
  @ApiProperty({ type: MessageView, nullable: true, description: 'Once there is one.' })
  answer: MessageView | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How the answer was made, or by whom.',
  })
  mode: string | null;
  @ApiProperty({ enum: OUTCOMES, nullable: true })
  outcome: Outcome | null;
  @ApiProperty({ enum: TONES, description: "The outcome's colour." })
  tone: Tone;
  @ApiProperty({ type: String, nullable: true, description: 'What failed as it was answered.' })
  error: string | null;
  @ApiProperty({ description: 'Something of it is still to come.' })
  pending: boolean;
  @ApiProperty({ format: 'date-time' })
  began_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  ended_at: string | null;
  @ApiProperty({ format: 'date-time', description: "The time now, by the store's clock." })
  now: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settled_at: string | null;
  @ApiProperty({ type: WorkView })
  work: WorkView;
  @ApiProperty({ type: ReceivedView, nullable: true, description: 'How it came in.' })
  received: ReceivedView | null;
  @ApiProperty({ type: [SpanView] })
  spans: SpanView[];
  @ApiProperty({ type: [SentPartView] })
  parts: SentPartView[];
  @ApiProperty({ type: TimelineFailure, nullable: true })
  failure: TimelineFailure | null;
}
