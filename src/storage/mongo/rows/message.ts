import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import mongoose from 'mongoose';

/** MongoDB's internal timestamp, which orders the rows of a collection. */
export type Timestamp = mongoose.mongo.Timestamp;

/**
 * Returns an empty timestamp, which the server replaces by its next one when it inserts the row. So
 * the order comes from the store
 * (https://www.mongodb.com/docs/manual/reference/bson-types/#timestamps).
 */
export function nextInOrder(): Timestamp {
  return new mongoose.mongo.Timestamp({ t: 0, i: 0 });
}

/** A message, as MongoDB stores it. */
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
  /** True until a turn covers the message, and absent after that. */
  @Prop({ type: Boolean })
  waiting?: boolean;
  /** Of an answer: what a person thinks of it. */
  @Prop({ type: Object })
  feedback?: FeedbackRow;
  /** Of an answer: how many cases for the evaluation were made of it. */
  @Prop({ type: Number })
  cases?: number;
  /** By what it is found, once a turn covers it: `MOST_WORDS` of its words, see `foldedRuns`. */
  @Prop({ type: Array, default: undefined })
  words?: string[];
  /** In how many milliseconds its webhook was acknowledged. */
  @Prop({ type: Number })
  acknowledged_ms?: number;
  /** How it came: see `Received`. */
  @Prop({ type: Object })
  received?: object;
  @Prop({ type: Date })
  created_at: Date;
}

/** What a person thinks of an answer. */
export interface FeedbackRow {
  verdict?: 'up' | 'down';
  note?: string;
  /** The curated answer that corrects it. */
  correction_id?: string;
  given_at: Date;
}

export const MessageSchema = SchemaFactory.createForClass(MessageRow);
MessageSchema.index({ conversation_id: 1, seq: 1 });
MessageSchema.index(
  { waiting: 1, seq: 1, conversation_id: 1 },
  { partialFilterExpression: { waiting: true } },
);
MessageSchema.index(
  { waiting: 1, conversation_id: 1, seq: 1 },
  { partialFilterExpression: { waiting: true } },
);
MessageSchema.index(
  { source: 1, role: 1, seq: -1 },
  { partialFilterExpression: { source: 'api' } },
);
const JUDGED = { partialFilterExpression: { 'feedback.verdict': { $exists: true } } };
MessageSchema.index({ 'feedback.given_at': -1, _id: -1 }, JUDGED);
MessageSchema.index({ 'feedback.verdict': 1, 'feedback.given_at': -1, _id: -1 }, JUDGED);

MessageSchema.index(
  { words: 1, seq: -1, conversation_id: 1 },
  { partialFilterExpression: { words: { $exists: true } } },
);

/** An erased message: only the keyed hash of its MessageSid is left of it. */
@Schema({ collection: 'erased_messages', versionKey: false })
export class ErasedMessageRow {
  /** The keyed hash of a MessageSid. */
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Date })
  erased_at: Date;
}
export const ErasedMessageSchema = SchemaFactory.createForClass(ErasedMessageRow);
