import { Schema } from 'mongoose';

/** A hold, as MongoDB stores it: of the account (`account`), or of a line, by the line's name. */
export interface AccountHoldRow {
  _id: string;
  since: Date;
  code?: number;
  message: string;
  action?: string;
  heard_by: 'answer' | 'callback';
  try_at: Date;
  refusals: number;
  probe?: string;
  sid?: string;
}

export const AccountHoldSchema = new Schema<AccountHoldRow>(
  {
    _id: { type: String, required: true },
    since: Date,
    code: Number,
    message: String,
    action: String,
    heard_by: String,
    try_at: Date,
    refusals: Number,
    probe: String,
    sid: String,
  },
  { versionKey: false },
);
