import { Schema } from 'mongoose';
import type { Timestamp } from './message.js';

/** A value in effect, and where it comes from. */
interface Side {
  value: string | number | null;
  source: 'stored' | 'environment' | 'default';
}

/** A change of a setting, as MongoDB stores it. */
export interface SettingChangeRow {
  seq: Timestamp;
  changed_at: Date;
  changed_by: string;
  field: string;
  from: Side;
  to: Side;
}

export const SettingChangeSchema = new Schema<SettingChangeRow>(
  {
    seq: { type: Object, required: true },
    changed_at: { type: Date, required: true },
    changed_by: { type: String, required: true },
    field: { type: String, required: true },
    from: { type: Object, required: true },
    to: { type: Object, required: true },
  },
  { versionKey: false },
);
SettingChangeSchema.index({ seq: -1 });
