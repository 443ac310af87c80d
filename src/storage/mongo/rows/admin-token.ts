import { Schema } from 'mongoose';

/** A named token of the admin API, as MongoDB stores it: never the token itself. */
export interface AdminTokenRow {
  _id: string;
  name: string;
  scope: 'read' | 'operate' | 'admin';
  mark: string;
  created_at: Date;
  created_by: string;
  last_used_at: Date | null;
  expires_at: Date | null;
}

export const AdminTokenSchema = new Schema<AdminTokenRow>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true, index: { unique: true } },
    scope: { type: String, required: true },
    mark: { type: String, required: true },
    created_at: { type: Date, required: true },
    created_by: { type: String, required: true },
    last_used_at: { type: Date, default: null },
    expires_at: { type: Date, default: null },
  },
  { versionKey: false },
);
