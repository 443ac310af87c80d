import { Schema } from 'mongoose';

/** A one-time code, or somebody who has signed in at the console. MongoDB removes what is over. */
interface Expiring {
  /** The name of the secret, which isn't stored. */
  _id: string;
  expires_at: Date;
  /** Of the token that it was made by; rows of an older Recado have none, and open nothing. */
  mark: string;
}

export type ConsoleCodeRow = Expiring;

export interface ConsoleSessionRow extends Expiring {
  signed_in_by: 'link' | 'token';
}

const EXPIRES = { type: Date, required: true, index: { expireAfterSeconds: 0 } };

export const ConsoleCodeSchema = new Schema<ConsoleCodeRow>(
  {
    _id: { type: String, required: true },
    mark: { type: String, required: true },
    expires_at: EXPIRES,
  },
  { versionKey: false },
);

export const ConsoleSessionSchema = new Schema<ConsoleSessionRow>(
  {
    _id: { type: String, required: true },
    signed_in_by: { type: String, required: true },
    mark: { type: String, required: true },
    expires_at: EXPIRES,
  },
  { versionKey: false },
);
