import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { iso } from '../clock.js';
import { SendErrorView } from './message.dto.js';
import {
  type AttemptNote,
  type Cause,
  CAUSES,
  HEARD_BY,
  type KnownBy,
} from '../mailbox/outbox/attempts/attempt-log.js';
import { type End, endedAt, endOf, ENDS } from '../mailbox/outbox/attempts/attempt-end.js';
import type { Heard } from '../mailbox/outbox/outbox.store.js';
import type { SentPart } from '../mailbox/outbox/attempts/sent-part.js';

/** Something that lasts, or lasted. */
export class PeriodView {
  @ApiProperty({ format: 'date-time' })
  began_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  ended_at: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Milliseconds; null while it lasts.' })
  duration_ms: number | null;
}

/** One attempt to send a part. */
export class AttemptView extends IntersectionType(PeriodView, SendErrorView) {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The first of the part is 1.' })
  number: number;
  @ApiProperty({ description: 'It stands in the address of the status callback.' })
  id: string;
  @ApiProperty({
    enum: CAUSES,
    description:
      'What set it off: it was the first, a retry, the account worked again, the configuration was ' +
      "changed, a person wanted it, or Twilio's list didn't have the one before.",
  })
  cause: Cause;
  @ApiProperty({ enum: ENDS, description: 'What became of it.' })
  outcome: End;
  @ApiProperty({ type: Number, nullable: true })
  http_status: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: "Twilio's MessageSid, if it gave one.",
  })
  sid: string | null;
  @ApiProperty({ enum: HEARD_BY, nullable: true, description: 'By what the outcome is known.' })
  known_by: KnownBy | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  known_at: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the next one was to begin.',
  })
  next_at: string | null;
  @ApiProperty({ description: 'How many processes had died over this mailbox, in a row.' })
  crashes: number;

  /** The views of a part's attempts, the earliest first. `now`: by the store's clock. */
  static all(part: SentPart, now: number): AttemptView[] {
    return part.log.map((note) => viewOf(note, part, now));
  }
}

function viewOf(note: AttemptNote, part: SentPart, now: number): AttemptView {
  const { n, attempt, cause, at, answer, result, crashes = 0 } = note;
  const ended = endedAt(note);
  const error = errorOf(note, part);
  return {
    number: n,
    id: attempt,
    cause,
    outcome: endOf(note, part, now),
    began_at: iso(at),
    ended_at: time(ended),
    duration_ms: answer?.ms ?? (ended === undefined ? null : ended - at),
    http_status: answer?.http ?? null,
    // Where Twilio gave no code, the status stands for it.
    error_code: error?.code !== undefined && error.code !== answer?.http ? error.code : null,
    error: error?.message ?? null,
    sid: sidOf(note, part) ?? null,
    known_by: result?.by ?? null,
    known_at: time(result?.at),
    next_at: time(result?.next),
    crashes,
  };
}

/** Why it failed: by the request's answer, or by a callback that came later. */
function errorOf(
  note: AttemptNote,
  part: SentPart,
): { code?: number; message?: string } | undefined {
  const sid = sidOf(note, part);
  const told = sid && part.heard.findLast((one) => one.sid === sid && one.error);
  if (told) return told.error;
  return note.answer?.message === undefined ? undefined : note.answer;
}

/** The latest attempt's may be known from its callback alone. */
function sidOf({ attempt, answer }: AttemptNote, part: SentPart): string | undefined {
  return answer?.sid ?? (attempt === part.attempt ? part.sid : undefined);
}

/** A status that Twilio told of a part, by a callback or in its list. */
export class CallbackView extends SendErrorView {
  @ApiProperty()
  sid: string;
  @ApiProperty({ example: 'delivered' })
  status: string;
  @ApiProperty({ format: 'date-time', description: 'When it came, or was read.' })
  at: string;
  @ApiProperty({ enum: ['callback', 'list'] })
  by: 'callback' | 'list';

  static of({ sid, status, at, error, listed }: Heard): CallbackView {
    return {
      sid,
      status,
      at: iso(at),
      by: listed ? 'list' : 'callback',
      error_code: error?.code ?? null,
      error: error?.message ?? null,
    };
  }
}

function time(at: number | undefined): string | null {
  return at === undefined ? null : iso(at);
}
