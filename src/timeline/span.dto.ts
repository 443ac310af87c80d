import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import { PeriodView } from '../conversations/sends.dto.js';
import {
  type Group,
  GROUPS,
  type Name,
  NAMES,
  type Span,
  type Tone,
  TONES,
  type Wait,
  WAITS,
} from './spans/span.js';

/** A stretch of time on a message's road. */
export class SpanView extends PeriodView {
  @ApiProperty({ enum: GROUPS })
  group: Group;
  @ApiProperty({
    enum: NAMES,
    description:
      'request: until it was acknowledged; missed: it lay at Twilio; mailbox, earlier_turn, ' +
      'failed_visit, backoff, account, part_before, decision: it waited; visit: a worker had it; ' +
      'interrupted: an answer that was given up because more came; media, history, search, model, ' +
      'answer, store: how the answer was made; attempt: a request to Twilio; no_word: nobody knew ' +
      'what became of it; delivery, unread: until the phone had it, and until it was read.',
  })
  name: Name;
  @ApiProperty({ description: 'It lasts.' })
  pending: boolean;
  @ApiProperty({ enum: TONES })
  tone: Tone;
  @ApiProperty({ enum: WAITS, nullable: true, description: 'What a pending one waits for.' })
  waits_for: Wait | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When something happens next by itself, where that is known.',
  })
  next_at: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The part, from 1.' })
  part: number | null;
  @ApiProperty({ type: Number, nullable: true, description: "The part's attempt, from 1." })
  attempt: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How often, of visits and failures.' })
  count: number | null;

  static of(span: Span): SpanView {
    const { group, name, began, ended, tone, waitsFor, next, part, attempt, count } = span;
    return {
      group,
      name,
      began_at: iso(began),
      ended_at: ended === undefined ? null : iso(ended),
      // Of an acknowledgement tenths are known.
      duration_ms: ended === undefined ? null : Math.round((ended - began) * 10) / 10,
      pending: ended === undefined,
      tone,
      waits_for: waitsFor ?? null,
      next_at: next === undefined ? null : iso(next),
      part: part ?? null,
      attempt: attempt ?? null,
      count: count ?? null,
    };
  }
}
