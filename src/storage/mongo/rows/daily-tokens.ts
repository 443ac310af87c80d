import { Schema } from 'mongoose';

/** The tokens that all conversations used on a day, as MongoDB stores them. */
export interface DailyTokensRow {
  /** The business's day: `2026-11-28`. */
  _id: string;
  tokens: number;
}

export const DailyTokensSchema = new Schema<DailyTokensRow>(
  { _id: { type: String, required: true }, tokens: { type: Number, required: true } },
  { versionKey: false },
);
