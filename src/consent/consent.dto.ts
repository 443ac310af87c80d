import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { iso } from '../clock.js';
import { Exact, Omissible, Readable } from '../http/validation.js';
import type { ConsentRecord } from '../sessions/consent/consent-record.js';

/** Why an operator opts a sender out or in. */
@Exact()
export class ConsentReason {
  @ApiPropertyOptional({
    maxLength: 500,
    description: 'How the sender said so, for the record: by phone, in the shop, in a letter.',
    example: 'Asked for it by phone.',
  })
  @Omissible()
  @Readable()
  @IsString({ message: 'must be a text' })
  @MaxLength(500, { message: 'may have 500 characters at most' })
  reason?: string;
}

const nullable = (description: string, type: unknown = String) =>
  ApiProperty({ type: type as never, nullable: true, description });

/** That a sender opted out or in. */
export class ConsentView {
  @ApiProperty()
  id: string;
  @ApiProperty({ enum: ['opted_out', 'opted_in'] })
  kind: 'opted_out' | 'opted_in';
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({
    enum: ['sender', 'channel', 'operator'],
    description: "Who said so: the sender, Twilio (its error 21610, say), or an operator's call.",
  })
  by: 'sender' | 'channel' | 'operator';
  @nullable('Null: the sender was erased.')
  conversation_id: string | null;
  @nullable('Where they wrote from.')
  address: string | null;
  @nullable('The exact text of the message that said it.')
  words: string | null;
  @nullable("That message's MessageSid.")
  message_sid: string | null;
  @nullable("Twilio's OptOutType, where Twilio answered by itself.")
  opt_out_type: string | null;
  @nullable("Twilio's error code.", Number)
  code: number | null;
  @nullable("The operator's call of this API.")
  call: string | null;
  @nullable('Why, as it was given.')
  reason: string | null;
  @nullable('A keyed hash of the address, in place of who it was, once they were erased.')
  person: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  erased_at: string | null;

  /** Returns the view of a record. */
  static of(this: void, record: ConsentRecord): ConsentView {
    const { id, kind, at, by, words, code, call, reason, person, erasedAt } = record;
    return {
      id,
      kind,
      at: iso(at),
      by,
      conversation_id: record.conversationId ?? null,
      address: record.address ?? null,
      words: words ?? null,
      message_sid: record.messageId ?? null,
      opt_out_type: record.optOutType ?? null,
      code: code ?? null,
      call: call ?? null,
      reason: reason ?? null,
      person: person ?? null,
      erased_at: erasedAt === undefined ? null : iso(erasedAt),
    };
  }
}

/** A page of records, the oldest first. */
export class ConsentPage {
  @ApiProperty({ type: [ConsentView] })
  items: ConsentView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
