import { Schema } from 'mongoose';

/** The vectors of a passage, as MongoDB stores them. */
export interface VectorRow {
  model: string;
  key: string;
  bytes: Buffer;
}

export const VectorSchema = new Schema<VectorRow>(
  {
    model: { type: String, required: true },
    key: { type: String, required: true },
    bytes: { type: Buffer, required: true },
  },
  { versionKey: false },
);
VectorSchema.index({ model: 1, key: 1 }, { unique: true });
