import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import mongoose from 'mongoose';

export type Timestamp = mongoose.mongo.Timestamp;

/** An empty top-level timestamp is filled in by the server as it inserts: the store's order. */
export function nextInOrder(): Timestamp {
  return new mongoose.mongo.Timestamp({ t: 0, i: 0 });
}

/** A message as MongoDB keeps it. */
@Schema({ collection: 'messages', versionKey: false })
export class MessageRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Object })
  seq: Timestamp;
  @Prop({ type: String })
  conversation_id: string;
  @Prop({ type: String })
  role: 'user' | 'assistant';
  @Prop({ type: String })
  source: 'whatsapp' | 'api';
  @Prop({ type: String })
  text: string;
  @Prop({ type: Object })
  details?: object;
  @Prop({ type: String, index: { sparse: true } })
  turn_id?: string;
  /** There until a turn covers the message. */
  @Prop({ type: Boolean })
  waiting?: boolean;
  @Prop({ type: Date })
  created_at: Date;
}

export const MessageSchema = SchemaFactory.createForClass(MessageRow);
MessageSchema.index({ conversation_id: 1, seq: 1 });
MessageSchema.index(
  { waiting: 1, created_at: 1, conversation_id: 1 },
  { partialFilterExpression: { waiting: true } },
);
MessageSchema.index(
  { waiting: 1, conversation_id: 1, seq: 1 },
  { partialFilterExpression: { waiting: true } },
);

/** A message that was erased: the keyed hash of its MessageSid is all that is left of it. */
@Schema({ collection: 'erased_messages', versionKey: false })
export class ErasedMessageRow {
  /** The keyed hash of a MessageSid. */
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Date })
  erased_at: Date;
}
export const ErasedMessageSchema = SchemaFactory.createForClass(ErasedMessageRow);
