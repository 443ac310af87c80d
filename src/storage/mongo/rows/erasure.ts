import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Timestamp } from './message.js';

/** An erasure under way. Its conversation's row is deleted, and what it contained is, bit by bit. */
@Schema({ collection: 'erasures', versionKey: false })
export class ErasureRow {
  /** The conversation that is erased. */
  @Prop({ type: String, required: true })
  _id: string;
  /** The conversation that it was merged into, or itself: all of them are erased together. */
  @Prop({ type: String })
  into: string;
  /** When it began, in the order of the messages: what came in later isn't erased. */
  @Prop({ type: Object })
  seq: Timestamp;
}
export const ErasureSchema = SchemaFactory.createForClass(ErasureRow);
