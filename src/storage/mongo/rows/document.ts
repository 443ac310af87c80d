import { Schema } from 'mongoose';

/** A document of the business, as MongoDB stores it. */
export interface DocumentRow {
  id: string;
  title: string;
  text: string;
  format: string;
  created_at: number;
}

export const DocumentSchema = new Schema<DocumentRow>(
  {
    id: { type: String, required: true, unique: true },
    title: { type: String, required: true },
    text: { type: String, required: true },
    format: { type: String, required: true },
    created_at: { type: Number, required: true },
  },
  { id: false, versionKey: false },
);
