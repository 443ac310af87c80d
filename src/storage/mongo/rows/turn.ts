import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Timestamp } from './message.js';

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
  outcome: string | null;
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
