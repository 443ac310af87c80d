import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

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
