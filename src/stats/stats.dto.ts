import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional } from 'class-validator';
import { MOST_COUNTED } from '../mailbox/queue/queue.store.js';
import { percentile } from './histogram.js';
import { COUNTS, type Counts, type Duration, DURATIONS, type Slot } from './slot.js';

const TIME = { format: 'date-time', type: String } as const;
const WRONG_TIME = { message: 'must be a time such as 2026-11-29T08:00:00Z' };

/** A span of time. */
export class StatsSpan {
  @ApiPropertyOptional({ ...TIME, description: 'By default a day before `until`.' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true }, WRONG_TIME)
  from?: string;

  @ApiPropertyOptional({ ...TIME, description: 'By default now. At most 31 days after `from`.' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true }, WRONG_TIME)
  until?: string;
}

/** Which figures are asked for. */
export class StatsQuery extends StatsSpan {
  @ApiPropertyOptional({ enum: ['hour', 'day'], description: 'By default hours, up to two days.' })
  @IsOptional()
  @IsIn(['hour', 'day'], { message: 'must be hour or day' })
  per?: 'hour' | 'day';
}

/** Half of all take as long as `p50_ms` or less, 95 of a hundred as long as `p95_ms` or less. */
export class DurationView {
  @ApiProperty({ type: Number, nullable: true, description: 'Milliseconds; within 5 %.' })
  p50_ms: number | null;
  @ApiProperty({ type: Number, nullable: true })
  p95_ms: number | null;
  @ApiProperty({ type: 'integer', description: 'How many were measured.' })
  count: number;
}

const DESCRIBED: Record<Duration, string> = {
  acknowledged: 'From a webhook to its answer, on the process that took it.',
  made: 'Making an answer, with the search and the models.',
  model: 'The part of it that models took.',
  delivered: 'From the stored answer until Twilio has taken all of its parts.',
};

function Durations(): PropertyDecorator {
  const properties = Object.fromEntries(
    DURATIONS.map((name) => [
      name,
      { allOf: [{ $ref: getSchemaPath(DurationView) }], description: DESCRIBED[name] },
    ]),
  );
  return ApiProperty({
    type: 'object',
    properties,
    required: [...DURATIONS],
    selfRequired: true,
  });
}

function CountsProperty(): PropertyDecorator {
  const properties = Object.fromEntries(COUNTS.map((name) => [name, { type: 'integer' as const }]));
  const description =
    'Messages of WhatsApp, by what became of them; `answers`, `refused` ("I don\'t have that", the ' +
    'fallback) and `handovers` are answers.';
  return ApiProperty({
    type: 'object',
    properties,
    required: [...COUNTS],
    selfRequired: true,
    description,
  });
}

/** What happened in a span of time. */
@ApiExtraModels(DurationView)
export class StatsFigures {
  @CountsProperty()
  counts: Counts;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Answers by who or what made them: `documents`, `curated`, `model`, …',
  })
  branches: Record<string, number>;
  @Durations()
  durations: Record<Duration, DurationView>;
  @ApiProperty({ type: 'integer', description: 'Of models.' })
  input_tokens: number;
  @ApiProperty({ type: 'integer' })
  output_tokens: number;
  @ApiProperty({ description: 'In the currency of MODEL_PRICES, where these are known.' })
  cost: number;

  static of({ counts, branches, durations, tokens, cost }: Omit<Slot, 'at'>): StatsFigures {
    const views = DURATIONS.map((name) => [name, durationView(durations[name])]);
    return {
      counts,
      branches,
      durations: Object.fromEntries(views) as Record<Duration, DurationView>,
      input_tokens: tokens.input,
      output_tokens: tokens.output,
      cost: Math.round(cost * 1e9) / 1e9,
    };
  }
}

function durationView(histogram: Slot['durations']['made']): DurationView {
  const count = Object.values(histogram).reduce((sum, one) => sum + one, 0);
  return { p50_ms: percentile(histogram, 0.5), p95_ms: percentile(histogram, 0.95), count };
}

/** What happened in an hour or a day. */
export class StatsStep extends StatsFigures {
  @ApiProperty({ ...TIME, description: 'When it begins. Days are those of the time zone.' })
  at: string;
}

/** Who waits for a person now. */
export class PeopleWaiting {
  @ApiProperty({
    type: 'integer',
    description: `Conversations whose sender waits; counted up to ${MOST_COUNTED.toLocaleString('en')}.`,
  })
  people: number;
  @ApiProperty({ type: 'integer', description: 'Since when the first does, in milliseconds.' })
  oldest_ms: number;
}

/** What waits now. */
export class WaitingView {
  @ApiProperty({
    type: 'integer',
    description: 'Messages without an answer; counted up to 100,000.',
  })
  messages: number;
  @ApiProperty({ type: 'integer', description: 'How old the oldest of them is, in milliseconds.' })
  oldest_ms: number;
  @ApiProperty({ type: 'integer', description: 'Conversations whose sender waits for a person.' })
  people: number;
  @ApiProperty({ type: 'integer', description: 'Entries on the list of failures.' })
  failures: number;
}

/** Figures of a span of time: all of it, and step by step. */
export class StatsView {
  @ApiProperty(TIME)
  from: string;
  @ApiProperty(TIME)
  until: string;
  @ApiProperty({ enum: ['hour', 'day'] })
  per: 'hour' | 'day';
  @ApiProperty({ example: 'Europe/Madrid' })
  time_zone: string;
  @ApiProperty({ type: StatsFigures })
  total: StatsFigures;
  @ApiProperty({ type: [StatsStep], description: 'The oldest first, without a gap.' })
  steps: StatsStep[];
  @ApiProperty({ type: WaitingView })
  waiting: WaitingView;
}
