import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Timestamp } from './message.js';

/**
 * A conversation and its mailbox in one document, so that linking, taking over and erasing raise
 * the fencing token with the same write. The mailbox's times are by the server's clock.
 */
@Schema({ collection: 'conversations', versionKey: false })
export class ConversationRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Date })
  created_at: Date;
  /** The process that made it: if that dies before the first address leads to it, it is deleted. */
  @Prop({ type: String })
  made_by?: string;
  @Prop({ type: String, index: { sparse: true } })
  merged_into?: string;
  /** Another conversation was merged into this one. */
  @Prop({ type: Boolean })
  has_merged?: boolean;
  /** The fencing token: each claim raises it, and only the holder of the latest may write. */
  @Prop({ type: Number })
  token: number;
  /** Each arriving message or callback raises it. A release compares it, so that none is missed. */
  @Prop({ type: Number })
  wakes: number;
  /** When a worker should look at the mailbox. It is absent when there is nothing to do. */
  @Prop({ type: Date })
  due_at?: Date;
  @Prop({ type: Date })
  lease_until?: Date;
  /** The id of the call of `claim` that took the lease. */
  @Prop({ type: String })
  lease?: string;
  /** How many claims in a row ended without a release. */
  @Prop({ type: Number })
  crashes: number;
  /** How many visits failed in a row, without ending a process. */
  @Prop({ type: Number })
  failures?: number;
  /** Since when it was due when the latest claim began. */
  @Prop({ type: Date })
  due_since?: Date;
  /** When the latest claim began. */
  @Prop({ type: Date })
  claimed_at?: Date;
  @Prop({ type: Object })
  window?: {
    start: number;
    count: number;
    noticed: boolean;
    day?: string;
    answers?: number;
    told?: boolean;
  };
  /** When a person took the conversation over. */
  @Prop({ type: Date })
  taken_at?: Date;
  /** When the sender opted out. */
  @Prop({ type: Date })
  opted_out_at?: Date;
  /** Since when nothing reaches the sender, and by which code the channel said so. */
  @Prop({ type: Date })
  unreachable_at?: Date;
  @Prop({ type: String })
  unreachable_why?: 'blocked' | 'invalid';
  @Prop({ type: Number })
  unreachable_code?: number;
  /** Since when the sender waits for a person. Neither a merged row nor an opted-out one has it. */
  @Prop({ type: Date })
  waiting_since?: Date;
  /** Why, and when somebody is there again, as the sender was told. */
  @Prop({ type: String })
  waiting_reason?: string;
  @Prop({ type: Date })
  promised_at?: Date;
  /** The latest step to a person or back, its reason and its time. */
  @Prop({ type: String })
  handover_step?: string;
  @Prop({ type: String })
  handover_reason?: string;
  @Prop({ type: Date })
  handover_at?: Date;
  /** When something was said last. Rows of former versions get it at the first start. */
  @Prop({ type: Date })
  activity_at?: Date;
  /** When the sender wrote last by WhatsApp. */
  @Prop({ type: Date })
  last_inbound_at?: Date;
  /** When the latest text was sent that the channel refused because the 24-hour window was closed. */
  @Prop({ type: Date })
  window_refused_at?: Date;
  /** The sender's last message for which it was decided whether a follow-up is sent. */
  @Prop({ type: Date })
  followed_up_for?: Date;
  /** True while there is something of the sender's that no person has read. */
  @Prop({ type: Boolean })
  unread?: boolean;
  /** The last message that a person has read. */
  @Prop({ type: Object })
  read_seq?: Timestamp;
  @Prop({ type: String })
  channel?: 'whatsapp' | 'api';
  /** The line that it is held on; absent on the default one. */
  @Prop({ type: String })
  line?: string;
  /** What a model summed up of its earlier messages, and the last of those. */
  @Prop({ type: Object })
  summary?: { text: string; message_id: string; until: Date };
  /** Tokens and costs (in billionths) of the latest day (`2026-11-28`) on which it used any. */
  @Prop({ type: Object })
  used?: { on: string; tokens: number; cost?: number };
}

export const ConversationSchema = SchemaFactory.createForClass(ConversationRow);
ConversationSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
// For the list in its orders, and its filters: few are taken over, or wait.
const FEW = {
  taken_at: { $exists: true },
  opted_out_at: { $exists: true },
  unreachable_at: { $exists: true },
  waiting_since: { $type: 'date' },
  unread: true,
  channel: 'api',
};
for (const time of ['created_at', 'activity_at']) {
  ConversationSchema.index({ [time]: -1, _id: -1 });
  for (const [field, some] of Object.entries(FEW))
    ConversationSchema.index(
      { [time]: -1, _id: -1, [field]: 1 },
      { partialFilterExpression: { [field]: some } },
    );
}
const OF_A_LINE = { partialFilterExpression: { line: { $type: 'string' } } };
for (const time of ['created_at', 'activity_at'])
  ConversationSchema.index({ line: 1, [time]: -1, _id: -1 }, OF_A_LINE);
ConversationSchema.index(
  { last_inbound_at: 1 },
  { partialFilterExpression: { last_inbound_at: { $type: 'date' } } },
);
ConversationSchema.index(
  { waiting_since: 1, _id: 1 },
  { partialFilterExpression: { waiting_since: FEW.waiting_since } },
);
// Few are ever passed to a person.
ConversationSchema.index(
  { handover_at: 1 },
  { partialFilterExpression: { handover_at: { $type: 'date' } } },
);

/** The row of a new conversation, without its id. */
export function begunOn(channel: 'whatsapp' | 'api', line?: string) {
  const now = new Date();
  const place = { channel, ...(line !== undefined && { line }) };
  return { created_at: now, activity_at: now, ...place, token: 0, wakes: 0, crashes: 0 };
}

/** An address of a sender, on the line that was written to (`wa_id`, see `LineAddress`), and the conversation that it belongs to. */
@Schema({ collection: 'whatsapp_sessions', versionKey: false })
export class SessionRow {
  @Prop({ required: true, unique: true })
  wa_id: string;
  @Prop({ required: true, index: true })
  conversation_id: string;
  @Prop()
  profile_name?: string;
  /** By what the sender is found, see `senderWords`. */
  @Prop({ type: Array, default: undefined })
  words?: string[];
  @Prop({ required: true })
  created_at: Date;
  @Prop({ required: true })
  updated_at: Date;
}
export const SessionSchema = SchemaFactory.createForClass(SessionRow);
SessionSchema.index({ words: 1, conversation_id: 1 });
