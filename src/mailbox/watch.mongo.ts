import type { Mongo } from '../storage/mongo/mongo.js';
import type { Tell } from './signals.js';

const AGAIN_MS = 1000;

interface Inserted {
  ns: { coll: string };
  fullDocument: { _id: string; conversation_id: string };
}

/** Arrivals are for who works on them: each one told costs the server as much as a write. */
const pipeline = (arrivals: boolean) => [
  {
    $match: {
      operationType: 'insert',
      $or: [
        { 'ns.coll': 'turns' },
        ...(arrivals ? [{ 'ns.coll': 'messages', 'fullDocument.waiting': true }] : []),
      ],
    },
  },
  { $project: { ns: 1, 'fullDocument._id': 1, 'fullDocument.conversation_id': 1 } },
];

/**
 * Hears of turns, and of messages (`arrivals`), that any node stored. A stream that breaks is opened again; what is
 * missed in between is found by polling.
 */
export function watch(mongo: Mongo, tell: Tell, arrivals: boolean): () => void {
  let stopped = false;
  let close = (): Promise<void> | void => undefined;
  const open = () => {
    if (stopped) return;
    if (!mongo.connected) return void setTimeout(open, AGAIN_MS).unref();
    const stream = mongo.connection.getClient().db(mongo.connection.name).watch(pipeline(arrivals));
    close = () => stream.close().catch(() => undefined);
    stream.on('change', (change) => {
      const { ns, fullDocument } = change as unknown as Inserted;
      const sign = ns.coll === 'turns' ? 'answered' : 'arrived';
      tell(sign, fullDocument.conversation_id, fullDocument._id);
    });
    let broken = false;
    const again = () => {
      if (broken) return;
      broken = true;
      void stream.close().catch(() => undefined);
      setTimeout(open, AGAIN_MS).unref();
    };
    stream.on('error', again).on('close', again);
  };
  open();
  return () => {
    stopped = true;
    void close();
  };
}
