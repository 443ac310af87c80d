import { keepWatching } from '../../storage/mongo/change-stream.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Signal, SendSignal } from './signals.js';

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
 * the returned function is called. Polling finds what is missed while the stream is broken.
 */
export function watch({ mongo }: Collections, send: SendSignal, arrivals: boolean): () => void {
  const take = (change: unknown) => {
    const inserted = change as Inserted;
    const { conversation_id, _id } = inserted.fullDocument;
    send(signalOf(inserted), conversation_id, _id);
  };
  return keepWatching(mongo, { pipeline: pipeline(arrivals), take });
}

function signalOf({ ns, fullDocument }: Inserted): Signal {
  if (ns.coll !== 'turns') return 'arrived';
  return fullDocument.mode === 'person' ? 'replied' : 'answered';
}
