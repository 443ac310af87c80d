import { Schema } from 'mongoose';

/** An entry of the audit log, as MongoDB stores it. Rows are added, never changed. */
export interface AuditRow {
  /** Its number in the chain. */
  _id: number;
  kind: 'action' | 'result';
  /** Of the action. */
  id: string;
  /** These three to find actions by; null in a result. */
  name: string | null;
  action: string | null;
  target: string | null;
  before: string;
  /** The entry (JSON) as it was hashed. */
  text: string;
  hash: string;
}

export const AuditSchema = new Schema<AuditRow>(
  {
    _id: { type: Number, required: true },
    kind: { type: String, required: true },
    id: { type: String, required: true, index: true },
    name: { type: String, default: null },
    action: { type: String, default: null },
    target: { type: String, default: null },
    before: String,
    text: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { versionKey: false },
);
for (const column of ['name', 'action', 'target']) AuditSchema.index({ [column]: 1, _id: -1 });
