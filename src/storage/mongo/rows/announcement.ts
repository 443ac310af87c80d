import { Schema } from 'mongoose';
import type { Timestamp } from './message.js';

/** Whom news is told to, as MongoDB stores it. */
export interface TargetRow {
  _id: string;
  kind: string;
  url?: string;
  description: string;
  types: string[];
  /** Sealed. */
  secret?: string;
  enabled: boolean;
  disabled_because?: string;
  created_at: Date;
}

export const TargetSchema = new Schema<TargetRow>(
  {
    _id: { type: String, required: true },
    kind: String,
    url: String,
    description: String,
    types: [String],
    secret: String,
    enabled: Boolean,
    disabled_because: String,
    created_at: Date,
  },
  { versionKey: false },
);

/** What is told to one of them, as MongoDB stores it. It has ids and no text. */
export interface AnnouncementRow {
  _id: string;
  seq: Timestamp;
  target_id: string;
  type: string;
  conversation_id?: string;
  about?: string;
  facts: object;
  happened_at: Date;
  state: string;
  due_at: Date;
  claim?: string;
  tries: number;
  error?: string;
  settled_at?: Date;
}

export const AnnouncementSchema = new Schema<AnnouncementRow>(
  {
    _id: { type: String, required: true },
    seq: Object,
    target_id: String,
    type: String,
    conversation_id: String,
    about: String,
    facts: Object,
    happened_at: Date,
    state: String,
    due_at: Date,
    claim: String,
    tries: Number,
    error: String,
    settled_at: Date,
  },
  { versionKey: false, minimize: false },
);
AnnouncementSchema.index(
  { target_id: 1, due_at: 1 },
  { partialFilterExpression: { state: 'waiting' } },
);
AnnouncementSchema.index({ state: 1, seq: -1 });
AnnouncementSchema.index({ conversation_id: 1 });
