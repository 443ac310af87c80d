import type { Types } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';

/** A document that is older than names. */
interface Unnamed {
  _id: Types.ObjectId;
  title: string;
}

/**
 * Gives documents that are older than names what they lack, as the migration `named-documents` does
 * for SQLite: the title is the name, with a number behind it where another one has it; the id, which
 * was made of the content, is the revision. It may be cut off, or run by two nodes at once: what has a
 * name keeps it.
 */
export async function nameUnnamed({ documents }: Collections): Promise<void> {
  const unnamed = await documents
    .find({ name: { $exists: false } }, { title: 1 })
    .sort({ created_at: 1, _id: 1 })
    .lean<Unnamed[]>();
  if (!unnamed.length) return;
  const taken = new Set(await documents.distinct('name'));
  for (const { _id, title } of unnamed) {
    const name = freeName(title, taken);
    taken.add(name);
    await documents.collection.updateOne({ _id, name: { $exists: false } }, [
      {
        $set: {
          name: { $literal: name },
          revision: '$id',
          metadata: '{}',
          characters: { $strLenCP: '$text' },
          updated_at: '$created_at',
        },
      },
    ]);
  }
}

function freeName(title: string, taken: Set<string>): string {
  let name = title;
  for (let nth = 2; taken.has(name); nth++) name = `${title} (${nth})`;
  return name;
}
