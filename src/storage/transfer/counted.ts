import type { Db, Difference } from './difference.js';
import type { Row } from './rows.js';

interface Served {
  _id: string;
  served: number;
  last: Date;
}

/** How often curated answers were given: in MongoDB that is spread over rows of their own. */
export const served: Pick<Difference, 'beside' | 'writeBeside'> = {
  async beside(db) {
    const last = { $max: '$last_served_at' };
    const group = { $group: { _id: '$answer_id', served: { $sum: '$served' }, last } };
    const counts = await db.collection('served_answers').aggregate<Served>([group]).toArray();
    const byId = new Map(counts.map((one) => [one._id, one]));
    return (row) => {
      const of = byId.get(row.id as string);
      return { ...row, served: of?.served ?? 0, last_served_at: of?.last.getTime() ?? null };
    };
  },

  async writeBeside(db, rows) {
    const given = rows.filter((row) => row.served).map(servedRow);
    if (given.length) await db.collection<{ _id: string }>('served_answers').insertMany(given);
  },
};

function servedRow({ id, served: count, last_served_at: last }: Row) {
  return {
    _id: `${id}/0`,
    answer_id: id,
    served: count,
    last_served_at: new Date(Number(last ?? 0)),
  };
}

/** Notes with each answer how many cases for the evaluation were made of it. */
export function cases(db: Db): Promise<void> {
  return counted(db, 'evaluation_cases', 'answer_id', 'messages', (count) => ({ cases: count }));
}

/** Notes with each conversation that others were merged into it. */
export function merged(db: Db): Promise<void> {
  const note = () => ({ has_merged: true });
  return counted(db, 'conversations', 'merged_into', 'conversations', note);
}

async function counted(
  db: Db,
  from: string,
  field: string,
  to: string,
  note: (count: number) => object,
): Promise<void> {
  const groups = db
    .collection(from)
    .aggregate<{ _id: string; count: number }>([
      { $match: { [field]: { $type: 'string' } } },
      { $group: { _id: `$${field}`, count: { $sum: 1 } } },
    ]);
  for await (const { _id, count } of groups)
    await db.collection<{ _id: string }>(to).updateOne({ _id }, { $set: note(count) });
}
