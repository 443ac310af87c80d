import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

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
