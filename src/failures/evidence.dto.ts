import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import { maskAddress } from '../log/mask.js';
import type { Part } from '../mailbox/turns/part.js';

/** A message in Twilio's list that may be the attempt. */
export class CandidateView {
  @ApiProperty()
  sid: string;
  @ApiProperty({ example: 'delivered' })
  status: string;
  @ApiProperty({ format: 'date-time', description: "By Twilio's clock." })
  date_created: string;
  @ApiProperty({ description: 'Whether it can be the attempt.' })
  fits: boolean;
  @ApiProperty({ description: 'Why it fits, or why not.' })
  why: string;
}

/** What Twilio's list shows of an attempt. */
export class LookView {
  @ApiProperty({ format: 'date-time' })
  looked_at: string;
  @ApiProperty({ description: 'The list was read back to before the attempt.' })
  complete: boolean;
  @ApiProperty({ description: 'How many looks there were.' })
  looks: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why the list could not be read.' })
  problem: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when nothing there can be the attempt.',
  })
  absent_since: string | null;
  @ApiProperty({ type: [CandidateView] })
  candidates: CandidateView[];
}

/** What is known of an attempt without a good end, here and at Twilio, for a person to decide. */
export class AttemptEvidence {
  @ApiProperty({ description: 'It stands in the address of the status callback.' })
  attempt: string;
  @ApiProperty({ format: 'date-time' })
  begun_at: string;
  @ApiProperty({ example: 'whatsapp:…06', description: 'Masked.' })
  to: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'whatsapp:+14155238886',
    description: 'Our number, or the SID of our Messaging Service.',
  })
  from: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the request came to.' })
  result: string | null;
  @ApiProperty({ type: String, nullable: true, description: "The message's id at Twilio." })
  sid: string | null;
  @ApiProperty({ type: LookView, nullable: true, description: 'None before the first look.' })
  twilio: LookView | null;

  /** Returns the evidence of the latest attempt of a part; undefined when none was made. */
  static of({
    attempt,
    attemptedAt,
    sentTo,
    sentFrom,
    ...part
  }: Part): AttemptEvidence | undefined {
    if (!attempt || attemptedAt === undefined || !sentTo) return undefined;
    return {
      attempt,
      begun_at: iso(attemptedAt),
      to: maskAddress(sentTo),
      from: sentFrom ?? null,
      result: part.error?.message ?? null,
      sid: part.sid ?? null,
      twilio: part.evidence?.attempt === attempt ? lookOf(part.evidence) : null,
    };
  }
}

function lookOf(evidence: NonNullable<Part['evidence']>): LookView {
  const { lookedAt, complete, looks, problem, absentSince, candidates } = evidence;
  return {
    looked_at: iso(lookedAt),
    complete,
    looks,
    problem: problem ?? null,
    absent_since: absentSince === undefined ? null : iso(absentSince),
    candidates: candidates.map(({ createdAt, ...candidate }) => ({
      ...candidate,
      date_created: iso(createdAt),
    })),
  };
}
