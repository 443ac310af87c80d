import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { UpdateQuery } from 'mongoose';
import type { Timestamp } from '../../chat/messages/message.mongo.js';
import type { SendError } from '../outbox/channel.js';
import type { Outcome, Part, PartState, Turn } from './turn.js';

/** A turn as MongoDB keeps it. */
@Schema({ collection: 'turns', versionKey: false })
export class TurnRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Object })
  seq: Timestamp;
  @Prop({ type: String })
  conversation_id: string;
  /** `null` while it is in work. */
  @Prop({ type: String })
  outcome: Outcome | null;
  @Prop({ type: Boolean })
  limited: boolean;
  @Prop({ type: String })
  answer?: string;
  @Prop({ type: String })
  mode?: string;
  @Prop({ type: Array })
  sources?: unknown[];
  @Prop({ type: String })
  error?: string;
  /** There while an operator should look at it. */
  @Prop({ type: Boolean })
  failed?: boolean;
  /** Why what wasn't sent of it never will be. */
  @Prop({ type: String })
  cancelled?: 'human' | 'opted_out';
  /** It confirms that, and ends so once it is sent. */
  @Prop({ type: String })
  ends_as?: 'opted_out';
  /** The Idempotency-Key of a person's reply, behind the conversation's id that it was sent to. */
  @Prop({ type: String, index: { unique: true, sparse: true } })
  reply_key?: string;
  /** Raised by each settlement: two that run at once collide here, and one is repeated. */
  @Prop({ type: Number })
  revision: number;
  @Prop({ type: Date })
  created_at: Date;
  @Prop({ type: Date })
  settled_at?: Date;
}

export const TurnSchema = SchemaFactory.createForClass(TurnRow);
TurnSchema.index({ conversation_id: 1, seq: 1 });
TurnSchema.index(
  { outcome: 1, conversation_id: 1, seq: 1 },
  { partialFilterExpression: { outcome: null } },
);
TurnSchema.index({ failed: 1, seq: -1 }, { partialFilterExpression: { failed: true } });

/** A part as MongoDB keeps it. */
@Schema({ collection: 'outbox', versionKey: false })
export class OutboxRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: String })
  turn_id: string;
  @Prop({ type: String, index: true })
  conversation_id: string;
  @Prop({ type: Number })
  position: number;
  @Prop({ type: String })
  body: string;
  @Prop({ type: String })
  state: PartState;
  @Prop({ type: String, index: { unique: true, sparse: true } })
  attempt?: string;
  @Prop({ type: Number })
  attempts: number;
  @Prop({ type: Number })
  chances: number;
  @Prop({ type: Date })
  attempted_at?: Date;
  @Prop({ type: Date })
  retry_at?: Date;
  @Prop({ type: Boolean, index: { sparse: true } })
  held?: boolean;
  @Prop({ type: String, index: { sparse: true } })
  sid?: string;
  @Prop({ type: String })
  status?: string;
  @Prop({ type: Object })
  error?: SendError;
  @Prop({ type: Date })
  created_at: Date;
  @Prop({ type: Date })
  updated_at: Date;
}

export const OutboxSchema = SchemaFactory.createForClass(OutboxRow);
OutboxSchema.index({ turn_id: 1, position: 1 });

/** Every status callback, also those of messages that no turn sent. `_id` is sid and status. */
@Schema({ collection: 'status_callbacks', versionKey: false })
export class CallbackRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: String, index: true })
  sid: string;
  @Prop({ type: String })
  status: string;
  @Prop({ type: String })
  attempt?: string;
  @Prop({ type: Object })
  error?: SendError;
  @Prop({ type: Date })
  received_at: Date;
}

export const CallbackSchema = SchemaFactory.createForClass(CallbackRow);

export function toPart(row: OutboxRow): Part {
  return {
    id: row._id,
    turnId: row.turn_id,
    position: row.position,
    body: row.body,
    state: row.state,
    attempts: row.attempts,
    chances: row.chances,
    attempt: row.attempt,
    attemptedAt: row.attempted_at?.getTime(),
    retryAt: row.retry_at?.getTime(),
    sid: row.sid,
    status: row.status,
    error: row.error,
  };
}

export function toTurn(row: TurnRow, parts: OutboxRow[]): Turn {
  return {
    id: row._id,
    conversationId: row.conversation_id,
    outcome: row.outcome ?? undefined,
    limited: row.limited,
    answer: row.answer,
    cancelled: row.cancelled,
    endsAs: row.ends_as,
    parts: parts
      .filter((part) => part.turn_id === row._id)
      .toSorted((a, b) => a.position - b.position)
      .map(toPart),
  };
}

/** A turn's new outcome; a settlement always writes, so that two at once collide. */
export function outcomeUpdate(
  row: TurnRow,
  outcome: TurnRow['outcome'] = null,
): UpdateQuery<TurnRow> {
  const bad = (word: string | null) => word === 'dead' || word === 'uncertain';
  const mended = bad(row.outcome) && !row.error;
  const failed = bad(outcome) || (!mended && row.failed);
  const set = { outcome, ...(failed && { failed }), ...(outcome && { settled_at: new Date() }) };
  const unset = { ...(!failed && { failed: 1 }), ...(!outcome && { settled_at: 1 }) };
  return { $set: set, $unset: unset, $inc: { revision: 1 } };
}
