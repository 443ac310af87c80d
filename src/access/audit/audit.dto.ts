import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { iso } from '../../clock.js';
import { type Caller, CALLERS } from '../../http/admin/caller.js';
import { Page } from '../../http/page.js';
import type { Audited } from './audit.store.js';

function Filter(description: string, example: string): PropertyDecorator {
  return (target, name) => {
    ApiPropertyOptional({ maxLength: 200, description, example })(target, name);
    IsOptional()(target, name as string);
    IsString({ message: 'must be a text' })(target, name as string);
    MaxLength(200, { message: 'may have 200 characters at most' })(target, name as string);
  };
}

/** Which part of the audit log is asked for. */
export class AuditQuery extends Page {
  @Filter('Only what the token of this name did.', 'help desk')
  name?: string;
  @Filter('Only this: the method and the route.', 'PUT /api/v1/bot/config')
  action?: string;
  @Filter('Only what was done to this id.', '7d2f3c1e-8c8e-4b0e-9a55-0b5f6c4f3a11')
  target?: string;
}

/** Something that was done. */
export class AuditView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ type: 'integer', description: 'Its place in the chain of entries.' })
  seq: number;
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ example: 'help desk', description: 'The name of the token that let them in.' })
  name: string;
  @ApiProperty({
    enum: CALLERS,
    description: 'token: by the token itself; console: who was signed in there by it.',
  })
  by: Caller;
  @ApiProperty({ example: 'PUT /api/v1/bot/config' })
  action: string;
  @ApiProperty({ type: String, nullable: true, description: 'The ids in the address.' })
  target: string | null;
  @ApiProperty({
    type: [String],
    example: ['bot_name'],
    description: "The body's fields: their names, never what stood in them.",
  })
  fields: string[];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Of the answer. null: it still runs, or the process ended before it was done.',
  })
  status: number | null;
  @ApiProperty({ description: 'As in the answer and in the log; empty on the command line.' })
  request_id: string;
  @ApiProperty({ description: 'From where it came.', example: '192.0.2.10' })
  address: string;

  static of({ seq, action: entry, result }: Audited): AuditView {
    const { id, at, name, by, action, target, fields, requestId, address } = entry;
    const status = result?.status ?? null;
    const rest = { target, fields, status, request_id: requestId, address };
    return { id, seq, at: iso(at), name, by, action, ...rest };
  }
}

/** A page of the audit log, the latest first. */
export class AuditPage {
  @ApiProperty({ type: [AuditView] })
  items: AuditView[];
  @ApiProperty({ nullable: true, type: String })
  next_cursor: string | null;
}

/** What a look at the whole chain found. */
export class AuditVerification {
  @ApiProperty({ description: 'Whether no entry was changed, taken out of the middle or put in.' })
  intact: boolean;
  @ApiProperty({ type: 'integer' })
  entries: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The place where the chain is broken first.',
  })
  broken_at: number | null;
  @ApiProperty({ type: 'integer', nullable: true })
  last_seq: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Keep it elsewhere: a later chain must have it at `last_seq`.',
  })
  last_hash: string | null;
}
