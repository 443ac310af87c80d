import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** Every status callback, also those of messages that no turn sent. `_id` is sid and status. */
@Schema({ collection: 'status_callbacks', versionKey: false })
export class StatusCallbackRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: String, index: true })
  sid: string;
  @Prop({ type: String })
  status: string;
  @Prop({ type: String })
  attempt?: string;
  @Prop({ type: Object })
  error?: object;
  @Prop({ type: Date })
  received_at: Date;
}

export const StatusCallbackSchema = SchemaFactory.createForClass(StatusCallbackRow);
