import { Schema } from 'mongoose';

/** A question that the operator answers in words of their own, as MongoDB stores it. */
export interface CuratedAnswerRow {
  id: string;
  questions: string[];
  answer: string;
  message_id?: string;
  /** The line that it is for alone. */
  line?: string;
  created_at: number;
  updated_at: number;
}

/** A part of how often a curated answer was given: the whole is the sum of all its rows. */
export interface ServedRow {
  _id: string;
  answer_id: string;
  served: number;
  last_served_at: Date;
}

export const CuratedAnswerSchema = new Schema<CuratedAnswerRow>(
  {
    id: { type: String, required: true, unique: true },
    questions: { type: [String], required: true },
    answer: { type: String, required: true },
    message_id: { type: String, index: { sparse: true } },
    line: String,
    created_at: { type: Number, required: true },
    updated_at: { type: Number, required: true },
  },
  { id: false, versionKey: false },
);

export const ServedSchema = new Schema<ServedRow>(
  {
    _id: { type: String, required: true },
    answer_id: { type: String, required: true, index: true },
    served: { type: Number, required: true },
    last_served_at: { type: Date, required: true },
  },
  { versionKey: false },
);
