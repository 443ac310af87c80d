import { setTimeout } from 'node:timers/promises';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import type { Signal, SendSignal } from './signals.js';

/** Milliseconds until a change stream that broke is opened again. */
const REOPEN_MS = 1000;

/** What a change event says of a row that was inserted. */
interface Inserted {
  ns: { coll: string };
  fullDocument: { _id: string; conversation_id: string; mode?: string };
}

/**
 * The pipeline that selects the events. Only nodes that work on mailboxes ask for arriving
 * messages: an event costs the server about as much as a write.
 */
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
 * Sends a signal for each turn and, with `arrivals`, for each message that any node stores, until
 * the returned function is called. A stream that breaks is opened again. Polling finds what is
 * missed in between.
 */
export function watch({ mongo }: Collections, send: SendSignal, arrivals: boolean): () => void {
  const end = new AbortController();
  const { signal } = end;
  const keepListening = async () => {
    while (!signal.aborted) {
      if (mongo.connected) await listen(mongo, send, arrivals, signal).catch(() => undefined);
      await setTimeout(REOPEN_MS, null, { signal, ref: false }).catch(() => undefined);
    }
  };
  void keepListening();
  return () => end.abort();
}

/** Resolves or rejects when the stream ends. */
async function listen(mongo: Mongo, send: SendSignal, arrivals: boolean, signal: AbortSignal) {
  const database = mongo.connection.getClient().db(mongo.connection.name);
  const stream = database.watch(pipeline(arrivals), { readConcern: { level: 'majority' } });
  const close = () => void stream.close().catch(() => undefined);
  signal.addEventListener('abort', close, { once: true });
  try {
    for await (const change of stream) {
      const inserted = change as unknown as Inserted;
      const { conversation_id, _id } = inserted.fullDocument;
      send(signalOf(inserted), conversation_id, _id);
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

function signalOf({ ns, fullDocument }: Inserted): Signal {
  if (ns.coll !== 'turns') return 'arrived';
  return fullDocument.mode === 'person' ? 'replied' : 'answered';
}
