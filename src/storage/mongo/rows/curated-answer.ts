import { Schema } from 'mongoose';

/** A question that the operator answers in words of their own, as MongoDB stores it. */
export interface CuratedAnswerRow {
  id: string;
  questions: string[];
  answer: string;
  message_id?: string;
  created_at: number;
  updated_at: number;
}

export const CuratedAnswerSchema = new Schema<CuratedAnswerRow>(
  {
    id: { type: String, required: true, unique: true },
    questions: { type: [String], required: true },
    answer: { type: String, required: true },
    message_id: { type: String, index: { sparse: true } },
    created_at: { type: Number, required: true },
    updated_at: { type: Number, required: true },
  },
  { id: false, versionKey: false },
);
