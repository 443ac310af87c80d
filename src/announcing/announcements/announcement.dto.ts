import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { iso } from '../../clock.js';
import { Page } from '../../http/page.js';
import { NEWS_TYPES } from '../targets/news-type.js';
import type { Target } from '../targets/target.js';
import { type Announcement, type AnnouncementState, STATES, webhookId } from './announcement.js';

/** Selects the deliveries to list. */
export class DeliveryQuery extends Page {
  @ApiPropertyOptional({ enum: STATES, description: 'Those of one state only.' })
  @IsOptional()
  @IsIn(STATES, { message: `must be one of ${STATES.join(', ')}` })
  state?: AnnouncementState;

  @ApiPropertyOptional({ format: 'uuid', description: 'Those to one endpoint only.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be a UUID' })
  endpoint_id?: string;
}

/** A piece of news on its way to an endpoint, or into an e-mail. */
export class DeliveryView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ description: 'The `webhook-id` under which it is posted, at each try.' })
  webhook_id: string;
  @ApiProperty({ enum: ['webhook', 'mail'] })
  kind: Target['kind'];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null of an e-mail.' })
  endpoint_id: string | null;
  @ApiProperty({ enum: NEWS_TYPES })
  type: string;
  @ApiProperty({ type: String, nullable: true })
  conversation_id: string | null;
  @ApiProperty({ enum: STATES })
  state: AnnouncementState;
  @ApiProperty({ type: 'integer', description: 'How often it was tried.' })
  tries: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why the latest try failed.' })
  error: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it is tried next; null: at once, or no more.',
  })
  next_try_at: string | null;
  @ApiProperty({ format: 'date-time', description: 'When what it tells of happened.' })
  happened_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settled_at: string | null;

  static of(announcement: Announcement, kind: Target['kind']): DeliveryView {
    const { id, targetId, type, conversationId = null, state, tries, error = null } = announcement;
    const { dueAt, happenedAt, settledAt } = announcement;
    const told = { id, webhook_id: webhookId(announcement), kind, type, state, tries, error };
    return {
      ...told,
      endpoint_id: kind === 'webhook' ? targetId : null,
      conversation_id: conversationId,
      next_try_at: state === 'waiting' && dueAt ? iso(dueAt) : null,
      happened_at: iso(happenedAt),
      settled_at: settledAt === undefined ? null : iso(settledAt),
    };
  }
}

/** How many wait, and how many were given up; counted up to 100,000. */
export class DeliveryCounts {
  @ApiProperty({ type: 'integer' })
  waiting: number;
  @ApiProperty({ type: 'integer' })
  failed: number;
}

/** A page of deliveries, the newest first. */
export class DeliveryPage {
  @ApiProperty({ type: DeliveryCounts })
  counts: DeliveryCounts;
  @ApiProperty({ type: [DeliveryView] })
  items: DeliveryView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}

/** Whether a test arrived. */
export class TestedEndpoint {
  @ApiProperty()
  delivered: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Why not, and what to do.' })
  error: string | null;
}
