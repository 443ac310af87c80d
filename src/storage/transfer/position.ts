import mongoose from 'mongoose';

const { Timestamp, ObjectId } = mongoose.mongo;
type Timestamp = mongoose.mongo.Timestamp;

/**
 * The order of rows is a number in SQLite (`seq`), and in MongoDB the server's timestamp: seconds and
 * a count within the second. Both hold what the other one does, as long as a second has less than
 * four million rows: a number is the seconds since 2020, and 22 bits of count. So what is counted
 * from 1 in SQLite lies before all that MongoDB will ever add, and what SQLite adds goes on behind
 * what came from MongoDB.
 */
const EPOCH = Date.UTC(2020, 0, 1) / 1000;
const A_SECOND = 2 ** 22;

/** The timestamp that stands for a number. */
export function timestampOf(seq: number): Timestamp {
  return new Timestamp({ t: EPOCH + Math.floor(seq / A_SECOND), i: seq % A_SECOND });
}

/** The number that stands for a timestamp. Throws for one that none stands for. */
export function numberOf(timestamp: Timestamp): number {
  const { t, i } = timestamp;
  if (t < EPOCH || i >= A_SECOND) throw new Error(`its order ${t}.${i} has no number in SQLite`);
  return (t - EPOCH) * A_SECOND + i;
}

const ID_LENGTH = 24;

/** An id for a row that MongoDB orders by its id: it lies before all that are made by the clock. */
export function idOf(seq: number): mongoose.mongo.ObjectId {
  return new ObjectId(seq.toString(16).padStart(ID_LENGTH, '0'));
}

/** Numbers rows that come in the order of their ids: by the id that `idOf` made, or behind the last. */
export class Numbering {
  private last = 0;

  next(id: mongoose.mongo.ObjectId): number {
    const hex = id.toHexString();
    const kept = /^0{10}/.test(hex) ? parseInt(hex, 16) : 0;
    return (this.last = Math.max(kept, this.last + 1));
  }
}
