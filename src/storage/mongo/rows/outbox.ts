import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** A part of an answer, as MongoDB stores it. */
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
  /** What it goes out as, where it is no plain text: see `PartContent`. */
  @Prop({ type: Object })
  content?: object;
  @Prop({ type: String })
  state: string;
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
  @Prop({ type: Boolean })
  held?: boolean;
  /** The name of its line, from when it was held first. What a former version held has none. */
  @Prop({ type: String })
  held_line?: string;
  @Prop({ type: Boolean, index: { sparse: true } })
  awaits_change?: boolean;
  @Prop({ type: String, index: { sparse: true } })
  sid?: string;
  @Prop({ type: String })
  status?: string;
  @Prop({ type: Object })
  error?: object;
  /** What callbacks told of it, each once, the earliest first. */
  @Prop({ type: Array })
  heard?: { sid: string; status: string; at: Date; error?: object; listed?: true }[];
  /** The address, the sender and the account of the latest attempt. */
  @Prop({ type: String })
  sent_to?: string;
  @Prop({ type: String })
  sent_from?: string;
  @Prop({ type: String })
  sent_by?: string;
  /** The channel's ids of former attempts, which failed. */
  @Prop({ type: Array, default: undefined })
  former_sids?: string[];
  /** Former attempts whose outcome wasn't known when the part was sent again. */
  @Prop({ type: Array, default: undefined })
  former_attempts?: string[];
  /** Which message was whose, where that came along from SQLite: both stand in the lists above, too. */
  @Prop({ type: Array, default: undefined })
  former_pairs?: { attempt: string; sid: string }[];
  /** When to look for an attempt of unknown outcome in the channel's list. */
  @Prop({ type: Date })
  look_at?: Date;
  @Prop({ type: Object })
  evidence?: object;
  /** The latest attempts, the earliest first: see `AttemptNote`. */
  @Prop({ type: Array, default: undefined })
  attempt_log?: {
    at: Date;
    answer?: { at: Date };
    result?: { at: Date; next?: Date };
  }[];
  /** What sets off the next attempt, where it is neither the first nor a retry. */
  @Prop({ type: String })
  set_off?: string;
  /** When the first message that it answers came: how long that took is told when it is delivered. */
  @Prop({ type: Date })
  received_at?: Date;
  @Prop({ type: Date })
  created_at: Date;
  @Prop({ type: Date })
  updated_at: Date;
}

export const OutboxSchema = SchemaFactory.createForClass(OutboxRow);
const LOOKED_FOR = { partialFilterExpression: { look_at: { $type: 'date' } } };
OutboxSchema.index({ look_at: 1 }, LOOKED_FOR);
OutboxSchema.index({ sent_to: 1, look_at: 1 }, LOOKED_FOR);
OutboxSchema.index({ former_sids: 1 }, { sparse: true });
OutboxSchema.index({ former_attempts: 1 }, { sparse: true });
OutboxSchema.index({ turn_id: 1, position: 1 });
OutboxSchema.index({ held: 1, conversation_id: 1 }, { partialFilterExpression: { held: true } });
OutboxSchema.index(
  { held_line: 1, conversation_id: 1 },
  { partialFilterExpression: { held: true } },
);
