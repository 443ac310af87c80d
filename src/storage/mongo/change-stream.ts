import { setTimeout } from 'node:timers/promises';
import type mongoose from 'mongoose';
import type { Mongo } from './mongo.js';

/** Milliseconds until a change stream that broke is opened again. */
const REOPEN_MS = 1000;

/** What is to be heard of the changes that any node makes. */
export interface Watch {
  pipeline: object[];
  options?: mongoose.mongo.ChangeStreamOptions;
  /** The time of the server from which on; otherwise from when the stream is open. */
  from?: mongoose.mongo.Timestamp;
  take(change: unknown): void;
  /** Called when a stream that broke is opened again: changes in between may have been missed. */
  broke?(): void;
}

/**
 * Takes each change until the returned function is called. A stream that breaks is opened again,
 * and so is one that can't be opened yet.
 */
export function keepWatching(mongo: Mongo, watch: Watch): () => void {
  const end = new AbortController();
  const { signal } = end;
  const goOn = async () => {
    if (mongo.connected) await listen(mongo, watch, signal, watch.from).catch(() => undefined);
    while (!signal.aborted) {
      await setTimeout(REOPEN_MS, null, { signal, ref: false }).catch(() => undefined);
      if (mongo.connected && !signal.aborted)
        await again(mongo, watch, signal).catch(() => undefined);
    }
  };
  void goOn();
  return () => end.abort();
}

/** The server's time: a stream from then on misses nothing that comes later. */
export async function timeOf({ connection }: Mongo): Promise<mongoose.mongo.Timestamp> {
  return (await connection.db!.command({ hello: 1 })).operationTime;
}

async function again(mongo: Mongo, watch: Watch, signal: AbortSignal): Promise<void> {
  const from = watch.broke && (await timeOf(mongo));
  watch.broke?.();
  await listen(mongo, watch, signal, from);
}

/** Resolves or rejects when the stream ends. */
async function listen(
  mongo: Mongo,
  { pipeline, options, take }: Watch,
  signal: AbortSignal,
  from?: mongoose.mongo.Timestamp,
): Promise<void> {
  const database = mongo.connection.getClient().db(mongo.connection.name);
  const stream = database.watch(pipeline, {
    readConcern: { level: 'majority' },
    ...options,
    ...(from && { startAtOperationTime: from }),
  });
  const close = () => void stream.close().catch(() => undefined);
  signal.addEventListener('abort', close, { once: true });
  try {
    for await (const change of stream) {
      if (signal.aborted) return;
      take(change);
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}
