import { keepWatching, timeOf } from '../storage/mongo/change-stream.js';
import type { Collections } from '../storage/mongo/collections.js';
import { StorageError } from '../storage/storage.error.js';
import { StoreChanges } from './store-changes.js';
import { type Ids, type Told, toldOf } from './told.js';
import { WATCHED, type Watched } from './watched.js';

/** What the pipeline leaves of a change event: names and ids. */
interface Change {
  operationType: 'insert' | 'update' | 'replace' | 'delete';
  ns: { coll: string };
  documentKey: { _id: unknown };
  fullDocument?: Ids | null;
  /** Of an insert or a replacement, the columns that are set; of an update, those it changed. */
  columns: string[];
}

/** An update is told by the columns that it changes, or takes out. */
const touches = ({ columns }: Watched) => [
  ...columns.map((one) => ({ [`updateDescription.updatedFields.${one}`]: { $exists: true } })),
  { 'updateDescription.removedFields': { $in: columns } },
];

/**
 * The first stage needs nothing but the oplog, so that the server looks rows up only for what is told.
 * Nothing of what rows say leaves the server.
 */
const PIPELINE = [
  {
    $match: {
      $or: WATCHED.flatMap((watched) => {
        const { table, on, only, columns } = watched;
        const at = { 'ns.coll': table, ...(only && { 'documentKey._id': only }) };
        const operations = [
          ...on.map((one) => one.split(' ')[0]),
          ...(columns.length ? ['replace'] : []),
        ];
        return [
          { ...at, operationType: { $in: operations } },
          ...(columns.length ? [{ ...at, operationType: 'update', $or: touches(watched) }] : []),
        ];
      }),
    },
  },
  {
    $project: {
      operationType: 1,
      'ns.coll': 1,
      'documentKey._id': 1,
      'fullDocument.conversation_id': 1,
      'fullDocument.sid': 1,
      'fullDocument.handover_step': latest('handover_step'),
      'fullDocument.handover_reason': latest('handover_reason'),
      columns: {
        $concatArrays: [
          namesOf({ $ifNull: ['$updateDescription.updatedFields', '$fullDocument'] }),
          { $ifNull: ['$updateDescription.removedFields', []] },
        ],
      },
    },
  },
];

/** As the update made it: the row that is looked up may be a later one. */
function latest(column: string) {
  return { $ifNull: [`$updateDescription.updatedFields.${column}`, `$fullDocument.${column}`] };
}

function namesOf(object: object) {
  const fields = { $objectToArray: { $ifNull: [object, {}] } };
  return { $map: { input: fields, in: '$$this.k' } };
}

/** Changes in MongoDB, whichever node makes them: its change stream tells them. */
class MongoChanges extends StoreChanges {
  constructor(private readonly db: Collections) {
    super();
  }

  async watch(tell: (told: Told) => void, lost: () => void): Promise<() => void> {
    const { mongo } = this.db;
    if (!mongo.connected) throw new StorageError('MongoDB cannot be reached now.');
    return keepWatching(mongo, {
      pipeline: PIPELINE,
      options: { fullDocument: 'updateLookup' },
      // However long it takes until the stream is open.
      from: await timeOf(mongo),
      take: (change) => tellOf(change as Change, tell),
      broke: lost,
    });
  }
}

function tellOf(change: Change, tell: (told: Told) => void): void {
  const { documentKey, fullDocument } = change;
  for (const watched of WATCHED) {
    if (!fits(change, watched)) continue;
    const id = watched.named ? fullDocument?.conversation_id : String(documentKey._id);
    const told = toldOf(watched.tells, { ...fullDocument, id });
    if (told) tell(told);
  }
}

function fits({ operationType, ns, documentKey, columns }: Change, watched: Watched): boolean {
  if (ns.coll !== watched.table) return false;
  if (watched.only !== undefined && documentKey._id !== watched.only) return false;
  const touched = watched.columns.some((one) => columns.includes(one));
  if (operationType === 'update' || operationType === 'replace') return touched;
  if (operationType === 'delete') return watched.on.includes('delete');
  return watched.on.includes('insert') || (watched.on.includes('insert if set') && touched);
}

export const open = (db: Collections): StoreChanges => new MongoChanges(db);
