import { Schema } from 'mongoose';

/** A test message of the diagnostics, as MongoDB stores it. */
export interface TestSendRow {
  _id: string;
  sent_to: string;
  sent_from: string;
  sent_by: string;
  body: string;
  sid?: string;
  begun_at: Date;
}

export const TestSendSchema = new Schema<TestSendRow>(
  {
    _id: { type: String, required: true },
    sent_to: { type: String, index: true },
    sent_from: String,
    sent_by: String,
    body: String,
    sid: { type: String, index: { sparse: true } },
    begun_at: { type: Date, index: true },
  },
  { versionKey: false },
);

/** A resource that was made at Twilio for what can be tapped, as MongoDB stores it. */
export interface ContentResourceRow {
  /** The account and the hash, with a space between them. */
  _id: string;
  account: string;
  /** What it is made of. */
  hash: string;
  sid: string;
  created_at: Date;
}

export const ContentResourceSchema = new Schema<ContentResourceRow>(
  {
    _id: { type: String, required: true },
    account: { type: String, index: true },
    hash: String,
    sid: String,
    created_at: Date,
  },
  { versionKey: false },
);

/** A number of ours, since when it tells us of what comes in, and until when we looked for more. */
export interface TwilioNumberRow {
  /** The account and the number, with a space between them. */
  _id: string;
  account: string;
  number: string;
  first_webhook_at: Date;
  looked_until?: Date;
}

export const TwilioNumberSchema = new Schema<TwilioNumberRow>(
  {
    _id: { type: String, required: true },
    account: { type: String, index: true },
    number: String,
    first_webhook_at: Date,
    looked_until: Date,
  },
  { versionKey: false },
);
