import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Timestamp } from './message.js';

/** A turn, as MongoDB stores it. */
@Schema({ collection: 'turns', versionKey: false })
export class TurnRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Object })
  seq: Timestamp;
  @Prop({ type: String })
  conversation_id: string;
  /** Null while the turn is in work. */
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
  @Prop({ type: Object })
  usage?: object;
  /** How it was made: see `Made`. */
  @Prop({ type: Object })
  made?: object;
  @Prop({ type: String })
  error?: string;
  /** True while the turn is on the list of failures, and absent otherwise. */
  @Prop({ type: Boolean })
  failed?: boolean;
  /** Why its unsent parts are never sent. */
  @Prop({ type: String })
  cancelled?: 'human' | 'opted_out';
  /** The turn confirms an opt-out. Once it is sent, this is its outcome. */
  @Prop({ type: String })
  ends_as?: 'opted_out';
  /** For a person's reply with an Idempotency-Key: the conversation's id, a space and the key. */
  @Prop({ type: String, index: { unique: true, sparse: true } })
  reply_key?: string;
  /** What was decided of a person's reply as an answer for others. */
  @Prop({ type: String })
  suggestion?: 'approved' | 'dismissed';
  /** Each settlement raises it, so that two concurrent ones conflict and one runs again. */
  @Prop({ type: Number })
  revision: number;
  @Prop({ type: Date })
  created_at: Date;
  @Prop({ type: Date })
  settled_at?: Date;
}

/** The index for failures of a kind, which are counted in it. */
export const OF_KIND = { failed: 1, outcome: 1, seq: -1, conversation_id: 1 } as const;

export const TurnSchema = SchemaFactory.createForClass(TurnRow);
TurnSchema.index({ seq: -1 });
TurnSchema.index({ conversation_id: 1, seq: 1 });
TurnSchema.index(
  { outcome: 1, conversation_id: 1, seq: 1 },
  { partialFilterExpression: { outcome: null } },
);
// Of people's replies, which are few.
const OF_PEOPLE = { partialFilterExpression: { mode: 'person' } };
TurnSchema.index({ mode: 1, seq: -1 }, OF_PEOPLE);
TurnSchema.index({ mode: 1, conversation_id: 1, seq: -1 }, OF_PEOPLE);
TurnSchema.index({ failed: 1, seq: -1 }, { partialFilterExpression: { failed: true } });
TurnSchema.index(OF_KIND, { partialFilterExpression: { failed: true } });
