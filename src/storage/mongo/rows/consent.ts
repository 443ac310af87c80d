import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Timestamp } from './message.js';

/**
 * That somebody opted out or in. Rows are only added; an erasure takes out, once, who it was and what
 * they wrote.
 */
@Schema({ collection: 'consent_records', versionKey: false })
export class ConsentRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Object, index: true })
  seq: Timestamp;
  @Prop({ type: String })
  conversation_id?: string;
  @Prop({ type: String, required: true })
  kind: 'opted_out' | 'opted_in';
  @Prop({ type: Date, required: true })
  at: Date;
  @Prop({ type: String, required: true })
  by: 'sender' | 'channel' | 'operator';
  @Prop({ type: String })
  address?: string;
  @Prop({ type: String })
  words?: string;
  @Prop({ type: String })
  message_id?: string;
  @Prop({ type: String })
  opt_out_type?: string;
  @Prop({ type: Number })
  code?: number;
  @Prop({ type: String })
  call?: string;
  @Prop({ type: String })
  reason?: string;
  /** A keyed hash, in place of what says who it was. */
  @Prop({ type: String })
  person?: string;
  @Prop({ type: Date })
  erased_at?: Date;
}
export const ConsentSchema = SchemaFactory.createForClass(ConsentRow);
ConsentSchema.index({ conversation_id: 1, seq: 1 });

/** An address, as a keyed hash, of somebody who had opted out when they were erased. */
@Schema({ collection: 'opted_out_people', versionKey: false })
export class OptedOutPersonRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Date, required: true })
  since: Date;
}
export const OptedOutPersonSchema = SchemaFactory.createForClass(OptedOutPersonRow);
