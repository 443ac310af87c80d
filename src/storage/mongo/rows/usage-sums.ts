import { Schema } from 'mongoose';

/** What all conversations used in a day or a month, as MongoDB stores it. Costs are in billionths. */
export interface UsageSumsRow {
  /** The business's day or month: `2026-11-28`, `2026-11`. */
  _id: string;
  tokens: number;
  messages: number;
  model_cost: number;
  message_cost: number;
}

const COUNT = { type: Number, required: true, default: 0 };

export const UsageSumsSchema = new Schema<UsageSumsRow>(
  {
    _id: { type: String, required: true },
    tokens: COUNT,
    messages: COUNT,
    model_cost: COUNT,
    message_cost: COUNT,
  },
  { versionKey: false },
);
