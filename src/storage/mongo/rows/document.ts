import { Schema } from 'mongoose';

/** A document of the business, as MongoDB stores it. */
export interface DocumentRow {
  id: string;
  name: string;
  title: string;
  text: string;
  format: string;
  revision: string;
  source?: string;
  /** JSON: its keys are what a file's author wrote, and may be no names of fields. */
  metadata: string;
  characters: number;
  created_at: number;
  updated_at: number;
}

export const DocumentSchema = new Schema<DocumentRow>(
  {
    id: { type: String, required: true, unique: true },
    // Sparse: a Recado that knows no names yet may still add documents while nodes are replaced.
    name: { type: String, required: true, unique: true, sparse: true },
    title: { type: String, required: true },
    text: { type: String, required: true },
    format: { type: String, required: true },
    revision: { type: String, required: true },
    source: String,
    metadata: { type: String, required: true },
    characters: { type: Number, required: true },
    created_at: { type: Number, required: true },
    updated_at: { type: Number, required: true },
  },
  { id: false, versionKey: false },
);
