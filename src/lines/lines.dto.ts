import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import type { LineId } from '../config/lines/line.js';
import { ANY_LINE } from '../config/lines/line.js';
import { MOST_COUNTED } from './line.store.js';

/** `default`: the installation's own; `unknown`: it was written to, and isn't set up. */
export const LINE_STATES = ['default', 'set_up', 'unknown'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** A line of the business as the API shows it. Times in milliseconds since 1970. */
export interface Line {
  id: LineId;
  name?: string;
  state: LineState;
  number?: string;
  service?: string;
  conversations?: number;
  waiting?: number;
  since?: number;
  latest?: number;
}

const UP_TO = `counted up to ${MOST_COUNTED.toLocaleString('en')}. Null for the default line.`;

/** A WhatsApp number or a Messaging Service of the business. */
export class LineView {
  @ApiProperty({
    type: String,
    pattern: ANY_LINE.source,
    example: '+15005550006',
    description: 'The number, or the SID of the Messaging Service; `default` for the default line.',
  })
  id: LineId;
  @ApiProperty({ type: String, nullable: true, description: 'As people call it.' })
  name: string | null;
  @ApiProperty({
    enum: LINE_STATES,
    description:
      'default: what the installation itself is configured with; set_up: with settings of its own; ' +
      'unknown: it was written to and is not set up, so that nobody answers there.',
  })
  state: LineState;
  @ApiProperty({ type: String, nullable: true, example: 'whatsapp:+15005550006' })
  number: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What it sends through.' })
  messaging_service_sid: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: `Its conversations, ${UP_TO}` })
  conversations: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: `Messages that have no outcome yet, ${UP_TO}`,
  })
  waiting: number | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When its first conversation began.',
  })
  first_at: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When something was said on it last.',
  })
  latest_at: string | null;

  static of(line: Line): LineView {
    const { id, name = null, state, number = null, service = null, since, latest } = line;
    const { conversations = null, waiting = null } = line;
    const [first_at, latest_at] = [since, latest].map((at) => (at === undefined ? null : iso(at)));
    const counts = { conversations, waiting };
    return {
      id,
      name,
      state,
      number,
      messaging_service_sid: service,
      ...counts,
      first_at,
      latest_at,
    };
  }
}

/** A page of the lines: the default one, those that are set up, those that aren't. */
export class LinePage {
  @ApiProperty({ type: [LineView] })
  items: LineView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
