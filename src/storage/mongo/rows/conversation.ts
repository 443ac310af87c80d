import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/**
 * A conversation and its mailbox, in one document, so that linking, taking over and erasing raise
 * the fencing token in the write that they make anyway. Times of the mailbox are the server's.
 */
@Schema({ collection: 'conversations', versionKey: false })
export class ConversationRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Date, index: true })
  created_at: Date;
  @Prop({ type: String, index: { sparse: true } })
  merged_into?: string;
  /** Fencing token: each claim raises it, and only its holder may write. */
  @Prop({ type: Number })
  token: number;
  /** Raised by each arrival and callback: releasing compares it, so that none is missed. */
  @Prop({ type: Number })
  wakes: number;
  /** When a worker should look; absent when there is nothing to do. */
  @Prop({ type: Date })
  due_at?: Date;
  @Prop({ type: Date })
  lease_until?: Date;
  /** The claim that holds the lease. */
  @Prop({ type: String })
  lease?: string;
  /** Claims that ended without a release. */
  @Prop({ type: Number })
  crashes: number;
  @Prop({ type: Object })
  window?: { start: number; count: number; noticed: boolean };
  /** Since when a person has it. */
  @Prop({ type: Date })
  taken_at?: Date;
  /** Since when its sender wants nothing more. */
  @Prop({ type: Date })
  opted_out_at?: Date;
}

export const ConversationSchema = SchemaFactory.createForClass(ConversationRow);
ConversationSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });

/** A new conversation's row, but for its id and when it began. */
export const NEW_CONVERSATION = { token: 0, wakes: 0, crashes: 0 } as const;

/** An address of a sender (`wa_id`), and the conversation that it leads to. */
@Schema({ collection: 'whatsapp_sessions', versionKey: false })
export class SessionRow {
  @Prop({ required: true, unique: true })
  wa_id: string;
  @Prop({ required: true, index: true })
  conversation_id: string;
  @Prop()
  profile_name?: string;
  @Prop({ required: true })
  created_at: Date;
  @Prop({ required: true })
  updated_at: Date;
}
export const SessionSchema = SchemaFactory.createForClass(SessionRow);
