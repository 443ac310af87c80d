import { setTimeout } from 'node:timers/promises';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import type { Sign, Tell } from './signals.js';

const AGAIN_MS = 1000;

interface Inserted {
  ns: { coll: string };
  fullDocument: { _id: string; conversation_id: string; mode?: string };
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
  {
    $project: {
      ns: 1,
      'fullDocument._id': 1,
      'fullDocument.conversation_id': 1,
      'fullDocument.mode': 1,
    },
  },
];

/**
 * Hears of turns, and of messages (`arrivals`), that any node stored, until the returned function
 * is called. A stream that breaks is opened again; what is missed in between is found by polling.
 */
export function watch({ mongo }: Collections, tell: Tell, arrivals: boolean): () => void {
  const end = new AbortController();
  const hear = async () => {
    while (!end.signal.aborted) {
      if (mongo.connected) await listen(mongo, tell, arrivals, end.signal).catch(() => undefined);
      await setTimeout(AGAIN_MS, null, { signal: end.signal, ref: false }).catch(() => undefined);
    }
  };
  void hear();
  return () => end.abort();
}

/** Resolves or rejects when the stream ends. */
async function listen(mongo: Mongo, tell: Tell, arrivals: boolean, signal: AbortSignal) {
  const database = mongo.connection.getClient().db(mongo.connection.name);
  const stream = database.watch(pipeline(arrivals));
  const close = () => void stream.close().catch(() => undefined);
  signal.addEventListener('abort', close, { once: true });
  try {
    for await (const change of stream) {
      const inserted = change as unknown as Inserted;
      const { conversation_id, _id } = inserted.fullDocument;
      tell(signOf(inserted), conversation_id, _id);
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

function signOf({ ns, fullDocument }: Inserted): Sign {
  if (ns.coll !== 'turns') return 'arrived';
  return fullDocument.mode === 'person' ? 'replied' : 'answered';
}
