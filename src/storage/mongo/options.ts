import mongoose from 'mongoose';

/**
 * What MongoDB's driver must do for what Recado promises, whatever the address says: it reads from
 * the primary, each write waits for the majority's journal unless the code says otherwise, and a
 * command whose answer was lost is sent again.
 */
export const OURS = {
  readPreference: 'primary',
  readConcernLevel: 'local',
  w: 'majority',
  journal: true,
  wtimeoutMS: 0,
  retryWrites: true,
  retryReads: true,
  // How values are read and written.
  raw: false,
  promoteValues: true,
  promoteLongs: true,
  promoteBuffers: false,
  useBigInt64: false,
  bsonRegExp: false,
  ignoreUndefined: false,
  serializeFunctions: false,
  forceServerObjectId: false,
} as const;

/** How every transaction is run: it sees one moment, and is durable when it has ended. */
export const TRANSACTION = {
  readPreference: 'primary',
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
} as const;

type Options = mongoose.mongo.MongoOptions;

const WRITES = "Recado waits until the majority's journal has what it writes";
const RETRIES = 'Recado has a command sent again whose answer was lost';
const READS = 'Recado reads from the primary';

/** Something that an address says against `OURS`: as it is written there, and what is done instead. */
interface Contradiction {
  said: string;
  instead: string;
}

const CONTRADICTIONS: ((options: Options) => Contradiction | undefined)[] = [
  ({ readPreference: { mode } }) => unless(mode === 'primary', `readPreference=${mode}`, READS),
  ({ readPreference: { tags } }) => unless(!tags?.length, 'readPreferenceTags', READS),
  ({ readPreference: { maxStalenessSeconds } }) =>
    unless(!maxStalenessSeconds, 'maxStalenessSeconds', READS),
  ({ readConcern: { level = 'local' } = {} }) =>
    unless(['local', 'majority'].includes(level), `readConcernLevel=${level}`, READS),
  ({ writeConcern: { w = 'majority' } = {} }) => unless(w === 'majority', `w=${w}`, WRITES),
  ({ writeConcern: { journal = true } = {} }) => unless(journal, 'journal=false', WRITES),
  ({ writeConcern: { wtimeoutMS = 0 } = {} }) => unless(!wtimeoutMS, 'wtimeoutMS', WRITES),
  ({ retryWrites }) => unless(retryWrites, 'retryWrites=false', RETRIES),
  ({ retryReads }) => unless(retryReads, 'retryReads=false', RETRIES),
];

function unless(fine: boolean, said: string, instead: string): Contradiction | undefined {
  return fine ? undefined : { said, instead };
}

/**
 * Says in a line why an address can't be used: the driver rejects it, or it says something against
 * what Recado promises. Undefined when it can. The line doesn't contain the address, which may hold
 * a password.
 */
export function objectionTo(uri: string): string | undefined {
  try {
    const { options } = new mongoose.mongo.MongoClient(uri);
    const [first] = CONTRADICTIONS.flatMap((find) => find(options) ?? []);
    return first && `take ${first.said} out: ${first.instead}`;
  } catch (error) {
    const { message } = error as Error;
    return /:\/\/|@/.test(message) ? 'it is no address of MongoDB' : message.split('\n')[0];
  }
}
