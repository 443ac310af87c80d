import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { ClientSession, Model } from 'mongoose';
import type { Session } from './session.js';

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

export function toSession(row: SessionRow): Session {
  return {
    waId: row.wa_id,
    conversationId: row.conversation_id,
    profileName: row.profile_name,
    createdAt: row.created_at.getTime(),
    updatedAt: row.updated_at.getTime(),
  };
}

/**
 * What is known of these addresses. Past Mongoose, whose casting costs more than the look itself:
 * each message asks.
 */
export async function sessionsAt(
  { collection }: Model<SessionRow>,
  waIds: string[],
  session?: ClientSession,
): Promise<Map<string, Session>> {
  const found = collection.find<SessionRow>({ wa_id: { $in: waIds } }, { session });
  return new Map((await found.toArray()).map((row) => [row.wa_id, toSession(row)]));
}
